import type { Worded } from '../../../common/wording/worded.ts';
import { AGENCY, AGENCY_NAME, AGENCY_SCHEME, CONCEPT_SCHEME, SCHEME_NAMES, VERSION } from './artefact.ts';
import type { ArtefactKind, AskedArtefacts } from './asked-artefacts.ts';
import { CODELISTS, type Codelist } from './codelists.ts';
import { CONCEPTS } from './concepts.ts';
import { STRUCTURES_PREPARED } from './message-meta.ts';
import { type Attribute, type Component, type Representation, STRUCTURES, type Structure } from './structures.ts';
import { type Element, element, xmlDocument } from './xml.ts';

const NAMESPACES = {
  'xmlns:mes': 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message',
  'xmlns:str': 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure',
  'xmlns:com': 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common',
} as const;

/** The containers of a message in the order of its schema, with what each holds. */
const CONTAINERS: readonly [name: string, kind: ArtefactKind, artefacts: (ids: readonly string[]) => Element[]][] = [
  ['str:OrganisationSchemes', 'agencyscheme', () => [agencyScheme()]],
  ['str:Dataflows', 'dataflow', ids => STRUCTURES.filter(each => ids.includes(each.dataflow)).map(dataflow)],
  ['str:Codelists', 'codelist', ids => CODELISTS.filter(({ id }) => ids.includes(id)).map(codelist)],
  ['str:Concepts', 'conceptscheme', () => [conceptScheme()]],
  ['str:DataStructures', 'datastructure', ids => STRUCTURES.filter(({ id }) => ids.includes(id)).map(dataStructure)],
];

/** An SDMX-ML 2.1 structure message: what most clients of SDMX read. */
export function structureMl(asked: AskedArtefacts): string {
  const containers = CONTAINERS.flatMap(([name, kind, artefacts]) => {
    const ids = asked.get(kind);
    return ids === undefined ? [] : [element(name, {}, ...artefacts(ids))];
  });
  const header = element(
    'mes:Header',
    {},
    element('mes:ID', {}, `saldo-${[...asked.keys()].join('-')}`),
    element('mes:Test', {}, 'false'),
    element('mes:Prepared', {}, STRUCTURES_PREPARED),
    element('mes:Sender', { id: AGENCY }),
  );
  return xmlDocument(element('mes:Structure', NAMESPACES, header, element('mes:Structures', {}, ...containers)));
}

function agencyScheme(): Element {
  const agency = element('str:Agency', { id: AGENCY }, ...texts('com:Name', AGENCY_NAME));
  const about = { id: AGENCY_SCHEME, agencyID: 'SDMX', version: '1.0' };
  return element('str:AgencyScheme', about, ...texts('com:Name', SCHEME_NAMES.agencies), agency);
}

function dataflow({ dataflow: id, name, id: structure }: Structure): Element {
  const of = element('str:Structure', {}, reference('DataStructure', 'datastructure', { id: structure }));
  return maintainable('str:Dataflow', { id, name }, of);
}

function codelist({ id, name, codes }: Codelist): Element {
  const each = codes.map(code =>
    element(
      'str:Code',
      { id: code.id },
      ...texts('com:Name', code.name),
      ...(code.description === undefined ? [] : texts('com:Description', code.description)),
    ),
  );
  return maintainable('str:Codelist', { id, name }, ...each);
}

function conceptScheme(): Element {
  const concepts = Object.entries(CONCEPTS).map(([id, name]) =>
    element('str:Concept', { id }, ...texts('com:Name', name)),
  );
  return maintainable('str:ConceptScheme', { id: CONCEPT_SCHEME, name: SCHEME_NAMES.concepts }, ...concepts);
}

function dataStructure({ id, name, dimensions, attributes }: Structure): Element {
  const components = element(
    'str:DataStructureComponents',
    {},
    element('str:DimensionList', { id: 'DimensionDescriptor' }, ...dimensions.map(dimension)),
    element('str:AttributeList', { id: 'AttributeDescriptor' }, ...attributes.map(attributeElement)),
    element(
      'str:MeasureList',
      { id: 'MeasureDescriptor' },
      element('str:PrimaryMeasure', { id: 'OBS_VALUE' }, ...inside({ id: 'OBS_VALUE', holds: { dataType: 'Double' } })),
    ),
  );
  return maintainable('str:DataStructure', { id, name }, components);
}

/** The time comes last, as the schema has it too. */
function dimension(component: Component, place: number): Element {
  const name = component.id === 'TIME_PERIOD' ? 'str:TimeDimension' : 'str:Dimension';
  return element(name, { id: component.id, position: place + 1 }, ...inside(component));
}

function attributeElement(attribute: Attribute): Element {
  const relation =
    attribute.of === 'vintage'
      ? element('str:Dimension', {}, element('Ref', { id: 'VINTAGE' }))
      : element('str:PrimaryMeasure', {}, element('Ref', { id: 'OBS_VALUE' }));
  return element(
    'str:Attribute',
    { id: attribute.id, assignmentStatus: attribute.mandatory ? 'Mandatory' : 'Conditional' },
    ...inside(attribute),
    element('str:AttributeRelationship', {}, relation),
  );
}

/** Concept and representation of a component. */
function inside({ id, holds }: Component): Element[] {
  const concept = reference('Concept', 'conceptscheme', { id, parent: CONCEPT_SCHEME });
  return [element('str:ConceptIdentity', {}, concept), element('str:LocalRepresentation', {}, representation(holds))];
}

function representation(holds: Representation): Element {
  return 'codelist' in holds
    ? element('str:Enumeration', {}, reference('Codelist', 'codelist', { id: holds.codelist }))
    : element('str:TextFormat', { textType: holds.dataType, pattern: holds.pattern });
}

function reference(of: string, inPackage: string, { id, parent }: { id: string; parent?: string }): Element {
  const place =
    parent === undefined ? { version: VERSION } : { maintainableParentID: parent, maintainableParentVersion: VERSION };
  return element('Ref', { id, ...place, agencyID: AGENCY, package: inPackage, class: of });
}

function maintainable(
  element_: string,
  { id, name }: { id: string; name: Worded },
  ...content: readonly Element[]
): Element {
  return element(element_, { id, version: VERSION, agencyID: AGENCY }, ...texts('com:Name', name), ...content);
}

/** A text in each language. */
function texts(name: string, worded: Worded): Element[] {
  return Object.entries(worded).map(([language, text]) => element(name, { 'xml:lang': language }, text));
}
