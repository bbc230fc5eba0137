import type { Language } from './language.ts';

/** Names in CIS usage, where lists of countries have the long or another form. */
export const SHORT_NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: {
    RU: 'Россия',
    BY: 'Беларусь',
    MD: 'Молдова',
    KG: 'Кыргызстан',
    TM: 'Туркменистан',
    CN: 'Китай',
    KP: 'Северная Корея',
    KR: 'Южная Корея',
    US: 'США',
    GB: 'Великобритания',
    AE: 'ОАЭ',
    CF: 'ЦАР',
    XK: 'Косово',
    ZZ: 'неизвестно',
  },
  en: {
    RU: 'Russia',
    MD: 'Moldova',
    KG: 'Kyrgyzstan',
    CN: 'China',
    CZ: 'Czechia',
    IR: 'Iran',
    KP: 'North Korea',
    KR: 'South Korea',
    MK: 'North Macedonia',
    SY: 'Syria',
    TW: 'Taiwan',
    TZ: 'Tanzania',
    US: 'United States',
    VN: 'Vietnam',
    XK: 'Kosovo',
    ZZ: 'unknown',
  },
};
