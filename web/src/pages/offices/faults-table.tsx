import { formatCount } from '../../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../../src/common/wording/offices.ts';
import type { Batch } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';
import { FaultName } from '../load/fault-name.tsx';

interface FaultRow {
  offices: string;
  code: string;
  setAside: boolean;
  rows: number;
}

/** Faults of all batches by code: what each office could mend at home. */
export function FaultsTable({ batches }: { batches: readonly Batch[] }) {
  const { words, lang } = useLanguage();
  const rows = faultRows(batches, office => officeLabel(office, lang));
  if (rows.length === 0) return <p className="empty sans">{words.offices.noFaults}</p>;
  return (
    <Scrolled label={words.offices.faults}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.offices.office}
            </th>
            <th scope="col" className="text">
              {words.load.fault}
            </th>
            <th scope="col">{words.batches.rows}</th>
            <th scope="col" className="text">
              {words.load.rowsAre}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ offices, code, setAside, rows: count }) => (
            <tr key={offices + code + setAside}>
              <th scope="row" className="text">
                {offices}
              </th>
              <td className="text">
                <FaultName code={code} />
              </td>
              <td>{formatCount(count)}</td>
              <td className="text">{setAside ? words.load.setAside : words.load.kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function faultRows(batches: readonly Batch[], nameOf: (office: string) => string): FaultRow[] {
  const rows = new Map<string, FaultRow>();
  for (const batch of batches) {
    const offices = batch.offices.map(nameOf).join(', ');
    for (const { code, set_aside: setAside, rows: count } of batch.faults) {
      const key = `${offices} ${code} ${setAside}`;
      const row = rows.get(key) ?? { offices, code, setAside, rows: 0 };
      row.rows += count;
      rows.set(key, row);
    }
  }
  return [...rows.values()].toSorted((a, b) => a.offices.localeCompare(b.offices) || b.rows - a.rows);
}
