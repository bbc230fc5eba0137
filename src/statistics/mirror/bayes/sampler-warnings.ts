import { stateName } from '../../../common/states.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import type { FlowPanel } from './flow-panel.ts';

/** How a model was sampled, and how well. */
export interface SamplerFigures {
  chains: number;
  warmup: number;
  samples: number;
  seed: number;
  threads: number;
  seconds: number;
  /** Processor time of the whole program meanwhile. */
  cpu_seconds: number;
  divergences: number;
  /** Trajectories cut at the greatest depth. */
  cut: number;
  step_sizes: number[];
  mean_steps: number[];
  energy_fractions: number[];
  worst_rhat: number;
  least_ess: number;
  least_ess_tail: number;
  least_flow_ess: number;
}

const MOST_RHAT = 1.01;
/** Effective samples a chain, of the middle and of the tails. */
const LEAST_EFFECTIVE = 100;
const LEAST_ENERGY_FRACTION = 0.3;

/** What a reader must know of a sampled fit before using it; the bounds are those of Vehtari and others 2021, and Betancourt 2016. */
export function samplerWarnings(sampler: SamplerFigures, panel: FlowPanel, benchmark: string): Worded[] {
  const { chains, divergences, cut, worst_rhat: rhat } = sampler;
  const draws = chains * sampler.samples;
  const effective = Math.round(Math.min(sampler.least_ess, sampler.least_ess_tail));
  const warnings: [holds: boolean, warning: Worded][] = [
    [
      !panel.reports.some(({ office, side }) => office === benchmark && side === 'arrivals'),
      {
        en: `no arrivals at the benchmark, ${stateName(benchmark, 'en')}: the level of all flows rests on the experts’ shares alone`,
        ru: `нет прибытий опорной службы (${stateName(benchmark, 'ru')}): уровень всех потоков держится только на экспертных долях`,
      },
    ],
    [
      divergences > 0,
      {
        en: `${divergences} of ${draws} trajectories diverged: warm up longer, or mistrust the tails`,
        ru: `разошлось траекторий: ${divergences} из ${draws}; увеличьте разогрев или не полагайтесь на края распределений`,
      },
    ],
    [
      cut > draws / 100,
      {
        en: `${cut} of ${draws} trajectories were cut at the greatest depth`,
        ru: `траекторий, оборванных на наибольшей глубине: ${cut} из ${draws}`,
      },
    ],
    [
      rhat > MOST_RHAT,
      {
        en: `R-hat reaches ${rhat.toFixed(3)}: the chains do not agree yet, draw more samples`,
        ru: `R-hat доходит до ${rhat.toFixed(3).replace('.', ',')}: цепи ещё не согласны между собой, увеличьте выборку`,
      },
    ],
    [
      effective < LEAST_EFFECTIVE * chains,
      {
        en: `only ${effective} effective samples of a parameter, expected ${LEAST_EFFECTIVE * chains}`,
        ru: `эффективный объём выборки параметра — только ${effective}, нужно ${LEAST_EFFECTIVE * chains}`,
      },
    ],
    [
      sampler.energy_fractions.some(fraction => fraction < LEAST_ENERGY_FRACTION),
      {
        en: `a chain hardly reaches all energies (E-BFMI below ${LEAST_ENERGY_FRACTION})`,
        ru: `цепь едва проходит все уровни энергии (E-BFMI меньше ${String(LEAST_ENERGY_FRACTION).replace('.', ',')})`,
      },
    ],
  ];
  return warnings.flatMap(([holds, warning]) => (holds ? [warning] : []));
}
