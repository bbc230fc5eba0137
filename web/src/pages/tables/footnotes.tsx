import { breakWords, countingRule } from '../../../../src/common/wording/counting-rules.ts';
import type { MirrorComparison } from '../../api/mirror.ts';
import { useLanguage } from '../../words/language.tsx';

/** How the offices count and when their series changed their meaning, of the states that are shown. */
export function Footnotes({ comparison, states }: { comparison: MirrorComparison; states: readonly string[] }) {
  const { lang } = useLanguage();
  const rules = comparison.rules.filter(({ state }) => states.includes(state));
  const breaks = comparison.breaks.filter(({ state }) => states.includes(state));
  if (rules.length + breaks.length === 0) return null;
  return (
    <ul className="footnotes sans">
      {rules.map(rule => (
        <li key={`${rule.state}${rule.from}`}>
          {countingRule(rule, lang)} <span className="quiet">({rule.source[lang]})</span>
        </li>
      ))}
      {breaks.map(({ state, year, why, source }) => (
        <li key={`${state}${year}`} id={`break-${state}-${year}`}>
          * <b>{breakWords(state, year, lang)}</b> {why[lang]} <span className="quiet">({source[lang]})</span>
        </li>
      ))}
    </ul>
  );
}
