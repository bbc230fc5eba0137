import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatCount, formatYears } from '../../../../src/common/wording/numbers.ts';
import { vintageLabel } from '../../../../src/common/wording/vintage-label.ts';
import { send } from '../../api/client.ts';
import { useSession, useVintages } from '../../api/queries.ts';
import type { Vintage } from '../../api/types.ts';
import { holds } from '../../layout/frame.tsx';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered, ProblemNote } from '../../layout/states.tsx';
import { Sure } from '../../layout/sure.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatMoment } from '../../words/moments.ts';
import { CompareVintages } from './compare-vintages.tsx';
import { RevisionTriangle } from './revision-triangle.tsx';

/** What the runs published: released or not, compared, and revised from one to the next. */
export function Vintages() {
  const { words } = useLanguage();
  const vintages = useVintages();
  return (
    <Answered query={vintages}>
      {({ items }) =>
        items.length === 0 ? null : (
          <>
            <section>
              <h2>{words.runs.vintages}</h2>
              <VintagesTable vintages={items} />
            </section>
            {items.length > 1 && (
              <section>
                <h2>{words.runs.compare}</h2>
                <CompareVintages vintages={items} />
              </section>
            )}
            <section>
              <h2>{words.runs.triangle}</h2>
              <RevisionTriangle />
            </section>
          </>
        )
      }
    </Answered>
  );
}

function VintagesTable({ vintages }: { vintages: readonly Vintage[] }) {
  const { words, lang } = useLanguage();
  const client = useQueryClient();
  const { data: session } = useSession();
  const [error, setError] = useState<unknown>();
  const mayRelease = holds(session, ['publisher']);
  const release = async (id: number) => {
    setError(undefined);
    await send('POST', `/api/vintages/${id}/release`, {}).catch(setError);
    await client.invalidateQueries();
  };
  return (
    <>
      {error !== undefined && <ProblemNote error={error} />}
      <Scrolled label={words.runs.vintages}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.vintageWord}
              </th>
              <th scope="col">{words.runs.threshold}</th>
              <th scope="col" className="text">
                {words.batches.period}
              </th>
              <th scope="col">{words.offices.slips}</th>
              <th scope="col">{words.runs.persons}</th>
              <th scope="col">{words.runs.moves}</th>
              <th scope="col" className="text">
                {words.runs.released}
              </th>
            </tr>
          </thead>
          <tbody>
            {vintages.map(({ id, label, parameters, slips, persons, moves, released_at, ...its }) => (
              <tr key={id}>
                <th scope="row" className="text wrap">
                  <Link to="/" search={{ vintage: id }}>
                    {id}: {vintageLabel(label, lang) ?? words.runs.unnamed}
                  </Link>
                </th>
                <td>{parameters.threshold}</td>
                <td className="text">{formatYears(its.first_year ?? 0, its.last_year ?? 0)}</td>
                <td>{formatCount(slips)}</td>
                <td>{formatCount(persons)}</td>
                <td>{formatCount(moves)}</td>
                <td className="text">
                  {released_at !== null && formatMoment(released_at, lang)}
                  {released_at === null && mayRelease && (
                    <Sure
                      name={words.runs.release}
                      warning={words.runs.sureToRelease}
                      className="act light small"
                      act={() => release(id)}
                    />
                  )}
                  {released_at === null && !mayRelease && <span className="quiet">{words.runs.notReleased}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
