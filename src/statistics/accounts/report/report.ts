import type { Language } from '../../../common/language.ts';
import { balancesSection } from './balances-section.ts';
import { coverageSection } from './coverage-section.ts';
import { editionOf } from './edition.ts';
import { makingSection } from './making-section.ts';
import { mapSection } from './map-section.ts';
import { page } from './page.ts';
import { pairSection } from './pair-section.ts';
import type { ReportedAccount } from './reported-account.ts';
import { verdictsSection } from './verdicts-section.ts';

/**
 * The report of an account as one HTML page that needs nothing else: the balances, each pair of offices with its lines and its gap by
 * cause, the map of flows, coverage, verdicts, and how it was made. The same account gives the same page to the byte.
 */
export function renderReport(account: ReportedAccount, lang: Language): string {
  const edition = editionOf(account, lang);
  const sections = [
    balancesSection(edition),
    ...edition.pairs.map(pair => pairSection(pair, edition)),
    mapSection(edition),
    coverageSection(edition),
    verdictsSection(edition),
    makingSection(edition),
  ];
  return page(sections, edition);
}
