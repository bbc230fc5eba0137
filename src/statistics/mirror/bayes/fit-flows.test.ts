import { describe, expect, it } from 'vitest';
import { fitFlows } from './fit-flows.ts';
import { simulatedPanel } from './fixtures/simulated-panel.ts';

describe('a sampled model', () => {
  it('finds the flows of a panel drawn from it, its intervals as wide as they say', async () => {
    const { cells, truth } = simulatedPanel(4, ['AM', 'BY', 'KG', 'KZ', 'RU', 'SE'], 5);
    const shares: number[] = [];
    const { flows, parameters, factors, diagnostics } = await fitFlows(cells, {
      model: 'bayes',
      benchmark: 'SE',
      chains: 2,
      warmup: 300,
      samples: 300,
      seed: 5,
      progress: share => shares.push(share),
    });
    expect(diagnostics.sampler.divergences).toBeLessThan(10);
    expect(diagnostics.sampler.worst_rhat).toBeLessThan(1.05);
    const covered = (low: number, high: number): number =>
      flows.filter(({ quantiles }, at) => quantiles[low]! <= truth[at]! && truth[at]! <= quantiles[high]!).length /
      flows.length;
    expect(covered(0, 8)).toBeGreaterThan(0.85);
    expect(covered(3, 5)).toBeGreaterThan(0.3);
    expect(covered(3, 5)).toBeLessThan(0.75);
    const sigma = parameters.find(({ parameter }) => parameter === 'sigma_high')!;
    expect(sigma.q025).toBeLessThan(0.1);
    expect(sigma.q975).toBeGreaterThan(0.1);
    expect(factors.find(({ office, side }) => office === 'SE' && side === 'arrivals')).toMatchObject({
      factor: 1,
      low95: 1,
      high95: 1,
    });
    for (const { factor, low95, high95 } of factors) {
      expect(low95).toBeLessThanOrEqual(factor);
      expect(high95).toBeGreaterThanOrEqual(factor);
    }
    expect(diagnostics.predictive_check.arrivals!.within_80).toBeGreaterThan(0.65);
    expect(shares.at(-1)).toBe(1);
    for (const flow of flows) for (const value of [flow.mean, flow.sd, ...flow.quantiles]) expect(value).not.toBeNaN();
  });

  it('gives the priors back where every report is held out', async () => {
    const { cells } = simulatedPanel(4, ['BY', 'RU', 'SE'], 3);
    const request = {
      model: 'bayes',
      benchmark: 'SE',
      chains: 2,
      warmup: 300,
      samples: 1000,
      seed: 8,
      heldOut: () => true,
    } as const;
    const { parameters, diagnostics } = await fitFlows(cells, request);
    const priors: Record<string, number> = {
      lambda_arrivals_low_medium: 57.491 / (57.491 + 8.066),
      lambda_arrivals_high: 44.564 / (44.564 + 20.891),
      lambda_departures_low_medium: 44.95 / (44.95 + 16.958),
      lambda_departures_high: 32.135 / (32.135 + 38.521),
      beta_distance: 0,
      psi_c0: 0,
      psi_c1: 0.1 * Math.sqrt(2 / Math.PI),
      sigma_y: 5 * Math.sqrt(2 / Math.PI),
      s0: 3 * Math.sqrt(2 / Math.PI),
      s1: Math.sqrt(2 / Math.PI),
    };
    for (const [name, mean] of Object.entries(priors)) {
      const found = parameters.find(({ parameter }) => parameter === name)!;
      expect(Math.abs(found.mean - mean), name).toBeLessThan((4 * found.sd) / Math.sqrt(found.ess) + 1e-3);
    }
    expect(diagnostics.held_out!.reports).toBeGreaterThan(0);
    expect(diagnostics.held_out!.mean_log_predictive).toBeLessThan(0);
  });

  it('refuses a table with years missing or without covariates, and tells where', async () => {
    const { cells } = simulatedPanel(4, ['BY', 'RU', 'SE'], 3);
    const request = { model: 'bayes', benchmark: 'SE', chains: 1, warmup: 100, samples: 20, seed: 1 } as const;
    const gap = cells.filter(
      ({ origin, destination, year }) => !(origin === 'BY' && destination === 'RU' && year === 2011),
    );
    await expect(fitFlows(gap, request)).rejects.toMatchObject({
      code: 'not_identified',
      message: expect.stringContaining('BY → RU 2012: no row for 2011'),
    });
    const bare = cells.map((cell, at) => (at === 2 ? { ...cell, covariates: null } : cell));
    await expect(fitFlows(bare, request)).rejects.toMatchObject({ message: expect.stringContaining('no populations') });
  });

  it('refuses a benchmark that is not in the table, and reports that are all 0', async () => {
    const { cells } = simulatedPanel(4, ['BY', 'RU', 'SE'], 3);
    const request = { model: 'bayes', benchmark: 'US', chains: 1, warmup: 100, samples: 20, seed: 1 } as const;
    await expect(fitFlows(cells, request)).rejects.toMatchObject({
      code: 'not_identified',
      message: expect.stringContaining('expected one of BY, RU, SE'),
    });
    const zeros = cells.map(cell => ({
      ...cell,
      arrivals: cell.arrivals === null ? null : 0,
      departures: cell.departures === null ? null : 0,
    }));
    await expect(fitFlows(zeros, { ...request, benchmark: 'SE' })).rejects.toMatchObject({
      code: 'not_identified',
      message: expect.stringContaining('every report is 0'),
    });
  });
});
