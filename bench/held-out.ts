// Both Bayesian models on the Eurostat panel with reports held out: random ones, and whole years of an office's side. The panel with its
// classes and covariates is no part of Saldo: SALDO_REFERENCE names the folder where it lies.

import { fitFlows } from '../src/statistics/mirror/bayes/fit-flows.ts';
import { findReferencePanel, readReferencePanel } from '../src/statistics/mirror/bayes/fixtures/reference-panel.ts';
import type { HeldOut } from '../src/statistics/mirror/bayes/flow-panel.ts';
import { FLOW_MODELS } from '../src/statistics/mirror/bayes/models.ts';
import { describeHardware, hardware } from './hardware.ts';

const path = findReferencePanel();
if (path === undefined) throw new Error('SALDO_REFERENCE names no folder with the Eurostat panel');
const cells = readReferencePanel(path);
const [samples = 300, chains = 2] = process.argv.slice(2).map(Number);

/** A number in [0, 1) that hangs on nothing but the text: the same reports are held out from every model. */
function chance(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

const ways: Readonly<Record<string, HeldOut>> = {
  'a tenth of the reports, at random': (cell, side) =>
    chance(`r${cell.origin}${cell.destination}${cell.year}${side}`) < 0.1,
  'a tenth of the years of an office’s side, whole': (cell, side) =>
    chance(`y${side === 'arrivals' ? cell.destination : cell.origin}${cell.year}${side}`) < 0.1,
};

process.stdout.write(`${describeHardware(hardware())}; ${chains} chains of ${samples} + ${samples}\n\n`);
process.stdout.write(
  '| held out | model | reports | log predictive density a report | within 50 % | 80 % | 95 % | worst R-hat | divergences | s |\n',
);
process.stdout.write('|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n');
for (const [way, heldOut] of Object.entries(ways)) {
  for (const model of FLOW_MODELS) {
    const { diagnostics } = await fitFlows(cells, {
      model,
      benchmark: 'SE',
      chains,
      warmup: samples,
      samples,
      seed: 1,
      heldOut,
    });
    const { held_out: held, sampler } = diagnostics;
    const share = (value: number | undefined): string => `${(100 * (value ?? 0)).toFixed(1)} %`;
    process.stdout.write(
      `| ${way} | ${model} | ${held?.reports} | ${held?.mean_log_predictive?.toFixed(3)} | ${share(held?.within_50)} | ${share(held?.within_80)} | ${share(held?.within_95)} | ${sampler.worst_rhat.toFixed(3)} | ${sampler.divergences} | ${sampler.seconds.toFixed(0)} |\n`,
    );
  }
}
