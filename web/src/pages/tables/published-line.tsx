import { useNavigate } from '@tanstack/react-router';
import type { Worded } from '../../../../src/common/wording/worded.ts';
import { OWN, useShippedTables } from '../../api/mirror.ts';
import { keepOwnTables, useOwnTables } from '../../api/own-tables.ts';
import { useLanguage } from '../../words/language.tsx';

/** Whose numbers these pages show: published by offices, never simulated; another table may be chosen, or one's own be sent. */
export function PublishedLine({ table, source }: { table: string; source: Worded | null }) {
  const { words, lang } = useLanguage();
  return (
    <p className="simulated">
      <b>{table === OWN ? words.tables.own : words.tables.published} </b>
      <span className="quiet">
        {source !== null && `${words.tables.source(source[lang])} · `}
        <ChosenTable table={table} /> · <a href="#own">{words.tables.toOwn}</a>
      </span>
    </p>
  );
}

function ChosenTable({ table }: { table: string }) {
  const { words } = useLanguage();
  const navigate = useNavigate();
  const own = useOwnTables();
  const { data } = useShippedTables();
  const names = [...(data?.items ?? []).map(each => each.table), ...(own === undefined ? [] : [OWN])];
  const name = (each: string) =>
    each === OWN ? (own?.files ?? []).map(file => file.name).join(', ') : (words.tables.names[each] ?? each);
  return (
    <label className="inline">
      {words.tables.table}{' '}
      <select
        className="inline"
        value={table}
        onChange={event => navigate({ to: '.', search: { table: event.target.value }, replace: true })}
      >
        {names.map(each => (
          <option key={each} value={each}>
            {name(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where tables of one's own are dropped; the page then shows them. */
export function useSendOwn(): (files: readonly File[]) => void {
  const navigate = useNavigate();
  return files => {
    keepOwnTables(files);
    navigate({ to: '.', search: { table: OWN }, replace: true });
  };
}
