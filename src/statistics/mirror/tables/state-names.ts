import { stateCodes, stateName } from '../../../common/states.ts';

/** Names of the Clearing House that differ from those in use here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'russian federation': 'RU',
  'republic of moldova': 'MD',
  'republic of belarus': 'BY',
  'czech republic': 'CZ',
  'united states of america': 'US',
  kirgizstan: 'KG',
  'республика молдова': 'MD',
  'российская федерация': 'RU',
};

let names: ReadonlyMap<string, string> | undefined;

/** The state of a name in English or Russian, in any case. */
export function findStateByName(name: string): string | undefined {
  names ??= collectNames();
  return names.get(name.trim().toLowerCase());
}

function collectNames(): Map<string, string> {
  const collected = new Map(Object.entries(OTHER_NAMES));
  for (const { alpha2 } of stateCodes()) {
    for (const lang of ['en', 'ru'] as const) collected.set(stateName(alpha2, lang).toLowerCase(), alpha2);
  }
  return collected;
}
