import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../common/make-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { type StepListener, Steps } from '../../common/steps.ts';
import { Engine } from '../../engine/engine.ts';
import { readJudgements, storeJudgements } from '../linkage/judgements.ts';
import { linkSlips } from '../linkage/link-slips.ts';
import { readModel } from '../linkage/model.ts';
import { readSlips, type SlipReading } from '../slips/read-slips.ts';
import { writeFaults } from '../slips/write-faults.ts';
import { accountSlips } from './account-slips.ts';
import type { CoverageRow, FlowRow, GapRow } from './account-tables.ts';
import { writeDoubtfulPairs } from './doubtful-pairs.ts';
import type { AccountParameters } from './parameters.ts';
import { makeRunRecord, type RunRecord } from './run-record.ts';
import { beginAccount, classedRows, fingerprint, type TableFormat, writeTables } from './write-account.ts';

export interface AccountRequest {
  paths: readonly string[];
  out: string;
  parameters: AccountParameters;
  format: TableFormat;
  lang: 'ru' | 'en';
  profile?: string;
  model?: string;
  judgements?: string;
  memory?: number;
  listener?: StepListener;
}

/**
 * The main job: slips in, persons, verdicts, moves, flows, gaps, coverage, run record and report out, all in one folder.
 *
 * @throws SaldoError where an input cannot be read, or no slip can be accepted
 */
export async function account(request: AccountRequest): Promise<RunRecord> {
  const started = new Date();
  const model = request.model === undefined ? undefined : readModel(request.model);
  const judgements = request.judgements === undefined ? [] : readJudgements(request.judgements);
  makeFolder(request.out);
  const engine = await Engine.open(request.memory === undefined ? {} : { memory: request.memory });
  try {
    const steps = new Steps(request.listener);
    const reading = await readSlips(engine, request.paths, {
      steps,
      ...(request.profile !== undefined && { profile: request.profile }),
    });
    beginAccount(request.out);
    await writeFaults(engine, request.out);
    if (reading.accepted === 0) throw nothingAccepted(reading);
    const unknownJudgements = await storeJudgements(engine, judgements);
    const linkage = await linkSlips(engine, reading.accepted, { steps, ...(model && { model }) });
    const coverage = await accountSlips(engine, request.parameters, { steps, linkage });
    await steps.run(
      'writing the tables',
      async () => {
        await writeTables(engine, request.out, { format: request.format, parameters: request.parameters, coverage });
        await writeDoubtfulPairs(engine, request.out, linkage.model);
        writeFileSync(join(request.out, 'model.json'), `${JSON.stringify(linkage.model, null, 2)}\n`);
      },
      () => reading.accepted,
    );
    const record = await makeRunRecord(engine, {
      request,
      reading,
      linkage,
      steps,
      started,
      judgements: { all: judgements.length, unknown: unknownJudgements },
      fingerprint: fingerprint(request.out),
    });
    await writeReport(engine, request, record, coverage);
    writeFileSync(join(request.out, 'run.json'), `${JSON.stringify(record, null, 2)}\n`);
    return record;
  } finally {
    engine.close();
  }
}

function nothingAccepted({ read, faultsByCode }: SlipReading): SaldoError {
  const codes = faultsByCode.map(({ code, rows }) => `${code} in ${rows} rows`).join(', ');
  return new SaldoError(
    'nothing_accounted',
    `none of the ${read} rows read could be accepted: ${codes || 'there are no rows'}`,
    { read },
  );
}

async function writeReport(
  engine: Engine,
  request: AccountRequest,
  record: RunRecord,
  coverage: readonly CoverageRow[],
): Promise<void> {
  const { by, threshold, lapse } = request.parameters;
  const flows = await classedRows<FlowRow>(engine, 'select * from flow', by);
  const gaps = await classedRows<GapRow>(engine, 'select * from gap', by);
  const years = flows.map(({ year }) => year);
  // Charts and their document are slow to load: only who needs a report waits for them.
  const { renderReport } = await import('./report/report.ts');
  const html = renderReport(
    {
      flows,
      gaps,
      coverage,
      run: {
        threshold,
        lapse,
        read: record.read,
        accepted: record.accepted,
        setAside: record.set_aside,
        persons: record.persons,
        moves: record.moves,
        firstYear: years.reduce((x, y) => Math.min(x, y), Number.POSITIVE_INFINITY),
        lastYear: years.reduce((x, y) => Math.max(x, y), Number.NEGATIVE_INFINITY),
        offices: record.offices,
        inputs: record.inputs,
        codeVersion: record.saldo,
        verdicts: record.verdicts,
        simulated: record.simulated,
        steps: record.steps,
      },
    },
    request.lang,
  );
  writeFileSync(join(request.out, 'report.html'), html);
}
