import { paint } from '../../../../src/common/charts/palette.ts';
import { yearTicks } from '../../../../src/common/charts/ticks.ts';
import { stateName } from '../../../../src/common/states.ts';
import type { Act, PartyStatus } from '../../api/types.ts';
import { NARROW, useMatches } from '../../layout/matches.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

const LANE = 24;
const BAR = 12;
const AXIS = 22;
const YEAR_MS = 365.25 * 86_400_000;

/** How each kind of time is drawn: told apart by form as well as by ink. */
const BARS: Readonly<Partial<Record<PartyStatus, { fill: string; stroke: string; dash?: string }>>> = {
  'in-force': { fill: paint('destination'), stroke: paint('destination') },
  provisional: { fill: paint('loaded'), stroke: paint('destination') },
  signed: { fill: 'none', stroke: paint('quiet') },
  uncertain: { fill: 'none', stroke: paint('origin'), dash: '4 3' },
  suspended: { fill: 'none', stroke: paint('destination'), dash: '1.5 3' },
};
const SHOWN = Object.keys(BARS) as PartyStatus[];

/** For each state a bar along the years: signed, in force, provisionally, not known; the bar ends where the state left. */
export function PartyBars({ act: { timeline }, today }: { act: Pick<Act, 'timeline'>; today: string }) {
  const { lang } = useLanguage();
  const { party, acts } = useLawWords();
  const narrow = useMatches(NARROW);
  const [width, left] = narrow ? [340, 106] : [760, 120];
  const days = timeline.flatMap(({ stretches }) => stretches.map(({ from }) => yearOf(from)));
  const [first, last] = [Math.min(...days, yearOf(today) - 1) - 0.3, yearOf(today) + 0.3];
  const x = (year: number) => left + ((year - first) / (last - first)) * (width - left - 6);
  const height = timeline.length * LANE + AXIS;
  const drawn = SHOWN.filter(status =>
    timeline.some(({ stretches }) => stretches.some(each => each.status === status)),
  );
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} className="bars" role="img" aria-label={acts.one.timeline} fontSize="13">
        {yearTicks(first, last, narrow ? 5 : 8).map(year => (
          <g key={year}>
            <line x1={x(year)} x2={x(year)} y1="0" y2={height - AXIS + 4} stroke={paint('rule')} />
            <text x={x(year)} y={height - 5} textAnchor="middle" fill={paint('quiet')}>
              {year}
            </text>
          </g>
        ))}
        {timeline.map(({ state, stretches }, lane) => (
          <g key={state} transform={`translate(0 ${lane * LANE})`}>
            <text x="0" y={LANE / 2 + 4} fill={paint('ink')}>
              {stateName(state, lang)}
            </text>
            {stretches.map(({ from, to, status }) => {
              const bar = BARS[status];
              const [start, end] = [x(yearOf(from)), x(Math.min(to === null ? yearOf(today) : yearOf(to), last))];
              return bar === undefined ? null : (
                <rect
                  key={from}
                  x={start}
                  y={(LANE - BAR) / 2}
                  width={Math.max(end - start, 1.5)}
                  height={BAR}
                  fill={bar.fill}
                  stroke={bar.stroke}
                  strokeDasharray={bar.dash}
                />
              );
            })}
          </g>
        ))}
      </svg>
      <figcaption className="keys">
        {drawn.map(status => (
          <span key={status}>
            <svg width="26" height={BAR + 2} aria-hidden="true">
              <rect
                x="1"
                y="1"
                width="24"
                height={BAR}
                fill={BARS[status]?.fill}
                stroke={BARS[status]?.stroke}
                strokeDasharray={BARS[status]?.dash}
              />
            </svg>{' '}
            {party[status]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function yearOf(day: string): number {
  return 1970 + Date.parse(`${day}T00:00:00Z`) / YEAR_MS;
}
