import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { get } from '../../api/client.ts';
import { useObject } from '../../api/queries.ts';
import type { AuditRow, Page } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatMoment } from '../../words/moments.ts';
import { ActorName } from './actor-name.tsx';

const AUDIT = '/api/audit';
const ROWS = 50;
const FILTERS = ['who', 'action', 'office', 'from', 'to'] as const;

/** What was changed, by whom and when, and whether the log is as it was written. */
export function Audit() {
  const { words } = useLanguage();
  const [asked, ask] = useState('');
  const address = `${AUDIT}?limit=${ROWS}${asked === '' ? '' : `&${asked}`}`;
  const rows = useInfiniteQuery({
    queryKey: [AUDIT, address],
    queryFn: ({ pageParam }) => get<Page<AuditRow>>(`${address}${pageParam === '' ? '' : `&cursor=${pageParam}`}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const check = useObject<{ whole: boolean; first_broken: number | null }>(`${AUDIT}/check`);
  return (
    <section>
      <h2>{words.administration.audit}</h2>
      {check.data && (
        <p className={check.data.whole ? 'sans' : 'problem sans'}>
          {check.data.whole ? words.administration.whole : words.administration.broken(check.data.first_broken ?? 0)}
        </p>
      )}
      <Filter ask={ask} />
      <Answered query={rows}>{({ pages }) => <Rows rows={pages.flatMap(({ items }) => items)} />}</Answered>
      {rows.hasNextPage && (
        <p>
          <button
            type="button"
            className="act light"
            onClick={() => rows.fetchNextPage()}
            disabled={rows.isFetchingNextPage}
          >
            {words.administration.more}
          </button>
        </p>
      )}
      <TableSource addresses={[{ name: 'JSON', href: address }]} />
    </section>
  );
}

/** Who, what, about which office, on which days; empty is any. */
function Filter({ ask }: { ask: (query: string) => void }) {
  const { words } = useLanguage();
  const filter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const query = new URLSearchParams();
    for (const name of FILTERS) {
      const value = String(given.get(name) ?? '').trim();
      if (value !== '') query.set(name, name === 'office' ? value.toUpperCase() : value);
    }
    ask(query.toString());
  };
  return (
    <form className="row" onSubmit={filter}>
      <label>
        {words.administration.who}
        <input name="who" maxLength={200} placeholder={words.administration.whoHint} />
      </label>
      <label>
        {words.administration.action}
        <input name="action" maxLength={100} placeholder="batch.accept" />
      </label>
      <label>
        {words.administration.office}
        <input name="office" maxLength={2} size={4} pattern="[A-Za-z]{2}|[*]" placeholder="BY" />
      </label>
      <label>
        {words.administration.fromDay}
        <input name="from" type="date" />
      </label>
      <label>
        {words.administration.toDay}
        <input name="to" type="date" />
      </label>
      <button type="submit" className="act light">
        {words.administration.filter}
      </button>
    </form>
  );
}

function Rows({ rows }: { rows: readonly AuditRow[] }) {
  const { words, lang } = useLanguage();
  const columns = ['when', 'who', 'action', 'subject'] as const;
  if (rows.length === 0) return <p className="empty sans">{words.administration.noRows}</p>;
  return (
    <Scrolled label={words.administration.audit}>
      <table>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col" className="text">
                {words.administration[column]}
              </th>
            ))}
            <th scope="col">{words.administration.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row" className="text">
                {formatMoment(row.at, lang)}
              </th>
              <td className="text">
                {words.administration.kinds[row.actor_kind] ?? row.actor_kind}{' '}
                {(row.actor_kind === 'user' || row.actor_kind === 'key') && (
                  <ActorName id={row.actor} name={row.actor_name} />
                )}
              </td>
              <td className="text">
                <code>{row.action}</code>
              </td>
              <td className="text wrap">{row.subject}</td>
              <td>{row.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
