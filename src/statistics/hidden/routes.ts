import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import type { Fault } from '../../common/fault.ts';
import { HttpProblem, type Problem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { balanceAnswer, censusAnswer, workforceAnswer } from './api/hidden-answers.ts';
import { BalanceAnswerSchema, CensusAnswerSchema, WorkforceAnswerSchema } from './api/hidden-schemas.ts';
import { type Balance, balanceOf } from './balance/balance.ts';
import { parseSheet } from './balance/sheet.ts';
import { CENSUS_METHODS, censusResidual } from './census/census-residual.ts';
import { DEFAULT_ERRORS } from './census/census-result.ts';
import { parseCensusTable } from './census/census-table.ts';
import { parseWorkforce, workforceBalance } from './workforce/workforce.ts';

const TAGS = ['unregistered migration'];
/** Work for anybody, of which one address may ask this much in a minute. */
const SENT_A_MINUTE = { max: 60, timeWindow: '1 minute' };
/** Bound of a body, in bytes; of one text in it, in letters. */
export const MOST_BYTES = 2_000_000;
const MOST_LETTERS = 1_000_000;
const MOST_FAULTS = 200;
const MOST_FILES = 8;
const PUBLIC = 'public, max-age=300';

export const SentText = z.string().min(1).max(MOST_LETTERS);
/** How censuses are asked; a query has its numbers as text. */
const censusChoice = (number: z.ZodNumber | z.ZodCoercedNumber) => {
  const share = number.min(0).max(0.5);
  return z.object({
    method: z.enum(CENSUS_METHODS).default('auto'),
    census_error: share.default(DEFAULT_ERRORS.census).describe('share by which each census may be off'),
    mortality_error: share.default(DEFAULT_ERRORS.mortality).describe('share by which mortality may be off'),
  });
};
type CensusChoice = z.output<ReturnType<typeof censusChoice>>;

/** What stays unregistered: the balance sheet that comes with Saldo, and tables that anybody sends. Nothing sent is kept. */
export function hiddenRoutes(app: RoutedApp): void {
  const shipped = readShippedSheet();
  exampleRoutes(app);
  app.get('/api/hidden/balance', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'The balance sheet of Belarus that comes with Saldo: censuses of 1999, 2009 and 2019, workforce of 2012',
      response: { 200: BalanceAnswerSchema, default: ProblemSchema },
    },
    handler: async (_request, reply) => {
      reply.header('cache-control', PUBLIC);
      return balanceAnswer(await shipped);
    },
  });
  const sent = { access: 'public', rateLimit: SENT_A_MINUTE } as const;
  app.post('/api/hidden/balance', {
    bodyLimit: MOST_BYTES,
    config: { ...sent, audit: 'unregistered.balance' },
    schema: {
      tags: TAGS,
      summary: 'A balance sheet that is sent: gaps as ranges, and whether they agree',
      body: z.object({
        sheet: SentText.describe('YAML, as docs/hidden.md tells'),
        files: z.record(z.string().max(200), SentText).default({}).describe('texts of the files that the sheet names'),
      }),
      response: { 200: BalanceAnswerSchema, default: ProblemSchema },
    },
    handler: ({ body: { sheet, files } }) =>
      told(async () => {
        if (Object.keys(files).length > MOST_FILES)
          throw new HttpProblem(413, `found ${Object.keys(files).length} files, expected at most ${MOST_FILES}`);
        return balanceAnswer(await balanceOf(parseSheet('sheet', sheet), name => sentFile(files, name)));
      }),
  });
  app.post('/api/hidden/census', {
    bodyLimit: MOST_BYTES,
    config: { ...sent, audit: 'unregistered.census' },
    schema: {
      tags: TAGS,
      summary: 'Net migration between censuses of a table that is sent',
      body: censusChoice(z.number()).extend({ table: SentText.describe('CSV, as docs/hidden.md tells') }),
      response: { 200: CensusAnswerSchema, default: ProblemSchema },
    },
    handler: ({ body: { table, ...choice } }) => told(() => censusOf('table', table, choice)),
  });
  app.post('/api/hidden/workforce', {
    bodyLimit: MOST_BYTES,
    config: { ...sent, audit: 'unregistered.workforce' },
    schema: {
      tags: TAGS,
      summary: 'What a balance of the workforce that is sent leaves over',
      body: z.object({ table: SentText.describe('CSV, as docs/hidden.md tells') }),
      response: { 200: WorkforceAnswerSchema, default: ProblemSchema },
    },
    handler: ({ body: { table } }) =>
      told(async () => workforceAnswer(workforceBalance(await parseWorkforce('table', table)))),
  });
}

const EXAMPLES = { 'by-age': 'example-census-by-age.csv', 'by-cohort': 'example-census-by-cohort.csv' } as const;

/** Worked examples, so that a form can be seen before one's own table is sent. */
function exampleRoutes(app: RoutedApp): void {
  app.get('/api/hidden/census/:example', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Net migration between the censuses of an invented table: two by age, or three by cohort',
      params: z.object({ example: z.enum(['by-age', 'by-cohort']) }),
      querystring: censusChoice(z.coerce.number()),
      response: { 200: CensusAnswerSchema, default: ProblemSchema },
    },
    handler: ({ params: { example }, query }, reply) =>
      told(async () => {
        reply.header('cache-control', PUBLIC);
        const file = EXAMPLES[example];
        return censusOf(file, readFileSync(join(dataFolder, 'hidden', file), 'utf8'), query);
      }),
  });
  app.get('/api/hidden/workforce', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'What the workforce balance of Belarus in 2012 leaves over: 211 less 55.7 thousand',
      response: { 200: WorkforceAnswerSchema, default: ProblemSchema },
    },
    handler: async (_request, reply) => {
      reply.header('cache-control', PUBLIC);
      const file = 'workforce-belarus-2012.csv';
      const text = readFileSync(join(dataFolder, 'hidden', file), 'utf8');
      return workforceAnswer(workforceBalance(await parseWorkforce(file, text)));
    },
  });
}

async function censusOf(name: string, text: string, choice: CensusChoice) {
  const errors = { census: choice.census_error, mortality: choice.mortality_error };
  return censusAnswer(censusResidual(await parseCensusTable(name, text), { method: choice.method, errors }));
}

/** Runs what reads a text that was sent; its faults go back as a problem document, all of them with their places. */
export async function told<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SaldoError) || error.code !== 'invalid_file') throw error;
    const faults = (error.details['faults'] ?? []) as readonly Fault[];
    const [detail = error.message] = error.message.split('\n');
    throw new HttpProblem(422, detail, {
      type: 'saldo:invalid_file',
      faults: faults.slice(0, MOST_FAULTS).map(placed),
    });
  }
}

function placed({ file, row, column, found, expected }: Fault): NonNullable<Problem['faults']>[number] {
  const where = [file, `row ${row}`, ...(column === null ? [] : [column])].join(', ');
  return { where, ...(found !== null && { found }), expected };
}

function sentFile(files: Readonly<Record<string, string>>, name: string): string {
  const text = Object.hasOwn(files, name) ? files[name] : undefined;
  if (text === undefined) throw new HttpProblem(422, `the sheet names ${name}, and no such file was sent`);
  return text;
}

function readShippedSheet(): Promise<Balance> {
  const path = join(dataFolder, 'hidden', 'belarus.yaml');
  return balanceOf(parseSheet('belarus.yaml', readFileSync(path, 'utf8')), name => {
    throw new Error(`the shipped sheet names a file: ${name}`);
  });
}
