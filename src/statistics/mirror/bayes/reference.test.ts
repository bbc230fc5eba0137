import { describe, expect, it } from 'vitest';
import { fitFlows } from './fit-flows.ts';
import { findReferencePanel, readReferencePanel } from './fixtures/reference-panel.ts';

const path = findReferencePanel();

describe.skipIf(path === undefined)('on the reference panel (SALDO_REFERENCE; skipped where it is not at hand)', () => {
  it('flows of eight offices are nearly flat in time, the first year a little low, as was seen in another fit of the model', async () => {
    const cells = readReferencePanel(path!, ['AT', 'BE', 'DK', 'FI', 'NL', 'PL', 'SE', 'SK'], [2014, 2019]);
    const fit = await fitFlows(cells, {
      model: 'bayes',
      benchmark: 'SE',
      chains: 2,
      warmup: 300,
      samples: 300,
      seed: 1,
    });
    const mean = (name: string): number => fit.parameters.find(({ parameter }) => parameter === name)!.mean;
    expect(fit.diagnostics.sampler.divergences).toBeLessThan(6);
    expect(fit.diagnostics.sampler.worst_rhat).toBeLessThan(1.05);
    expect(mean('sigma_y')).toBeLessThan(0.05);
    const logs = (year: number): number => {
      const chosen = fit.flows.filter((_, at) => cells[at]!.year === year);
      return chosen.reduce((sum, flow) => sum + flow.mean, 0) / chosen.length;
    };
    expect(logs(2015) - logs(2014)).toBeGreaterThan(0.02);
    expect(logs(2015) - logs(2014)).toBeLessThan(0.12);
  });
});
