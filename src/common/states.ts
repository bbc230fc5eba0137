import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import countries from 'i18n-iso-countries/index.js';
import { dataFolder } from './data-folder.ts';
import type { Language } from './language.ts';
import { SHORT_NAMES } from './state-short-names.ts';

/** Stands for a state that nobody named. */
export const UNKNOWN_STATE = 'ZZ';

/** A code system of ISO 3166-1; `numeric` is also OKSM and UN M49. */
export type CodeSystem = 'alpha-2' | 'alpha-3' | 'numeric';

/** What a code means; a code that two dissolved states bore has an earlier meaning until a day. */
export interface StateCode {
  system: CodeSystem;
  /** Capital letters, or digits without leading zeros. */
  code: string;
  /** The state, or the one that continues a dissolved state. */
  alpha2: string;
  /** The state that continues the earlier bearer of the code; null where there was none. */
  earlierAlpha2: string | null;
  /** First day on which the code no longer meant its earlier bearer. */
  earlierUntil: string | null;
}

const require = createRequire(import.meta.url);
countries.registerLocale(require('i18n-iso-countries/langs/ru.json'));
countries.registerLocale(require('i18n-iso-countries/langs/en.json'));

const STATE_CODES = collectCodes();
const ALPHA2_BY_CODE = new Map(STATE_CODES.map(({ code, alpha2 }) => [code, alpha2]));

/**
 * The alpha-2 code of the state that a code means: alpha-2, alpha-3 or numeric (with or without leading zeros), in any case.
 * Dissolved states resolve to the state that continues them.
 */
export function findState(code: string): string | undefined {
  return ALPHA2_BY_CODE.get(code.trim().toUpperCase().replace(/^0+/, ''));
}

/** The display name of a state; `ZZ` is «неизвестно» or "unknown", a code without a name stands for itself. */
export function stateName(alpha2: string, language: Language): string {
  return SHORT_NAMES[language][alpha2] ?? countries.getName(alpha2, language) ?? alpha2;
}

/** Every code of every system with what it means, dissolved states included; a code occurs once in its system. */
export function stateCodes(): readonly StateCode[] {
  return STATE_CODES;
}

/** Dissolved states first, so that a state of today keeps a code that it took over. */
function collectCodes(): StateCode[] {
  const codes = new Map<string, StateCode>();
  const lastDays = new Map<string, string>();
  for (const { alpha2, alpha3, numeric, dissolvedOn, resolvesTo } of readDissolvedStates()) {
    for (const { system, code } of codesOf(alpha2, alpha3, numeric)) {
      const earlier = codes.get(code);
      const earlierUntil = lastDays.get(code) ?? null;
      codes.set(code, { system, code, alpha2: resolvesTo, earlierAlpha2: earlier?.alpha2 ?? null, earlierUntil });
      lastDays.set(code, dissolvedOn);
    }
  }
  for (const [alpha2, alpha3] of Object.entries(countries.getAlpha2Codes())) {
    for (const { system, code } of codesOf(alpha2, alpha3, countries.alpha2ToNumeric(alpha2) ?? '')) {
      codes.set(code, { system, code, alpha2, earlierAlpha2: null, earlierUntil: null });
    }
  }
  // The package knows Kosovo by another three-letter code than the one in use.
  codes.set('XKX', { system: 'alpha-3', code: 'XKX', alpha2: 'XK', earlierAlpha2: null, earlierUntil: null });
  return [...codes.values()];
}

function codesOf(alpha2: string, alpha3: string, numeric: string): { system: CodeSystem; code: string }[] {
  const codes: { system: CodeSystem; code: string }[] = [
    { system: 'alpha-2', code: alpha2 },
    { system: 'alpha-3', code: alpha3 },
    { system: 'numeric', code: numeric.replace(/^0+/, '') },
  ];
  return codes.filter(({ code }) => code !== '');
}

/** The list is in order of the day of dissolution within a code; its cells hold no commas. */
function readDissolvedStates() {
  const [, ...lines] = readFileSync(join(dataFolder, 'states', 'dissolved-states.csv'), 'utf8')
    .trim()
    .split('\n');
  return lines.map(line => {
    const [alpha2 = '', alpha3 = '', numeric = '', , dissolvedOn = '', resolvesTo = ''] = line.split(',');
    return { alpha2, alpha3, numeric, dissolvedOn, resolvesTo };
  });
}
