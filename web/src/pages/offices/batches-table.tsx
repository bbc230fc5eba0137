import { formatCount } from '../../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../../src/common/wording/offices.ts';
import type { Batch } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatMoment, formatShortDay } from '../../words/moments.ts';

const HASH_SHOWN = 12;

/** What was accepted, file by file, each known by the hash of its content. */
export function BatchesTable({ batches }: { batches: readonly Batch[] }) {
  const { words, lang } = useLanguage();
  const day = (value: string | null) => (value === null ? '–' : formatShortDay(value.slice(0, 10), lang));
  if (batches.length === 0) return <p className="empty sans">{words.batches.none}</p>;
  return (
    <Scrolled label={words.offices.batches}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.batches.file}
            </th>
            <th scope="col" className="text">
              {words.offices.office}
            </th>
            <th scope="col">{words.batches.accepted}</th>
            <th scope="col">{words.batches.setAside}</th>
            <th scope="col" className="text">
              {words.batches.period}
            </th>
            <th scope="col" className="text">
              {words.batches.at}
            </th>
            <th scope="col" className="text">
              SHA-256
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.map(batch => (
            <tr key={batch.id}>
              <th scope="row" className="text">
                {batch.file_name}
              </th>
              <td className="text">{batch.offices.map(office => officeLabel(office, lang)).join(', ')}</td>
              <td>{formatCount(batch.accepted)}</td>
              <td>{formatCount(batch.set_aside)}</td>
              <td className="text">
                {day(batch.first_event)} – {day(batch.last_registered)}
              </td>
              <td className="text">{formatMoment(batch.accepted_at, lang)}</td>
              <td className="text">
                <code title={batch.id}>{batch.id.slice(0, HASH_SHOWN)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
