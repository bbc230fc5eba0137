import { useMemo } from 'react';
import { drawGapWaterfall, type GapStep } from '../../../src/common/charts/gap-waterfall.ts';
import { hiddenWords } from '../../../src/common/wording/hidden-words.ts';
import type { WorkforceBalance } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 440;
const PHONE_WIDTH = 330;

/** A balance of the workforce as a waterfall, from the resources to what is left over. */
export function WorkforcePicture({ found, source }: { found: WorkforceBalance; source: string | undefined }) {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  const { workforce } = words;
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => {
    const linesOf = (side: WorkforceBalance['lines'][number]['side']): GapStep[] =>
      found.lines
        .filter(line => line.side === side)
        .map(({ name, kind, persons }) => ({
          ...{ label: name[lang], kind, persons, role: side === 'resource' ? 'add' : 'take' },
        }));
    const level = (name: 'without_place' | 'unregistered', persons: GapStep['persons']): GapStep => ({
      ...{ label: workforce.steps[name], role: 'level', kind: 'modelled', persons },
    });
    const steps = [
      ...[...linesOf('resource'), ...linesOf('use'), level('without_place', found.balance)],
      ...[...linesOf('official'), level('unregistered', found.unregistered)],
    ];
    return drawGapWaterfall(steps, workforce.title, width);
  }, [found, workforce, lang, width]);
  const rows = [
    ['item', 'side', 'value', 'low', 'high', 'kind', 'source'],
    ...found.lines.map(({ item, side, persons: { value, low, high }, kind, source: from }) => [
      ...[item, side, value, low, high, kind, from],
    ]),
  ];
  return <Chart {...{ svg, rows, source }} name="saldo-workforce" caption={words.waterfallNote} narrow />;
}
