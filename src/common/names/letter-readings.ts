/**
 * What each letter of the space's alphabets says, in the alphabet of the keys: one byte for one sound, so that distances which count
 * bytes count letters. `j` is ж and дж, `h` х, `c` ц, `q` ч, `w` ш, `x` щ; `y` is ў, whose sound depends on the letter before it.
 */
const CYRILLIC = `
  а a  б b  в v  г g  д d  е e  ё e  ж j  з z  и i  й i  к k  л l  м m  н n  о o  п p  р r  с s  т t  у u  ф f  х h
  ц c  ч q  ш w  щ x  ъ -  ы i  ь -  э e  ю iu я ia і i  ї i  є e  ґ g  ў y  ѓ g  ђ dj ѕ dz ј i  љ l  њ n  ћ q  ќ k
  џ j  ѐ e  ѝ i  ѣ e  ѳ f  ѵ i  ә a  ғ g  қ k  ң n  ө o  ұ u  ү u  һ h  ҳ h  ҷ j  ҹ j  ҝ g  ӣ i  ӯ u  ӱ u  җ j  ҡ k  ҫ s
  ҙ z  ӑ a  ӗ e  ӧ o  ӓ a  ӝ j  ӟ z  ӵ q  ӥ i  ҥ n  ҕ g  ӈ n  ӳ u  ӹ i  ӭ e  ҟ k  ҵ c  ӂ j  ӏ -`;

const ARMENIAN = `
  ա a  բ b  գ g  դ d  ե e  զ z  է e  ը i  թ t  ժ j  ի i  լ l  խ h  ծ c  կ k  հ h  ձ dz ղ g  ճ q  մ m  յ i  ն n  շ w
  ո o  չ q  պ p  ջ j  ռ r  ս s  վ v  տ t  ր r  ց c  ւ v  փ p  ք k  օ o  ֆ f  և ev`;

const GEORGIAN = `
  ა a  ბ b  გ g  დ d  ე e  ვ v  ზ z  თ t  ი i  კ k  ლ l  მ m  ნ n  ო o  პ p  ჟ j  რ r  ს s  ტ t  უ u  ფ p  ქ k  ღ g
  ყ k  შ w  ჩ q  ც c  ძ dz წ c  ჭ q  ხ h  ჯ j  ჰ h  ჱ e  ჲ i  ჳ v  ჴ h  ჵ o`;

/**
 * Latin letters as the Latin reading wants them: a-z where the letter is plain or its mark says nothing that every office keeps, a capital
 * where the mark decides the sound: C ц, J ж, Q ч, W ш, X щ, Y ў, A â (ISO 9 я, Romanian ы), U û (ISO 9 ю).
 */
const LATIN = `
  à a  á a  ã a  ä a  å a  ā a  ă a  ą a  ǎ a  ạ a  æ ae â A  ć C  ĉ Q  ċ C  č Q  ç Q  ď d  đ d  ð d  è e  é e  ê e  ë e
  ē e  ĕ e  ė e  ę e  ě e  ẽ e  ə a  ĝ g  ğ g  ġ g  ģ g  ǧ g  ǵ g  ĥ h  ħ h  ḥ h  ḩ h  ḫ h  ì i  í i  î i  ï i  ĩ i  ī i
  ĭ i  į i  ı i  ĵ J  ķ k  ḳ k  ĺ l  ļ l  ľ l  ł l  ŀ l  ń n  ņ n  ň n  ŉ n  ŋ n  ñ n  ò o  ó o  ô o  õ o  ö o  ø o  ō o
  ŏ o  ő o  ơ o  œ oe ŕ r  ŗ r  ř r  ś s  ŝ X  ş W  ș W  š W  ß ss ţ C  ț C  ť t  ŧ t  ṭ t  ù u  ú u  û U  ü u  ũ u  ū u
  ŭ Y  ů u  ű u  ų u  ư u  ŵ v  ý y  ÿ y  ŷ y  ź z  ż z  ž J  ẓ z  þ t  ƣ g  ɵ o  ꞑ n  ň n  ẑ X`;

/** Cyrillic and Latin letters of one shape. Capitals and small letters look alike in different letters. */
const LOOK_ALIKES = `
  аa еe оo рp сc уy хx іi јj ѕs һh ԛq ԝw кk мm тt вb зz
  АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS ҮY ԚQ ԜW`;

export const NOTHING = 0;
export const SEPARATOR = 1;
export const APOSTROPHE = 2;
export const MARK = 3;
export const LATIN_LETTER = 4;
export const CYRILLIC_LETTER = 8;
export const OTHER_LETTER = 16;
export const DIGIT = 32;

/** The kind of each UTF-16 code unit; letters are single bits, so that the kinds of a word can be put together. */
export const KINDS = new Uint8Array(0x10000);

/** The reading of Cyrillic, Armenian and Georgian letters, and the plain form of Latin ones, by code unit. */
export const READINGS: readonly string[] = fillReadings();

/** Latin to Cyrillic and Cyrillic to Latin, small and capital letters of one shape, by code unit. */
export const LOOK_ALIKE: ReadonlyMap<number, number> = new Map(
  LOOK_ALIKES.trim()
    .split(/\s+/)
    .flatMap(pair => [
      [pair.charCodeAt(0), pair.charCodeAt(1)],
      [pair.charCodeAt(1), pair.charCodeAt(0)],
    ]),
);

function fillReadings(): string[] {
  const readings = new Array<string>(0x10000).fill('');
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') fillLetter(readings, letter, letter, LATIN_LETTER);
  fillTable(readings, LATIN, LATIN_LETTER);
  fillTable(readings, CYRILLIC, CYRILLIC_LETTER);
  fillTable(readings, ARMENIAN, OTHER_LETTER);
  fillTable(readings, GEORGIAN, OTHER_LETTER);
  for (let code = 0; code < 26; code++) fillFullWidth(readings, code);
  for (let code = 0xc0; code < 0x250; code++) fillFromBase(readings, code);
  for (let code = 0x400; code < 0x530; code++) fillFromBase(readings, code);
  for (let code = 0x1e00; code < 0x1f00; code++) fillFromBase(readings, code);
  for (const digit of '0123456789') KINDS[digit.charCodeAt(0)] = DIGIT;
  for (const apostrophe of '\'`´‘’‛′ʹʺʻʼʽˈ"”“ˊˋ') KINDS[apostrophe.charCodeAt(0)] = APOSTROPHE;
  for (let code = 0x300; code < 0x370; code++) KINDS[code] = MARK;
  for (const separator of ' \t\n\r\f\v\u00a0\u1680\u202f\u205f\u3000-\u2010\u2011\u2012\u2013\u2014\u2015\u2212/\\,;.()[]<>_+&|\u058a') {
    KINDS[separator.charCodeAt(0)] = SEPARATOR;
  }
  for (let code = 0x2000; code <= 0x200a; code++) KINDS[code] = SEPARATOR;
  return readings;
}

function fillTable(readings: string[], table: string, kind: number): void {
  const cells = table.trim().split(/\s+/);
  for (let at = 0; at < cells.length; at += 2) {
    fillLetter(readings, cells[at] ?? '', (cells[at + 1] ?? '').replace('-', ''), kind);
  }
}

function fillLetter(readings: string[], letter: string, reading: string, kind: number): void {
  for (const form of [letter, letter.toUpperCase()]) {
    if (form.length > 1) continue;
    readings[form.charCodeAt(0)] = reading;
    KINDS[form.charCodeAt(0)] = kind;
  }
}

/** The wide Latin letters of East Asian keyboards. */
function fillFullWidth(readings: string[], index: number): void {
  for (const code of [0xff21, 0xff41]) {
    readings[code + index] = String.fromCharCode(0x61 + index);
    KINDS[code + index] = LATIN_LETTER;
  }
}

/** A letter with a mark that no table names reads as the letter without it. */
function fillFromBase(readings: string[], code: number): void {
  const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
  if (KINDS[code] !== NOTHING || base === code) return;
  readings[code] = readings[base] ?? '';
  KINDS[code] = KINDS[base] ?? NOTHING;
}
