import { isFrench, type LatinAlphabet, type LatinHabits } from './latin-habits.ts';
import { isVowel, WordLetters } from './word-letters.ts';

/** What a Latin word is read as, and what else it may be. */
export interface LatinReading {
  readonly letters: string;
  /** The second reading of a writing that two schemes share, else null. */
  readonly other: string | null;
}

const VOWELS_OF_WRITING = 'aeiouyAU';
const KS_WORDS = /^(?:[ao]lex|max|[ou]xan|xen|roxan|dexter)|[aen]x$/;
const CH_ENDINGS = /^ch(?:na)?$/;
const AZERBAIJANI_ENDINGS = /(?:ov|ova|ev|eva|li|lu|oglu|zade|zada)$/;

/**
 * Reads a Latin word, given in the plain form of `letter-readings.ts` (a-z, capitals for marked letters, apostrophes), whatever the scheme.
 *
 * @param alphabet what the marks of the whole name say
 */
export function readLatin(word: string, alphabet: LatinAlphabet): LatinReading {
  const french = alphabet === null && isFrench(word);
  const reader = new LatinReader(word, { alphabet, french, flipped: false });
  const letters = reader.read();
  if (!reader.doubtful) return { letters, other: null };
  const asFrench = !french && word.includes('ou');
  const other = new LatinReader(word, { alphabet, french: asFrench, flipped: !french && !asFrench }).read();
  return { letters, other: other === letters ? null : other };
}

class LatinReader {
  /** True once a letter was met that another scheme reads otherwise. */
  doubtful = false;
  readonly #word: string;
  readonly #habits: LatinHabits;
  readonly #out = new WordLetters();
  #at = 0;

  constructor(word: string, habits: LatinHabits) {
    this.#word = word;
    this.#habits = habits;
  }

  read(): string {
    while (this.#at < this.#word.length) this.#at += this.#step(this.#word.charAt(this.#at));
    return this.#out.end();
  }

  /** Reads what stands at the current place; returns how many characters it was. */
  #step(letter: string): number {
    switch (letter) {
      case 'c':
        return this.#readC();
      case 'g':
        return this.#readG();
      case 'i':
        return this.#readI();
      case 'j':
        return this.#readJ();
      case 'o':
        return this.#readO();
      case 's':
        return this.#readS();
      case 'k':
        return this.#next() === 'h' ? this.#put('h', 2) : this.#put('k', 1);
      case 'p':
        return this.#next() === 'h' ? this.#put('f', 2) : this.#put('p', 1);
      case 't':
        return this.#readT();
      case 'z':
        return this.#next() === 'h' ? this.#put('j', 2) : this.#put('z', 1);
      case 'w':
        return this.#put('v', 1);
      case 'q':
        return this.#readQ();
      case 'x':
        return this.#readX();
      case 'y':
        return this.#readYot(1);
      case 'A':
        return this.#put(this.#habits.alphabet === 'romanian' ? 'i' : 'ia', 1);
      case 'U':
        return this.#put('iu', 1);
      case 'Y':
        return this.#put('y', 1);
      case "'":
        return 1;
      default:
        return this.#put(letter.toLowerCase(), 1);
    }
  }

  #readC(): number {
    const next = this.#next();
    if (next === 'h') return this.#readCh();
    if (next === 'z') return this.#put('c', 2);
    if (this.#before() === 't' || this.#habits.alphabet === 'slavic') return this.#put('c', 1);
    // К in Jackson and Becker, but цк in -цкий.
    if (next === 'k') return 'aiyo'.includes(this.#next(2) || '-') ? this.#put('c', 1) : this.#put('k', 2);
    if (this.#habits.alphabet === 'azerbaijani') return this.#put('j', 1);
    const soft = next === 'e' || next === 'i';
    if (this.#habits.alphabet === 'romanian') return this.#put(soft ? 'q' : 'k', 1);
    return this.#readDoubtfulC(next, soft);
  }

  /** ч, in French passports ш (and then ч is TCH), х in Belarusian letters; -ич at the end and СЧ leave no doubt. */
  #readCh(): number {
    if (this.#habits.alphabet === 'slavic') return this.#put('h', 2);
    const before = this.#before();
    const certain =
      before === 't' ||
      (before === 's' && !this.#habits.french) ||
      (before === 'i' && CH_ENDINGS.test(this.#word.slice(this.#at)));
    if (certain) return this.#put('q', 2);
    this.doubtful = true;
    return this.#put(this.#habits.french || this.#habits.flipped ? 'w' : 'q', 2);
  }

  /** ц of ISO 9, дж of Azerbaijani or к and ч of Romanian without their marks. */
  #readDoubtfulC(next: string, soft: boolean): number {
    const before = this.#before();
    const hard = !soft && (before === 's' || 'rlts'.includes(next || '-') || (next === '' && before !== 'e'));
    if (!hard) this.doubtful = true;
    if (!this.#habits.flipped) return this.#put(hard ? 'k' : 'c', 1);
    if (isWrittenVowel(next) && AZERBAIJANI_ENDINGS.test(this.#word)) return this.#put('j', 1);
    return this.#put(soft ? 'q' : 'k', 1);
  }

  #readG(): number {
    const next = this.#next();
    if (next === 'h') return this.#put('g', 2);
    if (next === 'u' && 'eiy'.includes(this.#next(2) || '-')) {
      this.doubtful = true;
      if (this.#habits.french || this.#habits.flipped) return this.#put('g', 2);
    }
    return this.#put('g', 1);
  }

  /** ICAO writes ъ as IE; before a vowel with its own i it says nothing. */
  #readI(): number {
    const hardSign = this.#next() === 'e' && this.#out.last !== '' && !isVowel(this.#out.last);
    const third = this.#next(2);
    if (hardSign && third === 'e') return 2;
    if (hardSign && third === 'i' && 'aue'.includes(this.#next(3) || '-')) return 2;
    return this.#put('i', 1);
  }

  /** й of ISO 9, GOST and Belarusian; ж or дж of French, Uzbek, Kyrgyz, Tajik, Azerbaijani. */
  #readJ(): number {
    if (this.#next() === 'j') return this.#put('i', 2);
    const [likely, doubtful] = this.#likelyJ();
    if (doubtful) this.doubtful = true;
    if (this.#habits.french) return this.#put('j', 1);
    const soft = this.#habits.flipped && doubtful ? !likely : likely;
    return soft ? this.#readYot(1) : this.#put('j', 1);
  }

  /** Whether j is й here, and whether that can be doubted. */
  #likelyJ(): [boolean, boolean] {
    const alphabet = this.#habits.alphabet;
    if (alphabet !== null) return [alphabet === 'slavic', false];
    const next = this.#next();
    const before = this.#out.last;
    const afterVowel = isVowel(before);
    if (next === '') return [afterVowel, false];
    if (!isWrittenVowel(next)) return [afterVowel, afterVowel];
    if (this.#before() === "'") return [true, false];
    if (before === '') return [false, true];
    if (before === 'd') return [false, true];
    if (before === 'i' || (afterVowel && next === 'y' && isWrittenVowel(this.#next(2)))) return [true, true];
    if (afterVowel) return [next === 'a' && this.#next(2) === '', true];
    return [(next !== 'o' && next !== 'i') || (next === 'o' && this.#before() === 'h'), true];
  }

  #readO(): number {
    const next = this.#next();
    if (next === "'") return this.#put('u', 2);
    if (next === 'u' && this.#next(2) !== '') {
      this.doubtful = true;
      if (this.#habits.french) return this.#put('u', 2);
    }
    return this.#put('o', 1);
  }

  #readQ(): number {
    if (this.#habits.alphabet === 'azerbaijani') return this.#put('g', 1);
    this.doubtful = true;
    return this.#put(this.#habits.flipped ? 'g' : 'k', 1);
  }

  #readS(): number {
    if (this.#next() === 'h' && this.#habits.alphabet !== 'slavic')
      return this.#next(2) === 'h' ? this.#put('x', 3) : this.#put('w', 2);
    const german = this.#next() === 'c' && this.#next(2) === 'h' && 'mnwlr'.includes(this.#next(3) || '-');
    return german ? this.#put('w', 3) : this.#put('s', 1);
  }

  #readT(): number {
    const next = this.#next();
    if (next === 'h' && (this.#at === 0 || this.#next(2) === '')) return this.#put('t', 2);
    if (next === 's' && this.#next(2) === 'c' && this.#next(3) === 'h') return this.#put('q', 4);
    // т + ш, not ц + х: no scheme writes ц before a bare h.
    if (next === 's' && this.#next(2) === 'h') return this.#put('tw', this.#next(3) === 'h' ? 4 : 3);
    return this.#put('t', 1);
  }

  /** х of GOST 7.79 B, Uzbek and Azerbaijani; кс of French passports and of plain Alexander. */
  #readX(): number {
    const { alphabet } = this.#habits;
    if (alphabet !== null && alphabet !== 'romanian') return this.#put('h', 1);
    this.doubtful = true;
    if (KS_WORDS.test(this.#word)) return this.#put(this.#habits.flipped ? 'h' : 'ks', 1);
    return this.#put(this.#habits.french || this.#habits.flipped ? 'ks' : 'h', 1);
  }

  /** й, ы, or the beginning of я, ю, е, ё. Yo is ё, but after a vowel йо unless the name ends in -ёв. */
  #readYot(length: number): number {
    const yo = this.#next() === 'o' && this.#next(2) !== "'" && this.#next(2) !== 'u';
    if (!yo) return this.#put('i', length);
    if (!isVowel(this.#out.last)) return this.#put('e', length + 1);
    return /^v(?:a|ich|na)?$/.test(this.#word.slice(this.#at + 2))
      ? this.#put('e', length + 1)
      : this.#put('i', length);
  }

  /** The character before the current one, '' at the beginning. */
  #before(): string {
    return this.#word.charAt(this.#at - 1);
  }

  #next(distance = 1): string {
    return this.#word.charAt(this.#at + distance);
  }

  #put(reading: string, length: number): number {
    this.#out.add(reading);
    return length;
  }
}

function isWrittenVowel(letter: string): boolean {
  return letter !== '' && VOWELS_OF_WRITING.includes(letter);
}
