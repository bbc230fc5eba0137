import { useState } from 'react';
import { send } from '../../api/client.ts';

export interface SentText {
  name: string;
  text: string;
}

/** What came of the files that a reader sent: nothing yet, on its way, the answer, or why there is none. */
interface Sent<Answer> {
  data?: Answer;
  pending: boolean;
  error: unknown;
}

const NOTHING = { pending: false, error: null } as const;

/** Sends the texts of chosen files to a route that forgets them, and keeps its answer in this window. */
export function useSentTexts<Answer>(path: string, bodyOf: (texts: readonly SentText[]) => unknown) {
  const [sent, setSent] = useState<Sent<Answer>>(NOTHING);
  const take = async (files: readonly File[]) => {
    setSent({ pending: true, error: null });
    try {
      const texts = await Promise.all(files.map(async file => ({ name: file.name, text: await file.text() })));
      setSent({ data: await send<Answer>('POST', path, bodyOf(texts)), ...NOTHING });
    } catch (error) {
      setSent({ pending: false, error });
    }
  };
  return { ...sent, send: (files: readonly File[]) => void take(files), reset: () => setSent(NOTHING) };
}

/** The one text that is YAML, or nothing: the server says what is missing. */
export function yamlOf(texts: readonly SentText[]): string {
  return texts.find(({ name }) => /\.ya?ml$/i.test(name))?.text ?? '';
}

export function othersOf(texts: readonly SentText[]): SentText[] {
  return texts.filter(({ name }) => !/\.ya?ml$/i.test(name));
}
