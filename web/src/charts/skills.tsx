import { useMemo } from 'react';
import { drawSkills } from '../../../src/common/charts/skills-chart.ts';
import { studyWords } from '../../../src/common/wording/study-words.ts';
import type { SkillsExchange } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 440;
const PHONE_WIDTH = 330;

/** Shares of levels of education among those who come and those who leave. */
export function SkillsPicture({ found: { levels }, source }: { found: SkillsExchange; source: string | undefined }) {
  const { lang } = useLanguage();
  const { skills } = studyWords(lang);
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => {
    const known = levels
      .filter(({ education }) => education !== 'unknown')
      .map(each => ({
        label: skills.levels[each.education],
        shareIn: each.share_in,
        shareOut: each.share_out,
      }));
    return drawSkills(known, { title: skills.question, lang, width });
  }, [levels, skills, lang, width]);
  const rows = [
    ['education', 'arrivals', 'departures', 'net', 'share_in', 'share_out', 'kind'],
    ...levels.map(each => [
      ...[each.education, each.arrivals, each.departures, each.net],
      ...[each.share_in, each.share_out, 'reported'],
    ]),
  ];
  return <Chart {...{ svg, rows, source }} name="saldo-skills" caption={skills.chartNote} narrow />;
}
