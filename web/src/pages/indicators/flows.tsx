import { lazy, Suspense, useState } from 'react';
import { stateName } from '../../../../src/common/states.ts';
import { formatDecimal, formatSigned, formatYears } from '../../../../src/common/wording/numbers.ts';
import { studyWords } from '../../../../src/common/wording/study-words.ts';
import { useShippedTables } from '../../api/mirror.ts';
import { useObject } from '../../api/queries.ts';
import type { FlowIndicators } from '../../api/types.ts';
import { Answered, Loading } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { DropTexts } from '../tables/drop-texts.tsx';
import { isText, type SentTable, type SentText, useSentTexts } from '../tables/sent-texts.ts';
import { WhoseLine } from '../tables/whose-line.tsx';
import { StatesTable, SystemsTable } from './flow-tables.tsx';
import { periodName } from './periods.ts';

const Effectiveness = lazy(() =>
  import('../../charts/effectiveness.tsx').then(({ Effectiveness: made }) => ({ default: made })),
);

const PATH = '/api/indicators/flows';
const FIRST_TABLE = 'eurostat-2010-2019';
type View = FlowIndicators['view'];

/** Net rate, turnover, effectiveness and intensity of the states of a table. */
export function FlowsSection() {
  const { lang } = useLanguage();
  const { indicators } = studyWords(lang);
  const [table, setTable] = useState(FIRST_TABLE);
  const [view, setView] = useState<View>('own_office');
  const address = `${PATH}/${table}?view=${view}`;
  const shipped = useObject<FlowIndicators>(address);
  const own = useSentTexts<FlowIndicators>(PATH, (texts, others) => bodyOf(texts, others, view));
  const choose = (next: View) => {
    setView(next);
    if (own.data !== undefined) own.again((texts, others) => bodyOf(texts, others, next));
  };
  return (
    <section id="flows">
      <h2>{indicators.flows}</h2>
      <WhoseLine published={indicators.published} words={indicators.own} back={own.data && own.reset} />
      <ChooseFigures {...{ table, setTable, view }} isOwn={own.data !== undefined} setView={choose} />
      {own.data === undefined ? (
        <Answered query={shipped}>{found => <Flows found={found} source={address} />}</Answered>
      ) : (
        <Flows found={own.data} source={undefined} />
      )}
      <dl className="defined">
        {indicators.defined.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {own.data === undefined && <TableSource addresses={[{ name: 'JSON', href: address }]} />}
      <DropTexts
        words={indicators.own}
        send={own.send}
        pending={own.pending}
        error={own.error}
        accept=".csv,.tsv,.txt,.json,.px,.xlsx,.gz"
      />
    </section>
  );
}

/** A CSV of state, year and population is no table of flows. */
function bodyOf(texts: readonly SentText[], others: readonly SentTable[], view: View) {
  const isPopulation = ({ text }: SentText) => /(^|[,;\t])"?population"?/i.test(text.split('\n', 1)[0] ?? '');
  const population = texts.find(isPopulation)?.text;
  const tables = [...texts.filter(each => isText(each) && !isPopulation(each)), ...others];
  return { tables, view, ...(population !== undefined && { population }) };
}

function ChooseFigures({
  table,
  setTable,
  view,
  setView,
  isOwn,
}: {
  table: string;
  setTable: (table: string) => void;
  view: View;
  setView: (view: View) => void;
  isOwn: boolean;
}) {
  const { words, lang } = useLanguage();
  const { indicators } = studyWords(lang);
  const { data } = useShippedTables();
  return (
    <form aria-label={indicators.choose} className="row">
      {!isOwn && (
        <label>
          {indicators.table}
          <select value={table} onChange={({ target }) => setTable(target.value)}>
            {(data?.items ?? [{ table: FIRST_TABLE }]).map(({ table: each }) => (
              <option key={each} value={each}>
                {words.tables.names[each] ?? each}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {indicators.view}
        <select value={view} onChange={({ target }) => setView(target.value as View)}>
          {(['own_office', 'arrival_place'] as const).map(each => (
            <option key={each} value={each}>
              {indicators.views[each]}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

function Flows({ found, source }: { found: FlowIndicators; source: string | undefined }) {
  const { lang } = useLanguage();
  const { indicators, year: yearWord, kinds } = studyWords(lang);
  const periods = [...new Set(found.states.map(periodName))];
  const [asked, setAsked] = useState<string>();
  const period = periods.find(each => each === asked) ?? lastPeriod(found);
  const states = found.states.filter(each => periodName(each) === period);
  const [most] = [...states].sort((a, b) => Math.abs(b.net) - Math.abs(a.net));
  if (most === undefined) return <p>{indicators.none}</p>;
  const hasRates = found.states.some(({ net_rate: rate }) => rate !== null);
  return (
    <>
      <p className="answer">
        {indicators.flowsAnswer({
          ...{ state: stateName(most.state, lang), year: formatYears(most.first_year, most.year) },
          net: formatSigned(most.net),
          effectiveness: most.effectiveness === null ? '…' : formatDecimal(most.effectiveness, 1, lang),
        })}{' '}
        <small className="kind">{kinds.reported}</small>
      </p>
      {periods.length > 1 && (
        <form aria-label={yearWord} className="row">
          <label>
            {yearWord}
            <select value={period} onChange={({ target }) => setAsked(target.value)}>
              {periods.map(each => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        </form>
      )}
      <Suspense fallback={<Loading tall />}>
        <Effectiveness states={states} title={`${indicators.effectiveness}, ${period}`} source={source} />
      </Suspense>
      <StatesTable states={states} hasRates={hasRates} />
      <h3>{indicators.system}</h3>
      <SystemsTable systems={found.systems} hasRates={hasRates} />
      {!hasRates && <p className="quiet sans">{indicators.noRates}</p>}
    </>
  );
}

function lastPeriod({ systems, states }: FlowIndicators): string {
  const last = systems.at(-1) ?? states.at(-1);
  return last === undefined ? '' : periodName(last);
}
