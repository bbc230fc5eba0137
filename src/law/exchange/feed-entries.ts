import type { Language } from '../../common/language.ts';
import { stateName } from '../../common/states.ts';
import { dayInWords } from '../../common/wording/date-words.ts';
import { type Act, statesOf } from '../register/act.ts';
import { claimInWords } from '../rights/words.ts';
import type { Exchange } from './exchange.ts';
import { idOf } from './proposal-text.ts';

/** One piece of news about the register: an act that it took in, or a claim about one. */
export interface FeedEntry {
  /** Never another for the same news: a tag URI (RFC 4151). */
  id: string;
  title: string;
  text: string;
  /** Moment, ISO 8601. */
  updated: string;
  act: string;
  subjects: readonly string[];
  author: string;
}

export interface FeedQuestion {
  state?: string | undefined;
  subject?: string | undefined;
  lang: Language;
}

const TAG = 'tag:saldo.invalid,2026:law';

/** News about acts that name a state and are about a subject, the latest first; the acts of the files stand with the day of their last claim. */
export async function feedEntries(exchange: Exchange, { state, subject, lang }: FeedQuestion): Promise<FeedEntry[]> {
  const published = await exchange.published();
  const added = new Set(published.flatMap(({ change }) => (change.kind === 'act' ? [change.act.id] : [])));
  const later = new Set(
    published.flatMap(({ change }) => (change.kind === 'claim' ? [`${change.of}#${change.claim.id}`] : [])),
  );
  const shipped = exchange.current.acts.filter(({ id }) => !added.has(id)).map(act => shippedEntry(act, later, lang));
  const news = published.flatMap(({ proposal, change }): FeedEntry[] => {
    const act = exchange.register.acts.get(idOf(change));
    if (act === undefined || proposal.review === null) return [];
    const what =
      change.kind === 'act'
        ? describeAct(act, lang)
        : `${claimInWords(change.claim, lang)}${change.claim.note === undefined ? '' : `. ${change.claim.note[lang]}`}`;
    const heading = change.kind === 'act' ? NEW_ACT[lang] : NEW_CLAIM[lang];
    return [
      {
        ...newsOf(act),
        id: `${TAG}/proposals/${proposal.id}`,
        title: `${heading}: ${act.title[lang]}`,
        text: what,
        updated: new Date(proposal.review.reviewed_at).toISOString(),
        author: stateName(proposal.state, lang),
      },
    ];
  });
  return [...news, ...shipped]
    .filter(({ act, subjects }) => {
      const states = statesOf(exchange.register.acts.get(act) as Act);
      return (state === undefined || states.includes(state)) && (subject === undefined || subjects.includes(subject));
    })
    .sort((a, b) => b.updated.localeCompare(a.updated) || a.act.localeCompare(b.act));
}

const NEW_ACT = { ru: 'Новый акт', en: 'New act' };
const NEW_CLAIM = { ru: 'Новые сведения об акте', en: 'New claim about an act' };

function shippedEntry(act: Act, later: ReadonlySet<string>, lang: Language): FeedEntry {
  const days = act.claims.filter(({ id }) => !later.has(`${act.id}#${id}`)).map(claim => claim.recorded_on);
  return {
    ...newsOf(act),
    id: `${TAG}/acts/${act.id}`,
    title: act.title[lang],
    text: describeAct(act, lang),
    updated: `${days.sort().at(-1) ?? '2026-11-22'}T00:00:00.000Z`,
    author: 'Saldo',
  };
}

function newsOf({ id, subjects }: Act): Pick<FeedEntry, 'act' | 'subjects'> {
  return { act: id, subjects };
}

function describeAct(act: Act, lang: Language): string {
  const states = statesOf(act).map(state => stateName(state, lang));
  const signed = act.signed === undefined ? '' : `, ${dayInWords(act.signed, lang)}`;
  const provisions = act.provisions.map(({ article, text }) => `${article ?? '·'} ${text[lang]}`);
  return [`${act.id}${signed}; ${states.join(', ')}.`, ...provisions].join('\n');
}
