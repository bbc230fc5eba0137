import { lazy, Suspense } from 'react';
import { formatCount, formatDecimal, formatShare } from '../../../src/common/wording/numbers.ts';
import { officeName } from '../../../src/common/wording/offices.ts';
import { VERDICT_WORDS } from '../../../src/common/wording/verdict-words.ts';
import { useBatches, useOffices, useSession, useVintage } from '../api/queries.ts';
import type { Batch, Office } from '../api/types.ts';
import { holds } from '../layout/frame.tsx';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';

const CoverageChart = lazy(() =>
  import('../charts/coverage.tsx').then(({ CoverageChart }) => ({ default: CoverageChart })),
);

export function OfficesPage() {
  const { words } = useLanguage();
  const offices = useOffices();
  const vintage = useVintage('latest');
  const { data: session } = useSession();
  const mayBatches = holds(session, ['contributor', 'statistician', 'auditor']);
  const batches = useBatches(mayBatches);
  useTitle(words.offices.title);
  return (
    <>
      {vintage.data && <VintageLine vintage={vintage.data} />}
      <h1>{words.offices.title}</h1>
      <Answered query={offices} missing={<p className="empty sans">{words.offices.none}</p>}>
        {({ items }) => (
          <>
            <p className="answer">{items.length === 0 ? words.offices.none : words.offices.answer(items.length)}</p>
            {items.map(office => (
              <OneOffice key={office.office} office={office} />
            ))}
          </>
        )}
      </Answered>
      {mayBatches && (
        <section>
          <h2>{words.offices.batches}</h2>
          <Answered query={batches}>{({ items }) => <Batches batches={items} />}</Answered>
        </section>
      )}
    </>
  );
}

function OneOffice({ office }: { office: Office }) {
  const { words, lang } = useLanguage();
  return (
    <section>
      <h2>{officeName(office.office, lang)}</h2>
      <p className="sans quiet">
        {formatCount(office.slips)} {words.offices.slips}
      </p>
      <div className="two">
        <div>
          <h3>{words.offices.coverage}</h3>
          <Suspense fallback={<p className="loading sans">{words.loading}</p>}>
            <CoverageChart office={office.office} rows={office.coverage} />
          </Suspense>
        </div>
        <div>
          <h3>{words.offices.timeliness}</h3>
          <table>
            <thead>
              <tr>
                <th className="text" />
                <th>{words.offices.slips}</th>
                <th>{words.offices.median}</th>
                <th>{words.offices.p90}</th>
              </tr>
            </thead>
            <tbody>
              {office.timeliness.map(({ kind, slips, median_days, p90_days }) => (
                <tr key={kind}>
                  <td className="text">{kind === 'arrival' ? words.arrivals : words.departures}</td>
                  <td>{formatCount(slips)}</td>
                  <td>{median_days === null ? '–' : formatDecimal(median_days, 0, lang)}</td>
                  <td>{p90_days === null ? '–' : formatDecimal(p90_days, 0, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h3>{words.offices.verdicts}</h3>
          <table>
            <tbody>
              {office.verdicts
                .toSorted((a, b) => b.count - a.count)
                .map(({ verdict, count, share }) => (
                  <tr key={verdict}>
                    <td className="text">{VERDICT_WORDS[verdict]?.name[lang] ?? verdict}</td>
                    <td>{formatCount(count)}</td>
                    <td>{formatShare(share, lang)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

function Batches({ batches }: { batches: readonly Batch[] }) {
  const { words, lang } = useLanguage();
  return (
    <Scrolled label={words.offices.batches}>
      <table>
        <thead>
          <tr>
            <th className="text">{words.batches.file}</th>
            <th>{words.batches.accepted}</th>
            <th>{words.batches.setAside}</th>
            <th className="text">{words.batches.fault}</th>
            <th>{words.batches.period}</th>
            <th>{words.batches.at}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map(batch => (
            <tr key={batch.id}>
              <td className="text" title={batch.id}>
                {batch.file_name}
              </td>
              <td>{formatCount(batch.accepted)}</td>
              <td>{formatCount(batch.set_aside)}</td>
              <td className="text">
                {batch.faults.map(({ code, rows }) => `${code} ${formatCount(rows)}`).join(', ')}
              </td>
              <td>
                {batch.first_event} – {batch.last_registered}
              </td>
              <td>{new Date(batch.accepted_at).toLocaleString(lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
