import { useCallback, useMemo } from 'react';
import { corridorsOf } from '../../../src/common/charts/corridors.ts';
import { drawFlowMap, MAP_FRAMES } from '../../../src/common/charts/flow-map.ts';
import { stateName } from '../../../src/common/states.ts';
import { formatCount } from '../../../src/common/wording/numbers.ts';
import type { CorridorFigures } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { useLanguage } from '../words/language.tsx';

const NARROW = '(max-width: 560px)';

/** The map of the space; each arrow leads to its corridor, by pointer and by keyboard. */
export function FlowMap({
  flows,
  offices,
  caption,
  source,
  open,
}: {
  flows: readonly CorridorFigures[];
  offices: readonly string[];
  caption: string;
  source: string;
  open: (origin: string, destination: string) => void;
}) {
  const { lang } = useLanguage();
  const corridors = useMemo(() => corridorsOf({ flows: flows.map(flow => ({ ...flow, year: 0 })), gaps: [] }), [flows]);
  const frame = matchMedia(NARROW).matches ? MAP_FRAMES.narrow : MAP_FRAMES.wide;
  const svg = useMemo(() => drawFlowMap(corridors, { offices, frame, lang }), [corridors, offices, frame, lang]);
  const enliven = useCallback(
    (figure: HTMLElement) => {
      for (const arrow of figure.querySelectorAll<SVGPathElement>('path[data-corridor]')) {
        const [origin = '', destination = ''] = (arrow.dataset['corridor'] ?? '').split('-');
        const flow = flows.find(each => each.origin === origin && each.destination === destination);
        const label = `${stateName(origin, lang)} → ${stateName(destination, lang)}: ${formatCount(flow?.united ?? 0)}`;
        arrow.setAttribute('role', 'link');
        arrow.setAttribute('tabindex', '0');
        arrow.setAttribute('aria-label', label);
        arrow.classList.add('map-flow');
        const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
        title.textContent = label;
        arrow.replaceChildren(title);
        arrow.onclick = () => open(origin, destination);
        arrow.onkeydown = event => {
          if (event.key === 'Enter') open(origin, destination);
        };
      }
      figure.querySelector('svg')?.setAttribute('role', 'group');
    },
    [flows, lang, open],
  );
  const rows = [
    ['origin', 'destination', 'united'],
    ...flows.map(({ origin, destination, united }) => [origin, destination, united]),
  ];
  return <Chart svg={svg} name="saldo-flows" rows={rows} caption={caption} source={source} onDrawn={enliven} />;
}
