import { useMutation } from '@tanstack/react-query';
import { send } from './client.ts';

export interface SentText {
  name: string;
  text: string;
}

/** Sends the texts of chosen files to a route that forgets them, and keeps its answer in this window. */
export function useSentTexts<Answer>(path: string, bodyOf: (texts: readonly SentText[]) => unknown) {
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      const texts = await Promise.all(files.map(async file => ({ name: file.name, text: await file.text() })));
      return send<Answer>('POST', path, bodyOf(texts));
    },
  });
}

/** The one text that is YAML, or nothing: the server says what is missing. */
export function yamlOf(texts: readonly SentText[]): string {
  return texts.find(({ name }) => /\.ya?ml$/i.test(name))?.text ?? '';
}

export function othersOf(texts: readonly SentText[]): SentText[] {
  return texts.filter(({ name }) => !/\.ya?ml$/i.test(name));
}
