import type { FlowIndicators } from '../indicators/flow-indicators.ts';
import type { ProfileFit } from '../indicators/rogers-castro.ts';
import type { SkillsExchange } from '../indicators/skills.ts';
import type { TrackedPlan } from '../targets/track.ts';
import type { AgeAnswer, FlowIndicatorsAnswer, SkillsAnswer, TargetAnswer } from './study-schemas.ts';

/** A plan and its series as commands and the API give them. */
export function targetAnswerOf({ plan, series }: TrackedPlan): TargetAnswer {
  const { state, title, firstYear, lastYear, balance, partners, source, notes } = plan;
  return {
    plan: {
      ...{ state, title, first_year: firstYear, last_year: lastYear, balance, source, notes: [...notes] },
      ...{ years: plan.years.map(each => ({ ...each })), partners: partners === null ? null : [...partners] },
    },
    series: series.map(({ neededPace, ...each }) => ({ ...each, needed_pace: neededPace })),
  };
}

export function indicatorAnswer({ kind, view, states, systems }: FlowIndicators): FlowIndicatorsAnswer {
  return {
    ...{ kind, view },
    states: states.map(({ firstYear, allPartners, netRate, turnoverRate, ...each }) => ({
      ...{ ...each, first_year: firstYear, all_partners: allPartners },
      net_rate: netRate,
      turnover_rate: turnoverRate,
    })),
    systems: systems.map(({ firstYear, netMigrationRate, ...each }) => ({
      ...{ ...each, first_year: firstYear, net_migration_rate: netMigrationRate },
    })),
  };
}

export function ageAnswer({ parameters, points, ...fit }: ProfileFit): AgeAnswer {
  return { ...fit, parameters: [...parameters], points: [...points] };
}

export function skillsAnswer({ kind, levels, nonTarget }: SkillsExchange): SkillsAnswer {
  return {
    kind,
    levels: levels.map(({ shareIn, shareOut, ...each }) => ({ ...each, share_in: shareIn, share_out: shareOut })),
    non_target: nonTarget,
  };
}
