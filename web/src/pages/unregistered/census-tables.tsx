import { hiddenWords } from '../../../../src/common/wording/hidden-words.ts';
import { formatSigned, formatYears } from '../../../../src/common/wording/numbers.ts';
import type { CensusResidual } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';

/** Children, labour ages, older people: where labour migration parts from families. */
export function GroupsTable({ found: { groups } }: { found: CensusResidual }) {
  const { lang } = useLanguage();
  const { census, kinds, from, to } = hiddenWords(lang);
  return (
    <Scrolled label={census.byGroup}>
      <table>
        <thead>
          <tr>
            {[census.age, census.sex].map(head => (
              <th key={head} scope="col" className="text">
                {head}
              </th>
            ))}
            <th scope="col">
              {census.net} <small className="kind">{kinds.modelled}</small>
            </th>
            <th scope="col">{from}</th>
            <th scope="col">{to}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, sex, net: { low, value, high } }) => (
            <tr key={group + sex}>
              <th scope="row" className="text">
                {census.groups[group]}
              </th>
              <td className="text">{census.sexes[sex]}</td>
              <td>{formatSigned(value)}</td>
              <td>{formatSigned(low)}</td>
              <td>{formatSigned(high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** Each sex and age by every form of the method. */
export function AgesTable({ found: { rows } }: { found: CensusResidual }) {
  const { lang } = useLanguage();
  const { census, kinds, period, from, to } = hiddenWords(lang);
  const forms = [...new Set(rows.flatMap(row => Object.keys(row.forms)))];
  return (
    <Scrolled label={census.byAge}>
      <table>
        <thead>
          <tr>
            {[census.age, census.sex, period].map(head => (
              <th key={head} scope="col" className="text">
                {head}
              </th>
            ))}
            {forms.map(form => (
              <th key={form} scope="col">
                {census.forms[form] ?? form} <small className="kind">{kinds.modelled}</small>
              </th>
            ))}
            <th scope="col">{from}</th>
            <th scope="col">{to}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sex, age, first_year: first, year, forms: values, net: { low, high } }) => (
            <tr key={`${sex} ${age} ${year}`}>
              <th scope="row" className="text">
                {age === 'total' ? census.groups.all : age.replace('-', '–')}
              </th>
              <td className="text">{census.sexes[sex]}</td>
              <td className="text">{formatYears(first, year)}</td>
              {forms.map(form => (
                <td key={form}>{values[form] === undefined ? '…' : formatSigned(values[form])}</td>
              ))}
              <td>{formatSigned(low)}</td>
              <td>{formatSigned(high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
