import { packageVersion } from '../../common/package-version.ts';
import type { Step, Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Linkage } from '../linkage/link-slips.ts';
import type { SlipReading } from '../slips/read-slips.ts';
import type { AccountParameters } from './parameters.ts';
import type { SlipSource } from './slip-source.ts';

/** What `run.json` says of a run: enough to do it again and to trace every number to its input. */
export interface RunRecord {
  saldo: string;
  started_at: string;
  seconds: number;
  /** True where the slips lie in a simulated world: then no number says anything about a real state. */
  simulated: boolean;
  parameters: AccountParameters & { cut_off: number; judgements: number; profile: string | null };
  /** Judgements that speak of slips which are not among the accepted ones. */
  unknown_judgements: number;
  /** Judgements that the persons do not keep to, because others contradict them. */
  unmet_judgements: number;
  /** Folder that the paths of the inputs start from. */
  working_folder: string;
  inputs: readonly RunInput[];
  read: number;
  accepted: number;
  set_aside: number;
  faults: readonly RunFault[];
  offices: readonly string[];
  data_end: string | null;
  persons: number;
  moves: number;
  verdicts: readonly { verdict: string; count: number }[];
  linkage: RunLinkage;
  /** Hash over flows, gaps and coverage: equal input and parameters give an equal one. */
  fingerprint: string;
  steps: readonly Step[];
}

interface RunInput {
  path: string;
  sha256: string;
  format: string;
  profile: string;
  rows: number;
  accepted: number;
  set_aside: number;
}

interface RunFault {
  code: string;
  set_aside: boolean;
  count: number;
  rows: number;
  example: { file: string; row: number; column: string | null; found: string | null; expected: string };
}

interface RunLinkage {
  judged_components: number;
  split_components: number;
  bridges: number;
  /** Expected by the model's own probabilities, over the pairs compared. */
  precision: number;
  recall: number;
  blocks: readonly { rule: string; pairs: number; slips_in_large_blocks: number; largest_block: number }[];
}

/** Gathers the record of a run once its tables are written. */
export async function makeRunRecord(
  engine: Engine,
  of: {
    request: { parameters: AccountParameters; source: SlipSource };
    reading: SlipReading;
    linkage: Linkage;
    steps: Steps;
    started: Date;
    judgements: { all: number; unknown: number; unmet: number };
    fingerprint: string;
  },
): Promise<RunRecord> {
  const { reading, linkage } = of;
  const { moves } = await engine.row<{ moves: number }>('select count(*) as moves from move');
  return {
    saldo: packageVersion,
    started_at: of.started.toISOString(),
    seconds: (Date.now() - of.started.getTime()) / 1000,
    simulated: of.request.source.isSimulated(reading),
    parameters: {
      ...of.request.parameters,
      cut_off: linkage.model.cut_off,
      judgements: of.judgements.all,
      profile: of.request.source.profile,
    },
    unknown_judgements: of.judgements.unknown,
    unmet_judgements: of.judgements.unmet,
    working_folder: process.cwd(),
    inputs: reading.files.map(({ setAside, ...file }) => ({ ...file, set_aside: setAside })),
    read: reading.read,
    accepted: reading.accepted,
    set_aside: reading.setAside,
    faults: reading.faultsByCode.map(
      ({ code, setAside, count, rows, example: { file, row, column, found, expected } }) => ({
        ...{ code, set_aside: setAside, count, rows },
        example: { file, row, column, found, expected },
      }),
    ),
    offices: reading.offices,
    data_end: reading.lastRegistered,
    persons: linkage.persons,
    moves,
    verdicts: await engine.rows('select verdict, count(*) as count from verdict group by all order by verdict'),
    linkage: runLinkage(linkage),
    fingerprint: of.fingerprint,
    steps: of.steps.done,
  };
}

function runLinkage({ judgedComponents, splitComponents, bridges, precision, recall, blocks }: Linkage): RunLinkage {
  return {
    judged_components: judgedComponents,
    split_components: splitComponents,
    ...{ bridges, precision, recall },
    blocks: blocks.map(({ rule, pairs, slipsInLargeBlocks, largestBlock }) => ({
      ...{ rule, pairs },
      slips_in_large_blocks: slipsInLargeBlocks,
      largest_block: largestBlock,
    })),
  };
}
