import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../common/causes.ts';
import { Steps } from '../../../common/steps.ts';
import { Engine } from '../../../engine/engine.ts';
import { BLOCKING_RULES } from '../../linkage/blocking.ts';
import { COMPARISONS } from '../../linkage/comparisons.ts';
import { DEFAULT_CUT_OFF } from '../../linkage/model.ts';
import { accountSlips } from '../account-slips.ts';
import { storeSlips } from '../cases/written-slips.ts';
import { DEFAULT_PARAMETERS } from '../parameters.ts';
import { CAUSE, GAP } from './cause.ts';
import { FLOW } from './flow.ts';
import { MOVE, SLIP_MOVE } from './move.ts';
import { POSSIBLE_MATCH } from './possible-match.ts';
import { REGISTRATION } from './registration.ts';
import { RELOCATION } from './relocation.ts';
import { REPEATED_ARRIVAL } from './repeated-arrival.ts';
import { REPORTED_SLIP } from './reported-slip.ts';
import { SAME_EVENT } from './same-event.ts';
import { SHORT_STAY } from './short-stay.ts';
import { SIGHTING } from './sighting.ts';
import type { MethodStep } from './step.ts';
import { VERDICT } from './verdict.ts';

const BEFORE = [REGISTRATION, SAME_EVENT, REPEATED_ARRIVAL, POSSIBLE_MATCH];
const AFTER = [RELOCATION, SHORT_STAY, VERDICT, MOVE, SLIP_MOVE, REPORTED_SLIP, FLOW, CAUSE, GAP, SIGHTING];

const method = read('method.md');

describe('docs/method.md', () => {
  it('says what the steps, comparisons and blocking rules say', async () => {
    const parts: Record<string, string> = {
      'cut-off': String(DEFAULT_CUT_OFF),
      comparisons: `\n${comparisonsTable()}\n`,
      blocking: `\n${BLOCKING_RULES.map(({ name }) => `- ${name}`).join('\n')}\n`,
      'steps before matching': `\n${stepTexts(BEFORE, 1)}\n`,
      // Matching is no relation in SQL: its paragraph is written in the document, as the step between.
      'steps after matching': `\n${stepTexts(AFTER, BEFORE.length + 2)}\n`,
    };
    const filled = Object.entries(parts).reduce((text, [name, part]) => fill(text, name, part), method);
    await expect(filled).toMatchFileSnapshot('../../../../docs/method.md');
  });

  it('has a heading for every step that a run takes, in the same order', async () => {
    const headings = [...method.matchAll(/^### (\d+)\. (.+)$/gm)];
    expect(headings.map(([, , name]) => name)).toEqual(await stepsOfRun());
    expect(headings.map(([, number]) => Number(number))).toEqual(headings.map((_, place) => place + 1));
  });
});

describe('the code book in docs/formats.md', () => {
  const formats = read('formats.md');

  it('has every cause', () => {
    expect(codesUnder(formats, 'Causes')).toEqual([...CAUSES]);
  });

  it('has every verdict, in the order in which they are given', () => {
    const given = [...VERDICT.sql(DEFAULT_PARAMETERS).matchAll(/(?:then|else) '([a-z_]+)'/g)].map(([, code]) => code);
    expect(codesUnder(formats, 'Verdicts')).toEqual(given);
  });
});

function read(name: string): string {
  return readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');
}

/** Puts a part between its two marks. */
function fill(text: string, name: string, part: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`docs/method.md has no marks for ${name}`);
  return text.slice(0, from + open.length) + part + text.slice(to);
}

function stepTexts(steps: readonly MethodStep[], first: number): string {
  return steps
    .map(({ name, decides }, place) => `### ${first + place}. ${name.replaceAll('_', ' ')}\n\n${wrapped(decides)}\n`)
    .join('\n');
}

function comparisonsTable(): string {
  const rows = COMPARISONS.flatMap(({ name, levels }) =>
    levels.map(({ name: level, m, u }, at) => `| ${at === 0 ? name : ''} | ${level} | ${decimal(m)} | ${decimal(u)} |`),
  );
  return [
    '',
    '| comparison | level, best first | `m` to start from | `u` to start from |',
    '|---|---|---|---|',
    ...rows,
  ]
    .map(line => line.replaceAll('_', ' '))
    .join('\n');
}

/** Never in powers of ten, which a table of probabilities is hard to read by. */
function decimal(probability: number): string {
  return probability.toFixed(7).replace(/0+$/, '');
}

function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.trim().split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= 140) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

function codesUnder(document: string, heading: string): string[] {
  const section = document.split(`\n### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  return [...section.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, code]) => code ?? '');
}

async function stepsOfRun(): Promise<string[]> {
  const engine = await Engine.open({ threads: 1 });
  try {
    await storeSlips(engine, ['anna a1 arrival RU>BY 2005-03-01']);
    const steps = new Steps();
    await accountSlips(engine, DEFAULT_PARAMETERS, { steps, linkage: { precision: 1, recall: 1 } });
    return steps.done.map(({ name }) => name);
  } finally {
    engine.close();
  }
}
