import { MEN, WOMEN } from './given-name-forms.ts';
import { isOpenVowel, isVowel } from './word-letters.ts';
import { readWords } from './words.ts';

/** The letters that stand for all national forms of a name, by the loose letters of each form. */
const BY_FORM = new Map<string, string>();

/** The letters of a father's name, by what its patronymics leave of it. */
const BY_STEM = new Map<string, string>();

for (const row of rowsOf(MEN)) addRow(row, true);
for (const row of rowsOf(WOMEN)) addRow(row, false);

/** The letters that stand for a given name, whatever state's form it has; undefined where the table does not know it. */
export function findGivenName(letters: string): string | undefined {
  return BY_FORM.get(looseLetters(letters));
}

/** The letters that stand for a father's name of which a patronymic kept this stem: `sergei` for `serge`; undefined where not known. */
export function findFather(stem: string): string | undefined {
  const loose = looseLetters(stem);
  return BY_FORM.get(loose) ?? BY_STEM.get(withoutFinalVowels(loose));
}

function rowsOf(table: string): string[] {
  return table.trim().split('\n');
}

function addRow(row: string, isFather: boolean): void {
  const [names = '', stems = ''] = row.split(':');
  const forms = names.trim().split(' ').map(looseForm);
  const canonical = readWords(names)[0]?.letters ?? '';
  for (const form of forms) if (!BY_FORM.has(form)) BY_FORM.set(form, canonical);
  if (!isFather) return;
  const ownStems = stems.trim() === '' ? [] : stems.trim().split(' ').map(looseForm);
  for (const stem of [...forms, ...ownStems].map(withoutFinalVowels))
    if (!BY_STEM.has(stem)) BY_STEM.set(stem, canonical);
}

function looseForm(form: string): string {
  return looseLetters(
    readWords(form)
      .map(word => word.letters)
      .join(''),
  );
}

function withoutFinalVowels(letters: string): string {
  let end = letters.length;
  while (end > 1 && isVowel(letters.charAt(end - 1))) end--;
  return letters.slice(0, end);
}

/** Letters without what national alphabets vary: г = х, doubled letters, ав = ау before a consonant, ьо = ё. */
function looseLetters(letters: string): string {
  let loose = '';
  let last = '';
  for (let at = 0; at < letters.length; at++) {
    const letter = looseLetter(letters, at, last);
    if (letter === last) continue;
    if (letter === 'o' && last === 'i' && loose !== '') {
      last = 'e';
      continue;
    }
    loose += last;
    last = letter;
  }
  return loose + last;
}

function looseLetter(letters: string, at: number, last: string): string {
  const letter = letters.charAt(at);
  if (letter === 'h') return 'g';
  if (letter === 'u' && isOpenVowel(last) && !isVowel(letters.charAt(at + 1) || 'a')) return 'v';
  return letter;
}
