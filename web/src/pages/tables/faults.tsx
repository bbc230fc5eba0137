import { faultExpectation, TABLE_FAULT_WORDS } from '../../../../src/common/wording/fault-words.ts';
import { formatCount } from '../../../../src/common/wording/numbers.ts';
import type { MirrorComparison } from '../../api/mirror.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';

const MOST_SHOWN = 100;

/** What is wrong with a table that was sent, with its places. */
export function Faults({ comparison }: { comparison: MirrorComparison }) {
  const { words, lang } = useLanguage();
  const { read, fault_count: count, faults } = comparison;
  return (
    <section>
      <h2>{words.tables.faults}</h2>
      <p role="status">{words.tables.found({ read: formatCount(read), faults: count })}</p>
      {count > 0 && (
        <Scrolled label={words.tables.faults}>
          <table>
            <thead>
              <tr>
                <th scope="col" className="text">
                  {words.batches.file}
                </th>
                <th scope="col">{words.load.row}</th>
                {[words.load.column, words.load.fault, words.load.foundText, words.load.expected, words.load.rowIs].map(
                  head => (
                    <th key={head} scope="col" className="text">
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {faults.slice(0, MOST_SHOWN).map((fault, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row may have one fault twice.
                <tr key={at}>
                  <td className="text">{fault.file}</td>
                  <td>{fault.row}</td>
                  <td className="text">{fault.column}</td>
                  <td className="text wrap">
                    {TABLE_FAULT_WORDS[fault.code]?.name[lang]} <code className="quiet">{fault.code}</code>
                  </td>
                  <td className="text wrap">{fault.found}</td>
                  <td className="text wrap">{faultExpectation(TABLE_FAULT_WORDS, fault, lang)}</td>
                  <td className="text wrap">{fault.set_aside ? words.load.setAside : words.tables.blanked}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </section>
  );
}
