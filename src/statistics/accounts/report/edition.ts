import { type Corridor, corridorsOf } from '../../../common/charts/corridors.ts';
import type { Language } from '../../../common/language.ts';
import { officeGenitive } from '../../../common/wording/offices.ts';
import { type Pair, pairsOf } from './pairs.ts';
import type { ReportWords } from './report-words.ts';
import type { ReportedAccount } from './reported-account.ts';
import { wordsOf } from './words.ts';

/** One account in one language, with what all sections of its report are made from. */
export interface Edition {
  account: ReportedAccount;
  lang: Language;
  words: ReportWords;
  /** The largest first. */
  corridors: readonly Corridor[];
  /** The largest first, and never more than the report shows. */
  pairs: readonly Pair[];
  /** Pairs that the report leaves to the tables. */
  morePairs: number;
}

const MOST_PAIRS = 12;

/** Sums an account's tables over their classes and makes out its pairs of offices. */
export function editionOf(account: ReportedAccount, lang: Language): Edition {
  const corridors = corridorsOf(account);
  const pairs = pairsOf(corridors, account.run.offices);
  return {
    account,
    lang,
    words: wordsOf(lang),
    corridors,
    pairs: pairs.slice(0, MOST_PAIRS),
    morePairs: Math.max(0, pairs.length - MOST_PAIRS),
  };
}

/** "Belstat, Geostat and Rosstat". */
export function listed(items: readonly string[], { words }: Edition): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${words.and} ${last}`;
}

/** The line under a figure that tells whose slips it shows. */
export function sourceLine(offices: readonly string[], edition: Edition): string {
  const names = offices.map(office => officeGenitive(office, edition.lang));
  return edition.words.source(listed(names, edition));
}
