import { useState } from 'react';
import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { formatCount, formatSigned } from '../../../../src/common/wording/numbers.ts';
import { useObject, useOverview } from '../../api/queries.ts';
import type { RevisionTriangle as Triangle } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { flowsBySize } from '../overview/flows-by-size.ts';

/** Each year's united count of a corridor as one vintage after another has told it, with what was revised since the first. */
export function RevisionTriangle() {
  const { words, lang } = useLanguage();
  const overview = useOverview('latest', null);
  const [chosen, choose] = useState<string>();
  const corridors = flowsBySize(overview.data?.flows ?? []).filter(({ united }) => (united ?? 0) > 0);
  const keyOf = ({ origin, destination }: { origin: string; destination: string }) => `${origin}-${destination}`;
  const corridor = corridors.find(each => keyOf(each) === chosen) ?? corridors[0];
  const address = `/api/vintages/triangle?origin=${corridor?.origin}&destination=${corridor?.destination}`;
  const triangle = useObject<Triangle>(address, corridor !== undefined);
  if (corridor === undefined) return null;
  return (
    <>
      <form>
        <label>
          {words.pages.corridor}
          <select value={keyOf(corridor)} onChange={event => choose(event.target.value)}>
            {corridors.map(each => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {corridorTitle(each, lang)}
              </option>
            ))}
          </select>
        </label>
      </form>
      <Answered query={triangle}>
        {answer => (
          <>
            <TriangleTable triangle={answer} />
            <TableSource addresses={[{ name: 'JSON', href: address }]} />
          </>
        )}
      </Answered>
    </>
  );
}

function TriangleTable({ triangle: { vintages, years } }: { triangle: Triangle }) {
  const { words } = useLanguage();
  return (
    <Scrolled label={words.runs.triangle}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.year}
            </th>
            {vintages.map(id => (
              <th key={id} scope="col">
                {words.vintage(id)}
              </th>
            ))}
            {vintages.length > 1 && <th scope="col">{words.runs.revision}</th>}
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, values }) => (
            <tr key={year}>
              <th scope="row" className="text">
                {year}
              </th>
              {vintages.map((id, at) => (
                <td key={id}>{values[at] === null || values[at] === undefined ? '' : formatCount(values[at])}</td>
              ))}
              {vintages.length > 1 && <td>{revisionText(values)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** The newest less the first that told the year. */
function revisionText(values: readonly (number | null)[]): string {
  const told = values.filter(value => value !== null);
  const [first, last] = [told[0], told.at(-1)];
  return first === undefined || last === undefined || told.length < 2 ? '' : formatSigned(last - first);
}
