import { useState } from 'react';
import { send } from '../../api/client.ts';

export interface SentText {
  name: string;
  text: string;
}

/** A file that need not be text: spreadsheets and packed tables go as base64. */
export interface SentTable {
  name: string;
  text?: string;
  base64?: string;
}

const NO_TEXT = /\.(xlsx|gz)$/i;

export function isText({ name }: { name: string }): boolean {
  return !NO_TEXT.test(name);
}

/** What came of the files that a reader sent: nothing yet, on its way, the answer, or why there is none. */
interface Sent<Answer> {
  data?: Answer;
  pending: boolean;
  error: unknown;
}

const NOTHING = { pending: false, error: null } as const;

type BodyOf = (texts: readonly SentText[], others: readonly SentTable[]) => unknown;

/** Sends the texts of chosen files to a route that forgets them, and keeps its answer in this window. */
export function useSentTexts<Answer>(path: string, bodyOf: BodyOf) {
  const [sent, setSent] = useState<Sent<Answer>>(NOTHING);
  const [files, setFiles] = useState<readonly File[]>([]);
  const take = async (chosen: readonly File[], make: BodyOf) => {
    setFiles(chosen);
    setSent({ pending: true, error: null });
    try {
      const texts = await Promise.all(chosen.filter(isText).map(textOf));
      const others = await Promise.all(chosen.filter(file => !isText(file)).map(packedOf));
      setSent({ data: await send<Answer>('POST', path, make(texts, others)), ...NOTHING });
    } catch (error) {
      setSent({ pending: false, error });
    }
  };
  return {
    ...sent,
    send: (chosen: readonly File[]) => void take(chosen, bodyOf),
    /** The same files, asked otherwise. */
    again: (make: BodyOf) => void take(files, make),
    reset: () => setSent(NOTHING),
  };
}

/** The one text that is YAML, or nothing: the server says what is missing. */
export function yamlOf(texts: readonly SentText[]): string {
  return texts.find(({ name }) => /\.ya?ml$/i.test(name))?.text ?? '';
}

export function othersOf(texts: readonly SentText[]): SentText[] {
  return texts.filter(({ name }) => !/\.ya?ml$/i.test(name));
}

/** The one text of a page that takes one table. */
export function firstText(texts: readonly SentText[]): string {
  return texts[0]?.text ?? '';
}

async function textOf(file: File): Promise<SentText> {
  return { name: file.name, text: await file.text() };
}

async function packedOf(file: File): Promise<SentTable> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return { name: file.name, base64: btoa(letters) };
}
