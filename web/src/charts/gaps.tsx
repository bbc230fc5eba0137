import { useMemo } from 'react';
import { gapSteps } from '../../../src/common/charts/gap-steps.ts';
import { drawGapWaterfall } from '../../../src/common/charts/gap-waterfall.ts';
import { drawRanges } from '../../../src/common/charts/ranges-chart.ts';
import { hiddenWords } from '../../../src/common/wording/hidden-words.ts';
import type { BalanceSheet, UnregisteredGap } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 440;
const PHONE_WIDTH = 330;

/** One way of knowing, step by step. */
export function GapPicture({ gap, source }: { gap: UnregisteredGap; source: string | undefined }) {
  const { lang } = useLanguage();
  const title = gap.name[lang];
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => drawGapWaterfall(gapSteps(gap, lang), title, width), [gap, title, lang, width]);
  const rows = [
    ['step', 'role', 'value', 'low', 'high', 'kind', 'source'],
    ...gap.steps.map(({ name, role, persons: { value, low, high }, kind, source: from }) => [
      ...[name.en, role, value, low, high, kind, from],
    ]),
  ];
  return (
    <Chart
      svg={svg}
      name={`saldo-${gap.id}`}
      rows={rows}
      caption={hiddenWords(lang).waterfallNote}
      source={source}
      narrow
    />
  );
}

/** All ways of knowing side by side, over what those compared have in common. */
export function RangesPicture({
  sheet,
  title,
  source,
}: {
  sheet: BalanceSheet;
  title: string;
  source: string | undefined;
}) {
  const { lang } = useLanguage();
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => {
    const { gaps, compared, common } = sheet;
    const rows = gaps.map(({ id, name, unregistered }) => ({
      ...{ label: name[lang], persons: unregistered, compared: compared.includes(id) },
    }));
    return drawRanges(rows, { title, common, width });
  }, [sheet, title, lang, width]);
  const rows = [
    ['gap', 'first_year', 'year', 'value', 'low', 'high', 'kind'],
    ...sheet.gaps.map(({ id, first_year: first, year, unregistered: { value, low, high } }) => [
      ...[id, first, year, value, low, high, 'modelled'],
    ]),
  ];
  return (
    <Chart
      svg={svg}
      name="saldo-unregistered"
      rows={rows}
      caption={hiddenWords(lang).rangesNote}
      source={source}
      narrow
    />
  );
}
