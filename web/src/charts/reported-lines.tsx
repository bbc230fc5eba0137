import { useMemo } from 'react';
import { corridorTitle } from '../../../src/common/charts/corridor-title.ts';
import { type ChartYear, drawReported } from '../../../src/common/charts/reported-chart.ts';
import { officeLabel } from '../../../src/common/wording/offices.ts';
import { Chart } from '../layout/chart.tsx';
import { useLanguage } from '../words/language.tsx';

/** One direction as figures 1 to 4 of the CARIM-East note: both offices' lines, and a model's band where there is one. */
export function ReportedLines({
  origin,
  destination,
  years,
  highest,
  breaks = [],
  caption,
  source,
}: {
  origin: string;
  destination: string;
  years: readonly ChartYear[];
  highest?: number;
  breaks?: readonly number[];
  caption: string;
  source: string | undefined;
}) {
  const { words, lang } = useLanguage();
  const title = corridorTitle({ origin, destination }, lang);
  const svg = useMemo(
    () =>
      years.length === 0
        ? ''
        : drawReported(
            years,
            {
              title,
              departures: `${officeLabel(origin, lang)},\n${words.departures}`,
              arrivals: `${officeLabel(destination, lang)},\n${words.arrivals}`,
              estimate: words.modelled,
            },
            { breaks, ...(highest !== undefined && { highest }) },
          ),
    [years, title, origin, destination, highest, breaks, words, lang],
  );
  if (svg === '')
    return (
      <figure>
        <p className="title">{title}</p>
        <p className="empty">{words.corridor.nothingReported}</p>
      </figure>
    );
  const modelled = years.some(({ estimate }) => typeof estimate === 'number');
  const rows = [
    [
      'first_year',
      'year',
      'departures_reported',
      'arrivals_reported',
      ...(modelled ? ['estimate', 'low95', 'high95'] : []),
    ],
    ...years.map(({ firstYear, year, departures, arrivals, estimate, low95, high95 }) => [
      ...[firstYear ?? year, year, departures, arrivals],
      ...(modelled ? [estimate ?? null, low95 ?? null, high95 ?? null] : []),
    ]),
  ];
  return (
    <Chart
      svg={svg}
      title={title}
      name={`saldo-reported-${origin}-${destination}`}
      rows={rows}
      caption={caption}
      source={source}
    />
  );
}
