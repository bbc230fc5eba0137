import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import { Steps } from '../../common/steps.ts';
import type { Terminal } from '../../common/terminal.ts';
import { Engine } from '../../engine/engine.ts';
import { type Explanation, explainPair } from '../linkage/explain.ts';
import { appendJudgement, type Judgement } from '../linkage/judgements.ts';
import { readIdentity } from '../linkage/read-identity.ts';
import { readModel } from '../linkage/read-model.ts';
import { readRun, readSlipsAgain } from './past-run.ts';
import { type DoubtfulPair, findDecision, findDoubtfulPairs, findReviewedSlips, sideBySide } from './review.ts';

interface ReviewOptions {
  judgements?: string;
  limit: string;
  judge?: string;
  pair?: string[];
  reason?: string;
  judgedBy?: string;
}

/** `saldo review` and `saldo explain`: the doubtful pairs of an account, and the weight of any pair. */
export function addReviewCommands(program: Command, terminal: Terminal): void {
  program
    .command('review')
    .description(
      'show pairs of slips that may or may not be one person, those first that would change the account most; on a terminal and with --judgements it asks',
    )
    .argument('<account>', 'folder of an account (the --out of saldo account)')
    .option('--judgements <file>', 'file the judgements are kept in (JSON Lines)')
    .option('--limit <pairs>', 'how many pairs to show', '20')
    .option('--judge <judgement>', 'same, different or unsure: judge one --pair and stop')
    .option('--pair <slips...>', 'two slips, OFFICE:SLIP_ID each')
    .option('--reason <text>', 'why')
    .option('--judged-by <name>', 'who judges')
    .action((out: string, options: ReviewOptions) =>
      options.judge ? judgeOne(terminal, options) : review(terminal, out, options),
    );
  program
    .command('explain')
    .description('show why two slips are held to be one person, or two: the evidence, comparison by comparison')
    .argument('<slip>', 'OFFICE:SLIP_ID, such as BY:1024')
    .argument('<slip>', 'OFFICE:SLIP_ID, such as BY:1024')
    .requiredOption('--account <folder>', 'folder of the account (the --out of saldo account)')
    .option('--model <file>', "linkage model; the account's own otherwise")
    .action((a: string, b: string, options: { account: string; model?: string }) => explain(terminal, [a, b], options));
}

async function judgeOne(terminal: Terminal, options: ReviewOptions): Promise<void> {
  const [a, b, ...more] = options.pair ?? [];
  const reason = options.reason?.trim();
  if (!options.judgements || !a || !b || more.length > 0 || a === b || !reason || !isJudgement(options.judge)) {
    throw new SaldoError(
      'invalid_option',
      'to judge a pair give --judgements FILE, --pair A B with two different slips, --judge same|different|unsure and --reason TEXT',
    );
  }
  keep(options.judgements, { a, b, judgement: options.judge, reason }, options.judgedBy);
  terminal.line(`Kept in ${options.judgements}: ${a} and ${b} are judged ${options.judge}.`);
  terminal.data({ a, b, judgement: options.judge });
}

async function review(terminal: Terminal, out: string, options: ReviewOptions): Promise<void> {
  const run = readRun(out);
  const limit = parseLimit(options.limit);
  const engine = await Engine.open();
  try {
    const judgements =
      options.judgements !== undefined && existsSync(options.judgements) ? { judgements: options.judgements } : {};
    const pairs = await findDoubtfulPairs(engine, { out, limit, ...judgements });
    await readSlipsAgain(engine, run, new Steps(terminal.steps));
    const slips = await findReviewedSlips(
      engine,
      pairs.flatMap(({ a, b }) => [a, b]),
    );
    terminal.data(pairs.map(pair => ({ ...pair, slips: [slips.get(pair.a), slips.get(pair.b)] })));
    const ask = process.stdin.isTTY && options.judgements !== undefined && !terminal.json;
    for (const [at, pair] of pairs.entries()) {
      const [a, b] = [slips.get(pair.a), slips.get(pair.b)];
      if (a === undefined || b === undefined) continue;
      terminal.line(`\n${at + 1}. ${headline(pair)}`);
      terminal.table(['', pair.a, pair.b], sideBySide(a, b));
      if (ask && options.judgements && !(await askJudgement(options.judgements, pair, options.judgedBy))) break;
    }
    if (pairs.length === 0) terminal.line('No pair is doubtful enough to ask about.');
  } finally {
    engine.close();
  }
}

function parseLimit(text: string): number {
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
  throw new SaldoError('invalid_option', `--limit: found ${text}, expected a whole number from 1`, { limit: text });
}

function headline({ linked_as, probability, effect }: DoubtfulPair): string {
  const chance = `${(probability * 100).toFixed(0)} %`;
  return `held to be ${linked_as === 'same' ? 'one person' : 'two persons'} (chance of one: ${chance}); hangs on it: ${effect.replaceAll('_', ' ')}`;
}

const ANSWERS: Readonly<Record<string, Judgement['judgement'] | 'quit'>> = {
  ...{ s: 'same', same: 'same', d: 'different', different: 'different', u: 'unsure', unsure: 'unsure' },
  ...{ q: 'quit', quit: 'quit' },
};

/** Asks for one judgement, until the answer is one; false where the reviewer wants to stop. */
async function askJudgement(path: string, { a, b }: DoubtfulPair, judgedBy?: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    let answer: string;
    do answer = (await terminal.question('[s]ame, [d]ifferent, [u]nsure, [q]uit? ')).trim().toLowerCase();
    while (ANSWERS[answer] === undefined);
    const judgement = ANSWERS[answer];
    if (!isJudgement(judgement)) return false;
    const reason = (await terminal.question('Why? ')).trim() || 'no reason given';
    keep(path, { a, b, judgement, reason }, judgedBy);
    return true;
  } catch (error) {
    // Ctrl+C and Ctrl+D at a question mean "enough".
    if (error instanceof Error && error.name === 'AbortError') return false;
    throw error;
  } finally {
    terminal.close();
  }
}

function keep(path: string, judgement: Pick<Judgement, 'a' | 'b' | 'judgement' | 'reason'>, judgedBy?: string): void {
  appendJudgement(path, {
    ...judgement,
    judged_on: new Date().toISOString().slice(0, 10),
    ...(judgedBy && { judged_by: judgedBy }),
  });
}

async function explain(
  terminal: Terminal,
  names: [string, string],
  options: { account: string; model?: string },
): Promise<void> {
  const run = readRun(options.account);
  const model = readModel(options.model ?? join(options.account, 'model.json'));
  const engine = await Engine.open();
  try {
    await readSlipsAgain(engine, run, new Steps(terminal.steps));
    const slips = await findReviewedSlips(engine, names);
    const [a, b] = names.map(name => slips.get(name));
    if (a === undefined || b === undefined) {
      const unknown = names.filter(name => !slips.has(name)).join(', ');
      throw new SaldoError('unknown_slip', `no accepted slip ${unknown}; expected OFFICE:SLIP_ID, such as BY:1024`, {
        unknown,
      });
    }
    const identity = await readIdentity(engine);
    const explanation = await explainPair(identity, model, a.n, b.n);
    const linkedAs = await findDecision(engine, options.account, names);
    terminal.table(['', ...names], sideBySide(a, b));
    terminal.table(['comparison', 'level', 'bits', 'sum'], waterfall(explanation));
    terminal.line(
      `Chance of one person: ${chance(explanation.probability)}; one person from ${model.cut_off} bits on.`,
    );
    terminal.line(decision(linkedAs, explanation.weight >= model.cut_off));
    terminal.data({ a, b, cut_off: model.cut_off, linked_as: linkedAs, ...explanation });
  } finally {
    engine.close();
  }
}

/** What the account held two slips to be, and why where their own weight says otherwise. */
function decision(linkedAs: DoubtfulPair['linked_as'], joins: boolean): string {
  const held = `This account holds them to be ${linkedAs === 'same' ? 'one person' : 'two persons'}`;
  if ((linkedAs === 'same') === joins) return `${held}.`;
  return `${held}, against the weight of the two alone: for a judgement, or for what the other slips of these persons tell.`;
}

function waterfall({ prior, steps }: Explanation): string[][] {
  let sum = prior;
  const rows = [['before any evidence', '', signed(prior), signed(sum)]];
  for (const { comparison, level, bits } of steps) {
    sum += bits;
    rows.push([comparison, level ?? 'nothing to compare', signed(bits), signed(sum)]);
  }
  return rows;
}

/** A chance in percent; never quite 0 or 100, which no model can know. */
function chance(probability: number): string {
  if (probability < 0.0001) return 'below 0.01 %';
  return probability > 0.9999 ? 'above 99.99 %' : `${(probability * 100).toFixed(2)} %`;
}

function signed(bits: number): string {
  return `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(2)}`;
}

function isJudgement(word: string | undefined): word is Judgement['judgement'] {
  return word === 'same' || word === 'different' || word === 'unsure';
}
