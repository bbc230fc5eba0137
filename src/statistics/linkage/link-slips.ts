import type { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { CERTAIN, FORBIDDEN } from './agglomerate.ts';
import { type BlockedPairs, comparePairs } from './compare-pairs.ts';
import type { Joining } from './components.ts';
import { Crew } from './crew.ts';
import type { Identity } from './identity.ts';
import { JudgedPairs } from './judged-pairs.ts';
import { holdKnownPersons } from './known-persons.ts';
import type { LinkageModel } from './model.ts';
import type { PairList } from './pair-list.ts';
import { formPersons, type PersonCount } from './persons.ts';
import { readIdentity } from './read-identity.ts';
import { roomForLinking } from './room.ts';
import type { Components, Settled } from './settle.ts';
import { trainModel } from './train.ts';

export interface Linkage extends PersonCount {
  model: LinkageModel;
  blocks: readonly BlockedPairs[];
  /** Expected share of the accepted pairs that are of one person, by the model's own probabilities. */
  precision: number;
  /** Expected share of the pairs of one person, among those compared, that were accepted. */
  recall: number;
}

export interface LinkageOptions {
  steps: Steps;
  /** A model to use as it is; without it, one is learned from the slips. */
  model?: LinkageModel;
  /** Stops the linkage, which ends with an error. */
  signal?: AbortSignal | undefined;
}

/**
 * Links the slips of the table `slip` to persons. Reads `slip`, `judged` and, where there are any, `known_person` and `known_linkage`;
 * leaves `pair` (those near the cut-off), `bridge` and `person`.
 * The same slips give the same persons, whatever the order of the files and of the threads: slips go by their numbers, which follow from
 * what they are, and all sums are taken in that order.
 */
export async function linkSlips(engine: Engine, options: LinkageOptions): Promise<Linkage> {
  const { slips } = await engine.row<{ slips: number }>('select count(*) as slips from slip');
  await engine.leaveRoom(roomForLinking(slips));
  // Its threads load while the names are read.
  const crew = Crew.gather(slips, engine.threads, options.signal);
  try {
    const identity = await options.steps.run(
      'names to comparison keys',
      () => readIdentity(engine, crew),
      ({ spellings }) => spellings,
    );
    return await holdKnownPersons(engine, await linkIdentity(engine, identity, { ...options, crew }));
  } finally {
    await crew.dismiss();
  }
}

async function linkIdentity(
  engine: Engine,
  identity: Identity,
  { steps, model: given, crew }: LinkageOptions & { crew: Crew },
): Promise<Linkage> {
  const model =
    given ??
    (await steps.run(
      'learning the weights',
      () => trainModel(crew, identity),
      ({ comparisons }) => comparisons.length,
    ));
  const judged = await JudgedPairs.read(engine);
  const compared = await steps.run(
    'comparing pairs',
    () => comparePairs(crew, { identity, model, judged }),
    ({ pairs }) => pairs.length,
  );
  for (const [a, b] of judged.together()) compared.pairs.add(a, b, CERTAIN);
  const join = (joining: Joining): Promise<number[]> => crew.run('join', joining);
  const settle = (components: Components): Promise<Settled[]> =>
    crew.run('settle', { ...components, identity, model, judged: judged.columns });
  const formed = await steps.run(
    'forming persons',
    async () => {
      const forming = formPersons(engine, model, compared, { judged, join, settle });
      // While the crew settles what is in doubt.
      const errors = expectedErrors(compared.pairs, model);
      return { ...(await forming), ...errors };
    },
    ({ persons }) => persons,
  );
  return { model, blocks: compared.blocks, ...formed };
}

/** Bits from which on the odds come out as 1 in all digits that a number has. */
const BEYOND_DOUBT = 54;

function expectedErrors(pairs: PairList, { cut_off: cutOff }: LinkageModel): { precision: number; recall: number } {
  let [accepted, right, all] = [0, 0, 0];
  for (let at = 0; at < pairs.length; at++) {
    const weight = pairs.weight(at);
    if (weight >= CERTAIN || weight <= FORBIDDEN) continue;
    const chance = weight >= BEYOND_DOUBT ? 1 : 1 / (1 + 2 ** -weight);
    all += chance;
    if (weight < cutOff) continue;
    accepted++;
    right += chance;
  }
  return { precision: accepted === 0 ? 1 : right / accepted, recall: all === 0 ? 1 : right / all };
}
