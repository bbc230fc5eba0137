import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { HttpProblem } from '../../../common/http/problem.ts';
import type { RoutedApp } from '../../../common/http/routed-app.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { readSources, type TableReading } from '../tables/read-tables.ts';
import { sentSource, type TableSource } from '../tables/table-source.ts';
import { faultProblem } from './compare-answer.ts';
import type { TableHintsSchema } from './mirror-schemas.ts';

/** Bounds of what is sent, in bytes; packed tables may unfold into more. */
export const MOST_BYTES = 5_000_000;
const MOST_UNPACKED = 40_000_000;
const MOST_FILES = 8;
const MOST_CELLS = 50_000;
/** Lies beside an account's flows, and is no table. */
const RUN_RECORD = 'run.json';

/** A scope whose routes take tables as files of a form. */
export function withSentTables(app: RoutedApp, routes: (scope: RoutedApp) => void): void {
  app.register(async scope => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, {
      limits: { fileSize: MOST_BYTES, files: MOST_FILES, fields: 0, headerPairs: 50 },
      throwFileSizeLimit: true,
    });
    routes(scope.withTypeProvider<ZodTypeProvider>());
  });
}

/**
 * Reads the tables of a form. Nothing of them is kept.
 *
 * @throws HttpProblem 415 where the body is no form, 400 where it is broken, 413 where it is too large; 422 with all faults where no figure
 *   is left, or where there is any fault and `strict` is asked for
 */
export async function readSent(
  request: FastifyRequest,
  { side, year, office, strict }: z.output<typeof TableHintsSchema>,
): Promise<TableReading> {
  const sources = await receive(request);
  const hints = {
    ...(side !== undefined && { side }),
    ...(year !== undefined && { year }),
    ...(office !== undefined && { office }),
  };
  const reading = await readSources(sources, hints).catch((error: unknown) => {
    if (error instanceof SaldoError && error.code === 'nothing_accounted')
      throw faultProblem('No figure of a flow between two states is left.', faultsOf(error));
    throw error;
  });
  const { faults, cells } = reading;
  if (strict && faults.length > 0) throw faultProblem(`${faults.length} faults, and strict was asked for.`, faults);
  if (cells.length > MOST_CELLS)
    throw new HttpProblem(413, `found ${cells.length} corridors and years, expected at most ${MOST_CELLS}`);
  return reading;
}

function faultsOf({ details }: SaldoError): TableReading['faults'] {
  return (details['faults'] ?? []) as TableReading['faults'];
}

async function receive(request: FastifyRequest): Promise<TableSource[]> {
  if (!request.isMultipart())
    throw new HttpProblem(415, 'expected multipart/form-data with one table or more as its files');
  const tables: [name: string, bytes: Uint8Array][] = [];
  const records = new Map<string, Uint8Array>();
  let runRecords = 0;
  try {
    for await (const part of request.files()) {
      const bytes = await part.toBuffer();
      // A name without a path, and short enough to stand in messages.
      const name = (part.filename ?? '').split(/[/\\]/).at(-1)?.slice(-120) ?? '';
      if (name === RUN_RECORD) {
        records.set(name, bytes);
        runRecords++;
      } else if (bytes.length > 0) tables.push([name === '' ? 'table.csv' : name, bytes]);
    }
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    throw statusCode === 413
      ? new HttpProblem(413, `found more than ${MOST_FILES} files or ${MOST_BYTES} bytes in one, expected less`)
      : new HttpProblem(400, 'The form is broken off or no form at all.');
  }
  if (runRecords > 1)
    throw new HttpProblem(400, `found ${runRecords} files ${RUN_RECORD}, expected one account at a time`);
  if (tables.length === 0) throw new HttpProblem(400, 'The form holds no table; expected files with flows.');
  return tables.map(([name, bytes]) => sentSource(name, bytes, MOST_UNPACKED, records));
}
