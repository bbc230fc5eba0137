import type { ReactNode } from 'react';
import { faultExpectation, SLIP_FAULT_WORDS } from '../../../../src/common/wording/fault-words.ts';
import { formatCount } from '../../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../../src/common/wording/offices.ts';
import { useList } from '../../api/queries.ts';
import type { Fault, Upload } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { AgainstEarlier } from './against-earlier.tsx';
import { FaultName } from './fault-name.tsx';

const FAULTS_SHOWN = 100;

/** What the check found: how much is accepted, which faults, row by row; then the file is accepted or not. */
export function Checked({
  found,
  layout,
  acts,
}: {
  found: Upload;
  layout: ReactNode;
  acts: { accept: () => void; discard: () => void } | undefined;
}) {
  const { words, lang } = useLanguage();
  const offices = found.offices.map(office => officeLabel(office, lang)).join(', ');
  return (
    <>
      <p className="answer" role="status">
        {words.load.found({
          read: formatCount(found.read),
          accepted: formatCount(found.accepted),
          setAside: formatCount(found.set_aside),
        })}
        {found.batch !== null && ` ${words.load.already}`}
      </p>
      {found.batch === null && <AgainstEarlier against={found.against_earlier} />}
      {found.simulated && <p className="sans">{words.simulated}</p>}
      <p className="sans quiet">
        {[offices, found.format, words.load.bytes(formatCount(Math.ceil(found.bytes / 1000)))]
          .filter(part => part !== '')
          .join(' · ')}
      </p>
      {layout}
      <div className="row sans">
        <button
          type="button"
          className="act"
          onClick={acts?.accept}
          disabled={acts === undefined || found.accepted + found.withdrawals === 0}
        >
          {words.load.confirm}
        </button>
        <button type="button" className="act light" onClick={acts?.discard} disabled={acts === undefined}>
          {words.load.discard}
        </button>
      </div>
      {found.faults.length === 0 ? (
        <p className="empty sans">{words.load.noFaults}</p>
      ) : (
        <>
          <FaultCounts found={found} />
          <FaultRows found={found} />
        </>
      )}
    </>
  );
}

function FaultCounts({ found }: { found: Upload }) {
  const { words } = useLanguage();
  return (
    <>
      <h3>{words.load.faults}</h3>
      <table>
        <thead>
          <tr>
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
          {found.faults.map(({ code, rows, set_aside }) => (
            <tr key={`${code}${set_aside}`}>
              <th scope="row" className="text">
                <FaultName code={code} />
              </th>
              <td>{formatCount(rows)}</td>
              <td className="text">{set_aside ? words.load.setAside : words.load.kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function FaultRows({ found }: { found: Upload }) {
  const { words, lang } = useLanguage();
  const faults = useList<Fault>(`/api/uploads/${found.id}/faults?limit=${FAULTS_SHOWN}`);
  return (
    <>
      <h3>{words.load.rowByRow}</h3>
      <Answered query={faults}>
        {({ items, next }) => (
          <>
            {next !== undefined && <p className="sans quiet">{words.load.firstFaults(items.length)}</p>}
            <Scrolled label={words.load.rowByRow}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words.load.row}</th>
                    <th scope="col" className="text">
                      {words.load.column}
                    </th>
                    <th scope="col" className="text">
                      {words.load.fault}
                    </th>
                    <th scope="col" className="text">
                      {words.load.foundText}
                    </th>
                    <th scope="col" className="text">
                      {words.load.expected}
                    </th>
                    <th scope="col" className="text">
                      {words.load.rowIs}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((fault, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a row may have one fault twice.
                    <tr key={at}>
                      <td>{fault.row}</td>
                      <td className="text">{fault.column}</td>
                      <td className="text">
                        <FaultName code={fault.code} />
                      </td>
                      <td className="text wrap">{fault.found}</td>
                      <td className="text wrap">{faultExpectation(SLIP_FAULT_WORDS, fault, lang)}</td>
                      <td className="text">{fault.set_aside ? words.load.setAside : words.load.kept}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          </>
        )}
      </Answered>
      <TableSource addresses={[{ name: words.load.allFaults, href: `/api/uploads/${found.id}/faults?format=csv` }]} />
    </>
  );
}
