import { useList, useObject } from '../../api/queries.ts';
import type { AuditRow } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatMoment } from '../../words/moments.ts';

const AUDIT = '/api/audit';
const ROWS = 50;

/** What was changed, by whom and when, and whether the log is as it was written. */
export function Audit() {
  const { words, lang } = useLanguage();
  const rows = useList<AuditRow>(`${AUDIT}?limit=${ROWS}`);
  const check = useObject<{ whole: boolean; first_broken: number | null }>(`${AUDIT}/check`);
  const columns = ['when', 'who', 'action', 'subject'] as const;
  return (
    <section>
      <h2>{words.administration.audit}</h2>
      {check.data && (
        <p className={check.data.whole ? 'sans' : 'problem sans'}>
          {check.data.whole ? words.administration.whole : words.administration.broken(check.data.first_broken ?? 0)}
        </p>
      )}
      <Answered query={rows}>
        {({ items }) => (
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
                {items.map(row => (
                  <tr key={row.id}>
                    <th scope="row" className="text">
                      {formatMoment(row.at, lang)}
                    </th>
                    <td className="text">
                      {words.administration.kinds[row.actor_kind] ?? row.actor_kind}{' '}
                      {row.actor_kind !== 'public' && <code className="quiet">{row.actor.slice(0, 8)}</code>}
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
        )}
      </Answered>
      <TableSource addresses={[{ name: 'JSON', href: AUDIT }]} />
    </section>
  );
}
