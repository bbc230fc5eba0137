import { paint } from '../../../../src/common/charts/palette.ts';
import { yearTicks } from '../../../../src/common/charts/ticks.ts';
import { officeLabel } from '../../../../src/common/wording/offices.ts';
import type { TimelineSlip } from '../../api/types.ts';
import { useLanguage } from '../../words/language.tsx';

const WIDTH = 520;
const LANE = 24;
const LEFT = 92;
const RIGHT = 14;
const AXIS = 20;

/** A person's slips along the years, one lane an office: arrivals filled, departures open, the slips of the cause ringed. */
export function TimelineChart({ slips }: { slips: readonly TimelineSlip[] }) {
  const { lang } = useLanguage();
  const offices = [...new Set(slips.map(({ office }) => office))].sort();
  const moments = slips.map(momentOf);
  const [first, last] = spanOf(moments);
  const x = (moment: number) => LEFT + ((moment - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (office: string) => LANE * (offices.indexOf(office) + 0.5);
  const height = offices.length * LANE + AXIS;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" className="timeline-chart" fontSize="12">
      {offices.map(office => (
        <g key={office}>
          <text x="0" y={y(office) + 4} fill={paint('ink')}>
            {officeLabel(office, lang)}
          </text>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(office)} y2={y(office)} stroke={paint('rule')} />
        </g>
      ))}
      {yearTicks(first, last, 7).map(year => (
        <g key={year}>
          <line x1={x(year)} x2={x(year)} y1="0" y2={height - AXIS} stroke={paint('rule')} />
          <text x={x(year)} y={height - 5} textAnchor="middle" fill={paint('quiet')}>
            {year}
          </text>
        </g>
      ))}
      {slips.map((slip, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slips of other offices have no other name.
        <Mark key={at} slip={slip} x={x(momentOf(slip))} y={y(slip.office)} />
      ))}
    </svg>
  );
}

function Mark({ slip, x, y }: { slip: TimelineSlip; x: number; y: number }) {
  const colour = paint(slip.kind === 'arrival' ? 'destination' : 'origin');
  return (
    <>
      {slip.highlighted && <circle cx={x} cy={y} r="9" fill="none" stroke={paint('ink')} strokeWidth="1.4" />}
      <circle
        cx={x}
        cy={y}
        r="4.5"
        stroke={colour}
        strokeWidth="1.6"
        fill={slip.kind === 'arrival' ? colour : paint('paper')}
      />
    </>
  );
}

/** The day of the event as a year with its fraction. */
function momentOf({ event_on, registered_on }: TimelineSlip): number {
  const day = new Date(event_on ?? registered_on);
  const start = Date.UTC(day.getUTCFullYear(), 0);
  return day.getUTCFullYear() + (day.getTime() - start) / (366 * 86_400_000);
}

/** A year at least, and a little room at both ends. */
function spanOf(moments: readonly number[]): [first: number, last: number] {
  const [low, high] = [Math.min(...moments), Math.max(...moments)];
  const room = Math.max((high - low) * 0.05, (2 - (high - low)) / 2, 0.1);
  return [low - room, high + room];
}
