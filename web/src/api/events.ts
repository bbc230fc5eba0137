import { ProblemError } from './client.ts';
import type { Problem } from './types.ts';

/**
 * Sends a form and follows the events that come back until the one that ends them.
 *
 * @param end the event whose data are the answer; `problem` ends with an error
 * @throws ProblemError
 */
export async function follow<Answer>(
  path: string,
  form: FormData,
  { end, tell, signal }: { end: string; tell: (event: string, data: unknown) => void; signal: AbortSignal },
): Promise<Answer> {
  const response = await fetch(path, { method: 'POST', body: form, signal, credentials: 'same-origin' });
  if (!response.ok || response.body === null) throw new ProblemError((await response.json()) as Problem);
  let text = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    text += value ?? '';
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const { event, data } of events.flatMap(eventOf)) {
      if (event === end) return data as Answer;
      if (event === 'problem') throw new ProblemError(data as Problem);
      tell(event, data);
    }
    if (done) throw new ProblemError({ type: 'about:blank', title: 'The server does not answer', status: 0 });
  }
}

function eventOf(text: string): { event: string; data: unknown }[] {
  const lines = text.split('\n');
  const event = lines.find(line => line.startsWith('event: '))?.slice(7);
  const data = lines.find(line => line.startsWith('data: '))?.slice(6);
  return event === undefined || data === undefined ? [] : [{ event, data: JSON.parse(data) }];
}
