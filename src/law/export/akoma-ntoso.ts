import type { Language } from '../../common/language.ts';
import { stateName } from '../../common/states.ts';
import { element, escapeXml, XML_DECLARATION } from '../../common/xml.ts';
import { CHOSEN, countedClaims } from '../force/reading.ts';
import { type Act, type Claim, statesOf } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const EDITOR = '#saldo';
const LANGUAGES = { ru: 'rus', en: 'eng' } as const;

/** Events of an act as kinds of Akoma Ntoso: what made it, what changed it, what ended it. */
const KINDS: Partial<Record<Claim['event'], 'generation' | 'amendment' | 'repeal'>> = {
  'entry-into-force': 'generation',
  'provisional-application': 'generation',
  amendment: 'amendment',
  withdrawal: 'repeal',
  termination: 'repeal',
};

/**
 * The metadata of an act as Akoma Ntoso 3.0 (OASIS LegalDocML): identification, life cycle by dated events, states as organisations; the
 * body holds the short texts of its provisions. Events without an exact day are left out: the schema has no place for them.
 *
 * @param on day of the version and of the file
 */
export function actAsAkomaNtoso(act: Act, on: Day, lang: Language): string {
  const code = LANGUAGES[lang];
  const work = `/akn/un/act/${act.signed ?? on}/${act.id.toLowerCase()}`;
  const expression = `${work}/${code}@${on}`;
  const events = countedClaims(act, CHOSEN).filter(
    ({ event, date }) => event in KINDS && date?.earliest === date?.latest && date !== undefined,
  );
  return `${XML_DECLARATION}${element(
    'akomaNtoso',
    { xmlns: NAMESPACE },
    element(
      'act',
      { name: act.kind, contains: 'singleVersion' },
      element(
        'meta',
        {},
        identification(act, { work, expression, on, code, lang }),
        ...(events.length > 0 || act.signed !== undefined ? [lifecycle(act, events)] : []),
        references(act, lang),
      ),
      preface(act, lang),
      body(act, lang),
    ),
  )}\n`;
}

interface Names {
  work: string;
  expression: string;
  on: Day;
  code: string;
  lang: Language;
}

function identification(act: Act, { work, expression, on, code, lang }: Names): string {
  const value = (name: string, text: string) => element(name, { value: text });
  const date = (day: Day, name: string) => element('FRBRdate', { date: day, name });
  const author = element('FRBRauthor', { href: EDITOR, as: '#editor' });
  return element(
    'identification',
    { source: EDITOR },
    element(
      'FRBRWork',
      {},
      value('FRBRthis', `${work}/!main`),
      value('FRBRuri', work),
      value('FRBRalias', act.title[lang]).replace('/>', ' name="title"/>'),
      date(act.signed ?? on, act.signed === undefined ? 'recorded' : 'signed'),
      author,
      value('FRBRcountry', 'un'),
      value('FRBRnumber', act.id),
    ),
    element(
      'FRBRExpression',
      {},
      value('FRBRthis', `${expression}/!main`),
      value('FRBRuri', expression),
      date(on, 'version'),
      author,
      element('FRBRlanguage', { language: code }),
    ),
    element(
      'FRBRManifestation',
      {},
      value('FRBRthis', `${expression}/!main.xml`),
      value('FRBRuri', `${expression}.akn`),
      date(on, 'export'),
      author,
    ),
  );
}

function lifecycle({ signed }: Act, events: readonly Claim[]): string {
  const signing =
    signed === undefined
      ? []
      : [
          element('eventRef', {
            date: signed,
            source: EDITOR,
            type: 'generation',
            eId: 'e_signed',
            refersTo: '#signature',
          }),
        ];
  return element(
    'lifecycle',
    { source: EDITOR },
    ...signing,
    ...events.map(({ id, event, date }) =>
      element('eventRef', {
        date: date?.earliest,
        source: EDITOR,
        type: KINDS[event],
        eId: `e_${id}`,
        refersTo: `#${event}`,
      }),
    ),
  );
}

function references(act: Act, lang: Language): string {
  const concepts = [...new Set(['signature', ...act.claims.map(({ event }) => event).filter(event => event in KINDS)])];
  return element(
    'references',
    { source: EDITOR },
    element('TLCOrganization', { eId: 'saldo', href: '/akn/ontology/organization/saldo', showAs: 'Saldo' }),
    ...statesOf(act).map(state =>
      element('TLCOrganization', {
        eId: `state_${state.toLowerCase()}`,
        href: `/akn/ontology/organization/${state.toLowerCase()}`,
        showAs: stateName(state, lang),
      }),
    ),
    ...concepts.map(concept =>
      element('TLCConcept', { eId: concept, href: `/akn/ontology/concept/${concept}`, showAs: concept }),
    ),
    element('TLCRole', { eId: 'editor', href: '/akn/ontology/role/editor', showAs: 'editor' }),
  );
}

function preface({ title }: Act, lang: Language): string {
  return element('preface', {}, element('p', {}, element('docTitle', {}, escapeXml(title[lang]))));
}

function body({ provisions, title }: Act, lang: Language): string {
  const articles = provisions.map(({ article, text }, at) =>
    element(
      'article',
      { eId: `art_${at + 1}` },
      ...(article === null ? [] : [element('num', {}, escapeXml(article))]),
      element('content', {}, element('p', {}, escapeXml(text[lang]))),
    ),
  );
  // The schema asks for a body; an act whose text nobody read has its title alone.
  const empty = element('article', { eId: 'art_1' }, element('content', {}, element('p', {}, escapeXml(title[lang]))));
  return element('body', {}, ...(articles.length > 0 ? articles : [empty]));
}
