import { formatCount, formatShare } from '../../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../../src/common/wording/offices.ts';
import { VERDICT_WORDS } from '../../../../src/common/wording/verdict-words.ts';
import type { VerdictShare } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';

interface OfficeVerdicts {
  office: string;
  slips: number;
  verdicts: readonly VerdictShare[];
}

/** What the slips of each office turned out to be, offices side by side. */
export function VerdictsTable({ offices }: { offices: readonly OfficeVerdicts[] }) {
  const { words, lang } = useLanguage();
  const totals = new Map<string, number>();
  for (const { verdict, count } of offices.flatMap(({ verdicts }) => verdicts))
    totals.set(verdict, (totals.get(verdict) ?? 0) + count);
  const names = [...totals.keys()].toSorted((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  return (
    <Scrolled label={words.offices.verdicts}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.offices.verdict}
            </th>
            {offices.map(({ office }) => (
              <th key={office} scope="colgroup" colSpan={2}>
                {officeLabel(office, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map(name => (
            <tr key={name}>
              <th scope="row" className="text">
                {VERDICT_WORDS[name] === undefined ? name : <TermWord term={VERDICT_WORDS[name]} />}
              </th>
              {offices.map(({ office, verdicts }) => (
                <Cells key={office} found={verdicts.find(({ verdict }) => verdict === name)} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="text">
              {words.offices.allSlips}
            </th>
            {offices.map(({ office, slips }) => (
              <td key={office} colSpan={2}>
                {formatCount(slips)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}

function Cells({ found }: { found: VerdictShare | undefined }) {
  const { lang } = useLanguage();
  return (
    <>
      <td>{found === undefined ? '–' : formatCount(found.count)}</td>
      <td className="quiet">{found === undefined ? '' : formatShare(found.share, lang)}</td>
    </>
  );
}
