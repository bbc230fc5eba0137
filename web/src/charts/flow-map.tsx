import { useCallback, useMemo, useState } from 'react';
import { corridorsOf } from '../../../src/common/charts/corridors.ts';
import { drawFlowMap, MAP_FRAMES } from '../../../src/common/charts/flow-map.ts';
import { stateName } from '../../../src/common/states.ts';
import { formatKnown } from '../../../src/common/wording/numbers.ts';
import { officeName } from '../../../src/common/wording/offices.ts';
import type { CorridorFigures } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches, WITHOUT_POINTER } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';
import { drawnFigures } from './drawn-figures.ts';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** The map of the space; each arrow tells its figures when it is pointed at or reached by the keyboard, and leads to its corridor. */
export function FlowMap({
  flows,
  offices,
  largest,
  caption,
  source,
  open,
}: {
  flows: readonly CorridorFigures[];
  offices: readonly string[];
  largest?: number;
  caption: string;
  source: string;
  open: (origin: string, destination: string) => void;
}) {
  const { lang, words } = useLanguage();
  const [told, tell] = useState<string>();
  const narrow = useMatches(NARROW);
  const touched = useMatches(WITHOUT_POINTER);
  const corridors = useMemo(
    () => corridorsOf({ flows: flows.map(flow => ({ ...drawnFigures(flow), year: 0 })), gaps: [] }),
    [flows],
  );
  const frame = narrow ? MAP_FRAMES.narrow : MAP_FRAMES.wide;
  const svg = useMemo(
    () => drawFlowMap(corridors, { offices, frame, lang, ...(largest !== undefined && { largest }) }),
    [corridors, offices, frame, lang, largest],
  );
  const sentenceOf = useCallback(
    (origin: string, destination: string) => {
      const flow = flows.find(each => each.origin === origin && each.destination === destination);
      const { united = null, arrivals_reported = null, departures_reported = null } = flow ?? {};
      return words.overview.arrow({
        corridor: `${stateName(origin, lang)} → ${stateName(destination, lang)}`,
        united: formatKnown(united),
        arrivals: formatKnown(arrivals_reported),
        departures: formatKnown(departures_reported),
        intoOffice: officeName(destination, lang),
        outOffice: officeName(origin, lang),
      });
    },
    [flows, lang, words],
  );
  const enliven = useCallback(
    (figure: HTMLElement) => {
      for (const arrow of figure.querySelectorAll<SVGPathElement>('path[data-corridor]')) {
        const [origin = '', destination = ''] = (arrow.dataset['corridor'] ?? '').split('-');
        const sentence = sentenceOf(origin, destination);
        arrow.setAttribute('role', 'link');
        arrow.setAttribute('tabindex', '0');
        arrow.setAttribute('aria-label', sentence);
        arrow.classList.add('map-flow');
        const title = document.createElementNS(SVG_NAMESPACE, 'title');
        title.textContent = sentence;
        arrow.replaceChildren(title);
        arrow.onpointerenter = () => tell(sentence);
        arrow.onfocus = () => tell(sentence);
        arrow.onpointerleave = () => tell(undefined);
        arrow.onblur = () => tell(undefined);
        arrow.onclick = () => open(origin, destination);
        arrow.onkeydown = event => {
          if (event.key === 'Enter') open(origin, destination);
        };
      }
      figure.querySelector('svg')?.setAttribute('role', 'group');
    },
    [sentenceOf, open],
  );
  const rows = [
    ['origin', 'destination', 'united', 'arrivals_reported', 'departures_reported'],
    ...flows.map(flow => [
      flow.origin,
      flow.destination,
      flow.united,
      flow.arrivals_reported,
      flow.departures_reported,
    ]),
  ];
  return (
    <Chart
      svg={svg}
      name="saldo-flows"
      rows={rows}
      told={told ?? (touched ? words.overview.tapArrow : words.overview.pointAtArrow)}
      caption={caption}
      source={source}
      onDrawn={enliven}
    />
  );
}
