import { SaldoError } from '../../common/saldo-error.ts';
import { decodeHead, type Encoding, readHead, type TextHead } from './file-head.ts';
import type { FoundFile } from './find-files.ts';
import { fitsAny, getLayout, type Layout } from './layout.ts';
import { NATIVE_PROFILE, type Profile } from './profile.ts';

const DELIMITERS = [',', ';', '\t', '|'];

export interface CsvForm {
  delimiter: string;
  encoding: Encoding;
  /** Columns of the file, those included that no slip has. */
  width: number;
  layout: Layout;
}

/**
 * Finds from the start of a CSV file its delimiter, encoding and layout.
 *
 * @throws SaldoError `not_a_slip_file`
 */
export async function readCsvForm(file: FoundFile, profiles: readonly Profile[]): Promise<CsvForm> {
  const head = decodeHead(await readHead(file.path, file.gzip));
  if (head.text.trim() === '') throw new SaldoError('not_a_slip_file', 'the file is empty; expected a header');
  const { delimiter, header } = splitHeader(head.text, profiles);
  const layout = getLayout(header, profiles);
  return { delimiter, encoding: encodingOf(head, layout.profile), width: header.length, layout };
}

/** The delimiter under which the header is one of a slip file, else that which splits it most. */
function splitHeader(text: string, profiles: readonly Profile[]): { delimiter: string; header: string[] } {
  const own = profiles.flatMap(({ delimiter }) => delimiter ?? []);
  const splits = [...new Set([...DELIMITERS, ...own])].map(delimiter => ({
    delimiter,
    header: firstRecord(text, delimiter),
  }));
  const fitting = splits.find(({ header }) => fitsAny(header, profiles));
  return fitting ?? splits.reduce((best, split) => (split.header.length > best.header.length ? split : best));
}

/** The cells of the first record: quoted ones may hold delimiters, line ends and doubled quotes. */
function firstRecord(text: string, delimiter: string): string[] {
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const last = cells.length - 1;
    if (sign === '"') {
      if (quoted && text.charAt(at + 1) === '"') cells[last] += text.charAt(at++);
      else quoted = !quoted;
    } else if (quoted) cells[last] += sign;
    else if (sign === '\n' || sign === '\r') break;
    else if (sign === delimiter) cells.push('');
    else cells[last] += sign;
  }
  return cells;
}

/** What the bytes show prevails; where they show nothing, or no UTF-8, the profile's encoding holds. */
function encodingOf(head: TextHead, profile: Profile): Encoding {
  if (head.encoding === 'utf-8' || head.encoding === 'utf-16le') return head.encoding;
  return profile === NATIVE_PROFILE ? 'utf-8' : profile.encoding;
}
