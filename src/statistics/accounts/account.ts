import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../common/make-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { type StepListener, Steps } from '../../common/steps.ts';
import { Engine, type EngineOptions } from '../../engine/engine.ts';
import { countUnmetJudgements, type Judgement, readJudgements, storeJudgements } from '../linkage/judgements.ts';
import { linkSlips } from '../linkage/link-slips.ts';
import { readModel } from '../linkage/read-model.ts';
import type { SlipReading } from '../slips/read-slips.ts';
import { accountSlips } from './account-slips.ts';
import type { AccountTables, FlowRow, GapRow } from './account-tables.ts';
import type { AccountParameters } from './parameters.ts';
import { makeRunRecord, type RunRecord } from './run-record.ts';
import type { SlipSource } from './slip-source.ts';
import { watchEngine } from './watch-engine.ts';
import { beginAccount, classedRows, fingerprint, type TableFormat, writeTables } from './write-account.ts';
import { loadReport, type Reports, writeReports } from './write-report.ts';

export interface AccountRequest extends EngineOptions {
  source: SlipSource;
  out: string;
  parameters: AccountParameters;
  format: TableFormat;
  reports: Reports;
  /** File of a linkage model; one is learned from the slips where absent. */
  model?: string;
  /** In the order of time, or the file that holds them. */
  judgements?: readonly Judgement[] | string;
  listener?: StepListener;
  /** Stops the account at the statement under way; it ends with the signal's reason. */
  signal?: AbortSignal;
  /** Called at the end, while the relations of the account (`slip`, `person`, `verdict`, `move`, `cause` …) stand in the engine. */
  keep?: (engine: Engine, account: { record: RunRecord; tables: AccountTables; steps: Steps }) => Promise<void>;
}

/**
 * The main job: slips in, persons, verdicts, moves, flows, gaps, coverage, run record and reports out, all in one folder.
 *
 * @throws SaldoError where an input cannot be read, or no slip can be accepted; the signal's reason where it was stopped
 */
export async function account(request: AccountRequest): Promise<RunRecord> {
  const started = new Date();
  const model = request.model === undefined ? undefined : readModel(request.model);
  const judgements = judgementsOf(request);
  makeFolder(request.out);
  const engine = await Engine.open(request);
  const watch = await watchEngine(engine, request);
  try {
    const steps = new Steps(watch.listener);
    const reading = await request.source.read(engine, steps);
    beginAccount(request.out);
    await request.source.writeFaults(engine, request.out);
    if (reading.accepted === 0) throw nothingAccepted(reading);
    const unknownJudgements = await storeJudgements(engine, judgements);
    const linkage = await linkSlips(engine, { steps, signal: request.signal, ...(model && { model }) });
    const unmetJudgements = await countUnmetJudgements(engine);
    const coverage = await accountSlips(engine, request.parameters, { steps, linkage });
    await steps.run(
      'writing the tables',
      async () => {
        const { format, parameters } = request;
        await Promise.all([
          writeTables(engine, request.out, { format, parameters, coverage, model: linkage.model }),
          loadReport(),
        ]);
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
      judgements: { all: judgements.length, unknown: unknownJudgements, unmet: unmetJudgements },
      fingerprint: fingerprint(request.out),
    });
    const { by } = request.parameters;
    const tables = {
      flows: await classedRows<FlowRow>(engine, 'select * from flow', by),
      gaps: await classedRows<GapRow>(engine, 'select * from gap', by),
      coverage,
    };
    await request.keep?.(engine, { record, tables, steps });
    await writeReports(request.out, request.reports, { record, tables });
    writeFileSync(join(request.out, 'run.json'), `${JSON.stringify(record, null, 2)}\n`);
    return record;
  } catch (error) {
    // The engine tells of an interrupted statement as of a failed one.
    request.signal?.throwIfAborted();
    throw error;
  } finally {
    watch.stop();
    engine.close();
  }
}

function judgementsOf({ judgements = [] }: AccountRequest): readonly Judgement[] {
  return typeof judgements === 'string' ? readJudgements(judgements) : judgements;
}

function nothingAccepted({ read, faultsByCode }: SlipReading): SaldoError {
  const codes = faultsByCode.map(({ code, rows }) => `${code} in ${rows} rows`).join(', ');
  return new SaldoError(
    'nothing_accounted',
    `none of the ${read} rows read could be accepted: ${codes || 'there are no rows'}`,
    { read },
  );
}
