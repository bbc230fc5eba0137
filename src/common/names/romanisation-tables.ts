/** How one scheme writes the letters of one Cyrillic, Armenian or Georgian spelling. Keys are lower case; an empty value drops the letter. */
export interface RomanisationTable {
  readonly letters: Readonly<Record<string, string>>;
  /** Readings at the beginning of a word. */
  readonly initial?: Readonly<Record<string, string>>;
  /** Readings after a vowel, a sign or an apostrophe. */
  readonly afterVowel?: Readonly<Record<string, string>>;
  /** Two letters that are written together. */
  readonly sequences?: Readonly<Record<string, string>>;
  /** The last letters of a word. */
  readonly endings?: Readonly<Record<string, string>>;
}

/** Letters that all the Russian tables below share. */
const RUSSIAN = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p' },
  ...{ р: 'r', с: 's', т: 't', у: 'u', ф: 'f', ы: 'y', э: 'e' },
};
const ENGLISH = { ...RUSSIAN, ж: 'zh', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' };
const WITH_I = { ...ENGLISH, ё: 'e', й: 'i', ю: 'iu', я: 'ia', ь: '', "'": '' };
const WITH_Y = { ...ENGLISH, ё: 'yo', й: 'y', ю: 'yu', я: 'ya' };

/**
 * The letters for which a scheme has no rule of its own: ICAO Doc 9303 for the Slavic ones, the practice of airlines and passport offices
 * for the Turkic and Tajik ones.
 */
export const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ...{ ...WITH_I, ъ: 'ie' },
  ...{ і: 'i', ї: 'i', є: 'ie', ґ: 'g', ў: 'u', ј: 'y', ә: 'a', ғ: 'g', қ: 'k', ң: 'n', ө: 'o', ұ: 'u', ү: 'u' },
  ...{ һ: 'h', ҳ: 'kh', ҷ: 'j', ҹ: 'j', ҝ: 'g', ӣ: 'i', ӯ: 'u', җ: 'zh' },
};

/** ICAO Doc 9303 part 3; Russian passports since about 2013 (order 320 of the Federal Migration Service, 2012). */
const ICAO: RomanisationTable = { letters: { ...WITH_I, ъ: 'ie' } };

/** GOST R 52535.1-2006; Russian passports from March 2010. */
const GOST_52535: RomanisationTable = { letters: { ...WITH_I, ц: 'tc', ъ: '' } };

/** Order 310 of the Russian Ministry of the Interior, 1997, the English reading. */
const MVD_310: RomanisationTable = {
  letters: { ...WITH_Y, ё: 'e', ъ: '"', ь: "'" },
  sequences: { ье: 'ye', ъе: 'ye', ьё: 'ye', ъё: 'ye' },
};

/** Order 310 of the Russian Ministry of the Interior, 1997, the French reading of the passports before it and beside it. */
const MVD_310_FRENCH: RomanisationTable = {
  letters: { ...WITH_I, ж: 'j', у: 'ou', ч: 'tch', ш: 'ch', щ: 'chtch', ъ: '', ю: 'iou' },
  sequences: { ге: 'gue', ги: 'gui', гы: 'guy', ье: 'ie', ьё: 'ie', кс: 'x' },
  endings: { ин: 'ine' },
};

const YE_AFTER_VOWEL = { е: 'ye' };

/** Order 782 of the Russian Ministry of the Interior, 2000; GOST R 52290-2004 writes names alike. */
const MVD_782: RomanisationTable = {
  letters: { ...WITH_Y, ё: 'ye', ъ: "'", ь: "'" },
  initial: { ё: 'yo' },
  afterVowel: { ...YE_AFTER_VOWEL, ё: 'yo' },
  sequences: {
    ...{ ье: 'ye', ъе: 'ye', ьё: 'yo', ъё: 'yo', ьи: 'yi' },
    ...{ жё: 'zhe', чё: 'che', шё: 'she', щё: 'shche' },
  },
};

/** BGN/PCGN 1947, the system of American and British maps and visas, with its apostrophes and diaereses. */
const BGN: RomanisationTable = {
  letters: { ...WITH_Y, ё: 'ë', ъ: '”', ь: '’' },
  initial: { е: 'ye', ё: 'yë' },
  afterVowel: { е: 'ye', ё: 'yë' },
};

/** The plain English of newspapers and old visas: BGN/PCGN without signs, -ий and -ый as -y. */
const PLAIN_ENGLISH: RomanisationTable = {
  letters: { ...WITH_Y, ъ: '', ь: '' },
  initial: { е: 'ye' },
  afterVowel: YE_AFTER_VOWEL,
  sequences: { ьи: 'yi', ьо: 'yo' },
  endings: { ий: 'y', ый: 'y' },
};

/** GOST 7.79-2000 system B, without diacritics. */
const GOST_779_B: RomanisationTable = {
  letters: {
    ...{ ...RUSSIAN, ё: 'yo', ж: 'zh', й: 'j', х: 'x', ц: 'cz', ч: 'ch', ш: 'sh', щ: 'shh', ъ: '``', ы: 'y`' },
    ...{ ь: '`', э: 'e`', ю: 'yu', я: 'ya' },
  },
  sequences: { це: 'ce', ци: 'ci', цй: 'cj', цы: 'cy`' },
};

/** GOST 16876-71, the table without diacritics; telegrams and library cards. */
const GOST_16876: RomanisationTable = {
  letters: {
    ...{ ...RUSSIAN, ё: 'jo', ж: 'zh', й: 'jj', х: 'kh', ц: 'c', ч: 'ch', ш: 'sh', щ: 'shh', ъ: '"', ь: "'" },
    ...{ э: 'eh', ю: 'ju', я: 'ja' },
  },
};

/** ISO 9:1995 = GOST 7.79-2000 system A: one Latin letter for each Cyrillic one. */
const ISO_9: RomanisationTable = {
  letters: {
    ...{ ...RUSSIAN, ё: 'ë', ж: 'ž', й: 'j', х: 'h', ц: 'c', ч: 'č', ш: 'š', щ: 'ŝ', ъ: 'ʺ', ь: 'ʹ' },
    ...{ э: 'è', ю: 'û', я: 'â', і: 'ì', ї: 'ï', є: 'ê', ґ: 'g̀', ў: 'ŭ' },
  },
};

/** ALA-LC (Library of Congress), Russian. */
const ALA_LC: RomanisationTable = {
  letters: { ...ENGLISH, ё: 'ë', й: 'ĭ', ц: 't͡s', ъ: 'ʺ', ь: 'ʹ', э: 'ė', ю: 'i͡u', я: 'i͡a' },
};

const BELARUSIAN = {
  ...{ ...ENGLISH, г: 'h', і: 'i', й: 'i', ў: 'u', ь: '', "'": '', ё: 'io', ю: 'iu', я: 'ia', ґ: 'g' },
};

/** Passports of Belarus, from the Belarusian spelling (instruction of the Ministry of the Interior, 9 October 2008). */
const BY_NATIONAL: RomanisationTable = {
  letters: BELARUSIAN,
  initial: { е: 'ye', ё: 'yo', ю: 'yu', я: 'ya', й: 'y' },
  afterVowel: { е: 'ye', ё: 'yo', ю: 'yu' },
  sequences: { "'е": 'ye', "'ё": 'yo', "'ю": 'yu', "'я": 'ya' },
  endings: { ый: 'y', ій: 'i' },
};

/** The Belarusian Latin letters of maps and of names with diacritics (State Committee on Property, 2000 and 2007). */
const BY_LATIN: RomanisationTable = {
  letters: {
    ...{ ...BELARUSIAN, ж: 'ž', й: 'j', х: 'ch', ц: 'c', ч: 'č', ш: 'š', ў: 'ŭ' },
    ...{ е: 'ie', ё: 'io', ю: 'iu', я: 'ia' },
  },
  initial: { е: 'je', ё: 'jo', ю: 'ju', я: 'ja' },
  afterVowel: { е: 'je', ё: 'jo', ю: 'ju', я: 'ja' },
  sequences: {
    ...{ ле: 'lie', лё: 'lio', лю: 'liu', ля: 'lia', зь: 'ź', сь: 'ś', ць: 'ć', нь: 'ń', ль: 'ĺ' },
    ...{ "'е": 'je', "'ё": 'jo', "'ю": 'ju', "'я": 'ja' },
  },
};

/** Ukraine: resolution 55 of the Cabinet of Ministers, 27 January 2010. */
const UA_2010: RomanisationTable = {
  letters: { ...ENGLISH, г: 'h', ґ: 'g', и: 'y', і: 'i', ї: 'i', й: 'i', є: 'ie', ю: 'iu', я: 'ia', ь: '', "'": '' },
  initial: { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' },
  sequences: { зг: 'zgh' },
};

/** Kazakhstan: passports, from Kazakh or Russian spelling (the diacritics of Kazakh letters are lost). */
const KZ_PASSPORT: RomanisationTable = { letters: { ...WITH_Y, ъ: '', ь: '', һ: 'h', "'": '' } };

/** Kazakhstan: the Latin alphabet of 2021. */
const KZ_LATIN: RomanisationTable = {
  letters: {
    ...{ ...RUSSIAN, ә: 'ä', ғ: 'ğ', қ: 'q', ң: 'ñ', ө: 'ö', ұ: 'ū', ү: 'ü', һ: 'h', і: 'ı', й: 'i', ж: 'j' },
    ...{ х: 'h', ц: 'ts', ч: 'ch', ш: 'ş', щ: 'şş', ъ: '', ь: '', ё: 'io', ю: 'iu', я: 'ia' },
  },
};

/** Kyrgyzstan: passports, after ICAO Doc 9303 with Y for Й and J-like letters as ZH. */
const KG_PASSPORT: RomanisationTable = {
  letters: { ...WITH_Y, ъ: '', ь: '', ң: 'n', ө: 'o', ү: 'u', "'": '' },
};

/** Tajikistan: passports, after BGN/PCGN 1994 without diacritics. */
const TJ_PASSPORT: RomanisationTable = {
  letters: { ...WITH_Y, ғ: 'gh', қ: 'q', ҳ: 'h', ҷ: 'j', ӣ: 'i', ӯ: 'u', ъ: '', ь: '', "'": '' },
};

/** Uzbekistan: the Latin alphabet of 1995. */
const UZ: RomanisationTable = {
  letters: {
    ...{ ...RUSSIAN, ё: 'yo', ж: 'j', й: 'y', х: 'x', ц: 's', ч: 'ch', ш: 'sh', щ: 'sh', ъ: 'ʼ', ы: 'i', ь: '' },
    ...{ ю: 'yu', я: 'ya', ў: 'o‘', ғ: 'g‘', қ: 'q', ҳ: 'h' },
  },
  initial: { е: 'ye' },
  afterVowel: { е: 'ye', ц: 'ts' },
  sequences: { сҳ: 's’h' },
};

/** Azerbaijan: the Latin alphabet of 1991, from the Cyrillic one of 1958. */
const AZ: RomanisationTable = {
  letters: {
    ...{ ...RUSSIAN, ә: 'ə', ғ: 'ğ', г: 'q', ҝ: 'g', ҹ: 'c', ч: 'ç', ш: 'ş', х: 'x', һ: 'h', ө: 'ö', ү: 'ü' },
    ...{ ы: 'ı', ж: 'j', ј: 'y', й: 'y', ц: 's', щ: 'ş', ъ: '', ь: '', ё: 'yo', ю: 'yu', я: 'ya' },
  },
  afterVowel: { е: 'ye' },
};

/** Turkmenistan: the Latin alphabet of 1999. */
const TM: RomanisationTable = {
  letters: {
    ...{ ...RUSSIAN, в: 'w', ж: 'ž', җ: 'j', й: 'ý', ң: 'ň', ө: 'ö', ү: 'ü', ә: 'ä', х: 'h', ц: 's', ч: 'ç' },
    ...{ ш: 'ş', щ: 'şç', ъ: '', ь: '', ё: 'ýo', ю: 'ýu', я: 'ýa' },
  },
  initial: { е: 'ýe' },
  afterVowel: { е: 'ýe' },
};

/** Armenia: passports, from Armenian letters (BGN/PCGN 1981 without signs). */
const AM: RomanisationTable = {
  letters: {
    ...{ ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', զ: 'z', է: 'e', ը: 'y', թ: 't', ժ: 'zh', ի: 'i', լ: 'l', խ: 'kh' },
    ...{ ծ: 'ts', կ: 'k', հ: 'h', ձ: 'dz', ղ: 'gh', ճ: 'ch', մ: 'm', յ: 'y', ն: 'n', շ: 'sh', ո: 'o', չ: 'ch' },
    ...{ պ: 'p', ջ: 'j', ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'ts', ւ: 'v', փ: 'p', ք: 'k', օ: 'o', ֆ: 'f' },
    և: 'ev',
  },
  initial: { ե: 'ye', ո: 'vo', և: 'yev' },
  sequences: { ու: 'u' },
};

/** Georgia: the national system of 2002, from Georgian letters, without its apostrophes as passports print it. */
const GE: RomanisationTable = {
  letters: {
    ...{ ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l', მ: 'm', ნ: 'n' },
    ...{ ო: 'o', პ: 'p', ჟ: 'zh', რ: 'r', ს: 's', ტ: 't', უ: 'u', ფ: 'p', ქ: 'k', ღ: 'gh', ყ: 'q', შ: 'sh' },
    ...{ ჩ: 'ch', ც: 'ts', ძ: 'dz', წ: 'ts', ჭ: 'ch', ხ: 'kh', ჯ: 'j', ჰ: 'h' },
  },
};

export const ROMANISATION_TABLES = {
  icao: ICAO,
  gost52535: GOST_52535,
  mvd310: MVD_310,
  mvd310fr: MVD_310_FRENCH,
  mvd782: MVD_782,
  bgn: BGN,
  english: PLAIN_ENGLISH,
  gost779b: GOST_779_B,
  gost16876: GOST_16876,
  iso9: ISO_9,
  'ala-lc': ALA_LC,
  'by-national': BY_NATIONAL,
  'by-latin': BY_LATIN,
  'ua-2010': UA_2010,
  'kz-passport': KZ_PASSPORT,
  'kz-latin': KZ_LATIN,
  'kg-passport': KG_PASSPORT,
  'tj-passport': TJ_PASSPORT,
  uz: UZ,
  az: AZ,
  tm: TM,
  am: AM,
  ge: GE,
} as const satisfies Readonly<Record<string, RomanisationTable>>;
