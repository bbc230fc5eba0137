import { useObject } from '../../api/queries.ts';
import type { SlipLayouts } from '../../api/types.ts';
import { useLanguage } from '../../words/language.tsx';

/** Which office's layout a file follows: the one that the check found, until somebody chooses another, and it is checked anew. */
export function LayoutChoice({
  file,
  chosen,
  found,
  choose,
}: {
  file: string;
  chosen: string;
  found: string;
  /** Absent while it cannot be changed. */
  choose: ((layout: string) => void) | undefined;
}) {
  const { words, lang } = useLanguage();
  const layouts = useObject<SlipLayouts>('/api/slip-layouts');
  const items = layouts.data?.items ?? [];
  const known = items.some(({ name }) => name === found);
  return (
    <label className="inline sans">
      {words.load.layout}
      <select
        className="inline"
        aria-label={`${words.load.layout}: ${file}`}
        value={chosen === '' && known ? found : chosen}
        disabled={choose === undefined}
        onChange={({ target: { value } }) => choose?.(value)}
      >
        {!known && <option value="">{words.load.layoutFound}</option>}
        {items.map(({ name, title }) => (
          <option key={name} value={name}>
            {title[lang]}
          </option>
        ))}
      </select>
    </label>
  );
}
