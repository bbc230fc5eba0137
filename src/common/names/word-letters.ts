/** The letters of one word as they are read, one by one; sounds that schemes write in two ways become one. */
export class WordLetters {
  #done = '';
  #beforeLast = '';
  /** The letter read last, '' at the beginning. */
  last = '';

  add(reading: string): void {
    for (let at = 0; at < reading.length; at++) this.#addLetter(reading.charAt(at));
  }

  /** Takes the last letter back. */
  dropLast(): void {
    this.last = this.#beforeLast;
    this.#done = this.#done.slice(0, -1);
    this.#beforeLast = this.#done.slice(-1);
  }

  /** The word, with a final -au, -eu, -ou as Belarusian passports write -аў, -еў, -оў. */
  end(): string {
    if (this.last === 'u' && isOpenVowel(this.#beforeLast)) return `${this.#done}v`;
    return this.#done + this.last;
  }

  #addLetter(letter: string): void {
    const sound = letter === 'y' ? (isVowel(this.last) ? 'v' : 'u') : letter;
    const merged = mergedWith(this.last, sound);
    if (merged === 'c' || merged === 'q') while (this.last === 't') this.dropLast();
    if (merged === '' || merged === 'c') this.#append(merged || sound);
    else if (merged === 'q') this.#addLetter('q');
    else this.last = merged;
  }

  #append(letter: string): void {
    this.#done += this.last;
    this.#beforeLast = this.last;
    this.last = letter;
  }
}

/** The one letter in which two meet, '' where they stay two: ий = ы, ье = ие = е, тс = ц, тч = ч, сч = шч = щ, дж = ж. */
function mergedWith(last: string, letter: string): string {
  switch (letter) {
    case 'i':
      return last === 'i' ? 'i' : '';
    case 'e':
      return last === 'i' ? 'e' : '';
    case 's':
    case 'c':
    case 'z':
      return last === 't' ? 'c' : '';
    case 'q':
      return last === 't' ? 'q' : last === 's' || last === 'w' ? 'x' : '';
    case 'j':
      return last === 'd' ? 'j' : '';
    default:
      return '';
  }
}

export function isVowel(letter: string): boolean {
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u';
}

/** A vowel after which a short u is the ў of Belarusian, the в of Russian. */
export function isOpenVowel(letter: string): boolean {
  return letter === 'a' || letter === 'e' || letter === 'o';
}
