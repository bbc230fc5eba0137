import { named, urn } from './artefact.ts';
import { CODELISTS } from './codelists.ts';
import { CONCEPTS, type ConceptId } from './concepts.ts';
import type { DataSet } from './data-set.ts';
import { messageMeta } from './message-meta.ts';
import type { Observation } from './observation.ts';
import type { Attribute, Component, Structure } from './structures.ts';

const OBSERVATIONS_PER_CHUNK = 500;

/** The values of a component that occur, each with its place among them. */
type Places = Map<string | number, number>;

/**
 * An SDMX-JSON 2.0 data message in chunks, flat: all dimensions stand at the observation, whose key gives the place of each value among
 * those that occur. Attributes of the vintage stand at the data set. Goes through the observations twice: once for the values, once to
 * write.
 */
export function* sdmxJsonData(set: DataSet): Generator<string> {
  const { structure } = set;
  const ofObservation = structure.attributes.filter(attribute => attribute.of === 'observation');
  const places = placesOf(set, [...structure.dimensions, ...ofObservation]);
  const head = {
    meta: messageMeta('data', structure.dataflow, set.prepared),
    data: {
      structures: [structureOf(set, places)],
      dataSets: [
        { structure: 0, links: linksOf(structure), action: 'Information', attributes: toldOfVintage(set).map(() => 0) },
      ],
    },
  };
  // The message is cut where the observations belong, as the last member of its only data set.
  const [before, after] = [JSON.stringify(head).slice(0, -'}]}}'.length), '}}]}}'];
  yield `${before},"observations":{`;
  let chunk: string[] = [];
  let separator = '';
  for (const observation of set.observations()) {
    chunk.push(separator + observationText(observation, structure, ofObservation, places));
    separator = ',';
    if (chunk.length < OBSERVATIONS_PER_CHUNK) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('') + after;
}

function observationText(
  observation: Observation,
  { dimensions }: Structure,
  attributes: readonly Attribute[],
  places: ReadonlyMap<ConceptId, Places>,
): string {
  const place = (id: ConceptId): number | null => {
    const value = observation[id];
    return value === undefined || value === null ? null : (places.get(id)?.get(value) ?? null);
  };
  const key = dimensions.map(({ id }) => place(id)).join(':');
  const values = [observation.OBS_VALUE ?? null, ...attributes.map(({ id }) => place(id))];
  return `"${key}":${JSON.stringify(values)}`;
}

function placesOf(set: DataSet, components: readonly Component[]): ReadonlyMap<ConceptId, Places> {
  const places = new Map<ConceptId, Places>(components.map(({ id }) => [id, new Map()]));
  for (const observation of set.observations()) {
    for (const [id, values] of places) {
      const value = observation[id];
      if (value !== undefined && value !== null && !values.has(value)) values.set(value, values.size);
    }
  }
  return places;
}

function structureOf(set: DataSet, places: ReadonlyMap<ConceptId, Places>) {
  const { structure } = set;
  const values = (component: Component) =>
    [...(places.get(component.id)?.keys() ?? [])].map(value => toldValue(component, value));
  const attributeOf = (attribute: Attribute, told: object[]) => ({
    ...{ id: attribute.id, ...named(CONCEPTS[attribute.id]) },
    relationship: attribute.of === 'vintage' ? { dimensions: ['VINTAGE'] } : { observation: {} },
    values: told,
  });
  const ofVintage = toldOfVintage(set);
  return {
    links: linksOf(structure),
    dataSets: [0],
    dimensions: {
      observation: structure.dimensions.map((dimension, keyPosition) => ({
        ...{ id: dimension.id, ...named(CONCEPTS[dimension.id]), keyPosition },
        ...(dimension.id === 'TIME_PERIOD' ? { roles: ['TIME_PERIOD'] } : {}),
        values: values(dimension),
      })),
    },
    measures: { observation: [{ id: 'OBS_VALUE', ...named(CONCEPTS.OBS_VALUE) }] },
    attributes: {
      dataSet: ofVintage.map(([attribute, value]) => attributeOf(attribute, [toldValue(attribute, value)])),
      observation: structure.attributes
        .filter(({ of }) => of === 'observation')
        .map(each => attributeOf(each, values(each))),
    },
  };
}

/** The vintage's attributes that have a value. */
function toldOfVintage({ structure, attributes }: DataSet): [Attribute, string | number][] {
  return structure.attributes
    .filter(attribute => attribute.of === 'vintage')
    .flatMap(attribute => {
      const value = attributes[attribute.id];
      return value === undefined || value === null ? [] : [[attribute, value]];
    });
}

function linksOf(structure: Structure): object[] {
  return [{ rel: 'dataflow', urn: urn('Dataflow', structure.dataflow) }];
}

/**
 * A coded value with its name in both languages, an uncoded one as text: by the published schema a whole number would be both of its two
 * kinds of number, and so neither.
 */
function toldValue(component: Component, value: string | number): object {
  const { holds } = component;
  if ('codelist' in holds) return { id: value, ...named(nameOf(holds.codelist, String(value))) };
  return 'mandatory' in component ? { value: String(value) } : { id: String(value), name: String(value) };
}

const NAMES = new Map(
  CODELISTS.map(list => [list.id as string, new Map(list.codes.map(each => [each.id, each.name]))] as const),
);

function nameOf(codelist: string, code: string) {
  return NAMES.get(codelist)?.get(code) ?? { en: code, ru: code };
}
