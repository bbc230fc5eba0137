import type { PublishedVintages } from '../statistics/publish/published-vintages.ts';
import { warmAnswers } from '../statistics/publish/warm-answers.ts';

/**
 * Makes ready what is asked first of the newest vintage: now, and again whenever one was published or released.
 *
 * @param failed told why answers could not be made ready; they are made when they are asked for then
 * @returns what waits until all is ready that was to be made so by then
 */
export function keepWarm(views: PublishedVintages, failed: (error: unknown) => void): () => Promise<void> {
  let work: Promise<void> = Promise.resolve();
  const warm = (): void => {
    work = work.then(() => warmAnswers(views)).catch(failed);
  };
  views.whenChanged(warm);
  warm();
  return () => work;
}
