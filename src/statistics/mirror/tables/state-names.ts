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
  'республика беларусь': 'BY',
  'республика казахстан': 'KZ',
  'республика армения': 'AM',
  'кыргызская республика': 'KG',
  'киргизская республика': 'KG',
  кыргызстан: 'KG',
  белоруссия: 'BY',
  туркменистан: 'TM',
  туркмения: 'TM',
  молдавия: 'MD',
  'соединенные штаты америки': 'US',
  'соединенное королевство': 'GB',
  'республика корея': 'KR',
  'чешская республика': 'CZ',
};

/** Full names of states as titles decline them. */
const DECLINED: readonly (readonly [RegExp, string])[] = [
  [/российск(?:ая|ой|ую) федераци[яию]|росси[юияей]+(?![а-яё])/iu, 'RU'],
  [/республик[аиуе] беларусь|беларус[ьи]ю?(?![а-яё])/iu, 'BY'],
  [/казахстан(?:а|е|ом)?(?![а-яё])/iu, 'KZ'],
  [/армени[яюией]+(?![а-яё])/iu, 'AM'],
  [/к[иы]рг[иы]з(?:ск(?:ая|ой|ую) республик[аиуе]|стан(?:а|е|ом)?|и[яюией]+)(?![а-яё])/iu, 'KG'],
];

let names: ReadonlyMap<string, string> | undefined;

/** The state of a name in English or Russian, in any case. */
export function findStateByName(name: string): string | undefined {
  names ??= collectNames();
  return names.get(name.trim().toLowerCase());
}

/** The one state that a title or heading speaks of, in whatever case its name stands; undefined where it is none or several. */
export function findStateInText(text: string): string | undefined {
  names ??= collectNames();
  const low = ` ${text.toLowerCase()} `;
  const found = new Set(DECLINED.flatMap(([pattern, state]) => (pattern.test(low) ? [state] : [])));
  for (const [name, state] of names)
    if (name.length > 3 && new RegExp(`(?<![\\p{L}])${escapeRegExp(name)}(?![\\p{L}])`, 'u').test(low))
      found.add(state);
  const [only, another] = found;
  return another === undefined ? only : undefined;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function collectNames(): Map<string, string> {
  const collected = new Map(Object.entries(OTHER_NAMES));
  for (const { alpha2 } of stateCodes()) {
    for (const lang of ['en', 'ru'] as const) collected.set(stateName(alpha2, lang).toLowerCase(), alpha2);
  }
  return collected;
}
