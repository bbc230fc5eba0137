/** Belarusian writing of a Russian name, by sound: the stress is not known, so it is set by the word itself, always alike. */
export function belarusian(russian: string): string {
  return russian.split('-').map(belarusianPart).join('-');
}

function belarusianPart(word: string): string {
  const stressedEnd = hash(word) % 5 < 2;
  let out = word
    .replace(/щ/g, 'шч')
    .replace(/ск(?:ий|ый)$/, 'скі')
    .replace(/(?<=[шжчцр])и/g, 'ы')
    .replace(/(?<=[шжчцр])е/g, 'э')
    .replace(/(?<=р)ё/g, 'о')
    .replace(/(?<=р)ю/g, 'у')
    .replace(/(?<=р)я/g, 'а')
    .replace(/т(?=[иеёяюь])/g, 'ц')
    .replace(/д(?=[иеёяюь])/g, 'дз')
    .replace(/Т(?=[иеёяюь])/g, 'Ц')
    .replace(/Д(?=[иеёяюь])/g, 'Дз')
    .replace(/и/g, 'і')
    .replace(/И/g, 'І')
    .replace(/ъ/g, '’');
  const last = Math.max(...['а', 'о', 'у', 'э', 'ы', 'і', 'е', 'ё', 'я', 'ю'].map(vowel => out.lastIndexOf(vowel)));
  const kept = stressedEnd ? last : -1;
  out = [...out].map((letter, at) => (letter === 'о' && at !== kept ? 'а' : letter)).join('');
  return out.replace(/О/g, stressedEnd ? 'А' : 'О').replace(/(?<=[аоуэыіеёяюАОУЭІЕЯЮ])в(?![аоуэыіеёяю])ь?/g, 'ў');
}

/** Ukrainian writing of a Russian name, letter by letter. */
export function ukrainian(russian: string): string {
  return russian
    .replace(/ск(?:ий|ый)$/, 'ський')
    .replace(/ская$/, 'ська')
    .replace(/^И/, 'І')
    .replace(/ин(а?)$/, 'ін$1')
    .replace(/^Е/, 'Є')
    .replace(/^Э/, 'Е')
    .replace(/ьё/g, 'йо')
    .replace(/ё/g, 'ьо')
    .replace(/Ё/g, 'Йо')
    .replace(/ы/g, 'и')
    .replace(/э/g, 'е')
    .replace(/ъ/g, '’');
}

const ROMANIAN: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'io',
    ж: 'j',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'c',
    л: 'l',
    м: 'm',
    н: 'n',
  },
  ...{
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'ț',
    ч: 'c',
    ш: 'ș',
    щ: 'șc',
    ъ: '',
    ы: 'î',
    ь: '',
  },
  ...{ э: 'e', ю: 'iu', я: 'ia' },
};

/** Romanian writing of a Russian name, as Moldovan offices do: Кузнецов is Cuznețov, Михайлов Mihailov. */
export function romanian(russian: string): string {
  const lower = russian
    .toLowerCase()
    .replace(/г(?=[еиэ])/g, 'гh')
    .replace(/к(?=[еиэ])/g, 'кh');
  const out = [...lower].map(letter => ROMANIAN[letter] ?? letter).join('');
  return capitals(out.replace(/ci(?=a|o|u)/g, 'ci'));
}

function capitals(name: string): string {
  return name.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function hash(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at++) sum = (Math.imul(sum, 31) + word.charCodeAt(at)) | 0;
  return sum >>> 0;
}
