import { type Actor, ALL_OFFICES, PUBLIC_ACTOR } from '../../common/access.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { ENCODINGS, KeptBody } from './answer-body.ts';
import { corridorAnswer, overviewAnswer } from './answers.ts';
import type { PublishedVintage } from './published-vintage.ts';
import type { PublishedVintages } from './published-vintages.ts';

const STATISTICIAN: Actor = {
  ...{ kind: 'system', id: 'server', name: 'server', roles: [{ role: 'statistician', office: ALL_OFFICES }] },
};

/** Makes ready what is asked first of the newest vintage: for statisticians its tables, for the public its answers too. */
export async function warmAnswers(views: PublishedVintages): Promise<void> {
  const released = await newest(views, PUBLIC_ACTOR);
  if (released !== undefined) await warm(released);
  await newest(views, STATISTICIAN);
}

async function newest(views: PublishedVintages, actor: Actor): Promise<PublishedVintage | undefined> {
  try {
    return await views.view('latest', actor);
  } catch (error) {
    if (error instanceof SaldoError && error.code === 'unknown_vintage') return undefined;
    throw error;
  }
}

/** One after the other, so that whoever asks meanwhile is answered between them. */
async function warm(view: PublishedVintage): Promise<void> {
  const { years, corridors } = view.index;
  const answers = [
    ...[null, ...years.toReversed()].map(year => () => overviewAnswer(view, year)),
    ...corridors.map(
      ({ origin, destination }) =>
        () =>
          corridorAnswer(view, origin, destination),
    ),
  ];
  for (const answer of answers) {
    const body = await answer();
    if (body instanceof KeptBody) await body.encoded(ENCODINGS[0]);
  }
}
