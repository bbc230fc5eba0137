import { lazy, Suspense } from 'react';
import { formatShare } from '../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../src/common/wording/offices.ts';
import { addresses, useBatches, useOffices, useSession, useVintage } from '../api/queries.ts';
import type { Office } from '../api/types.ts';
import { holds } from '../layout/frame.tsx';
import { Answered, Loading } from '../layout/states.tsx';
import { everyForm, TableSource } from '../layout/table-source.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';
import { BatchesTable } from './offices/batches-table.tsx';
import { FaultsTable } from './offices/faults-table.tsx';
import { TimelinessTable } from './offices/timeliness-table.tsx';
import { VerdictsTable } from './offices/verdicts-table.tsx';

const CoverageChart = lazy(() =>
  import('../charts/coverage.tsx').then(({ CoverageChart }) => ({ default: CoverageChart })),
);

export function OfficesPage() {
  const { words } = useLanguage();
  const offices = useOffices();
  const vintage = useVintage('latest');
  useTitle(words.offices.title);
  return (
    <>
      {vintage.data && <VintageLine vintage={vintage.data} fixed />}
      <h1>{words.offices.title}</h1>
      <Answered query={offices} missing={<p className="empty sans">{words.offices.none}</p>}>
        {({ items, vintage: id }) =>
          items.length === 0 ? (
            <p className="empty sans">{words.offices.none}</p>
          ) : (
            <Measured offices={items} vintage={id} />
          )
        }
      </Answered>
      <Received />
    </>
  );
}

function Measured({ offices, vintage }: { offices: readonly Office[]; vintage: number }) {
  const { words } = useLanguage();
  const coverage = offices.flatMap(office => office.coverage);
  return (
    <>
      <p className="answer">
        <AnswerSentence offices={offices} />
      </p>
      <section>
        <h2>{words.offices.coverage}</h2>
        <Suspense fallback={<Loading tall />}>
          <div className="two">
            {offices.map(({ office }) => (
              <CoverageChart
                key={office}
                {...{ office, vintage }}
                all={coverage}
                source={addresses.coverage(vintage)}
              />
            ))}
          </div>
        </Suspense>
      </section>
      <section>
        <h2>{words.offices.timeliness}</h2>
        <TimelinessTable rows={offices.flatMap(({ timeliness }) => timeliness)} />
        <TableSource addresses={everyForm(addresses.timeliness(vintage)).slice(0, 1)} />
      </section>
      <section>
        <h2>{words.offices.verdicts}</h2>
        <VerdictsTable offices={offices} />
        <TableSource addresses={[{ name: 'JSON', href: '/api/offices' }]} />
      </section>
    </>
  );
}

/** The stream that is seen best and the one that is seen least. */
function AnswerSentence({ offices }: { offices: readonly Office[] }) {
  const { words, lang } = useLanguage();
  const measured = offices
    .flatMap(({ coverage }) => coverage)
    .filter(({ coverage }) => coverage !== null)
    .toSorted((a, b) => (b.coverage ?? 0) - (a.coverage ?? 0));
  const named = (at: number) => {
    const row = measured.at(at);
    return row === undefined
      ? undefined
      : { office: officeLabel(row.office, lang), stream: words[row.side], share: formatShare(row.coverage ?? 0, lang) };
  };
  const [best, worst] = [named(0), named(-1)];
  return best === undefined || worst === undefined ? words.offices.unmeasured : words.offices.answer({ best, worst });
}

/** The files that were accepted, for those who may see them. */
function Received() {
  const { words } = useLanguage();
  const { data: session } = useSession();
  const may = holds(session, ['contributor', 'statistician', 'auditor']);
  const batches = useBatches(may);
  if (!may) return null;
  return (
    <Answered query={batches}>
      {({ items }) => (
        <>
          <section>
            <h2>{words.offices.faults}</h2>
            <FaultsTable batches={items} />
          </section>
          <section>
            <h2>{words.offices.batches}</h2>
            <BatchesTable batches={items} />
            <TableSource addresses={[{ name: 'JSON', href: '/api/batches' }]} />
          </section>
        </>
      )}
    </Answered>
  );
}
