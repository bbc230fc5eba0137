import { formatCount } from '../../../src/common/wording/numbers.ts';
import { useMethod, useVintage } from '../api/queries.ts';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';

export function MethodPage() {
  const { words, lang } = useLanguage();
  const vintage = useVintage('latest');
  const method = useMethod('latest', lang);
  useTitle(words.method.title);
  return (
    <>
      {vintage.data && <VintageLine vintage={vintage.data} />}
      <h1>{words.method.title}</h1>
      <Answered query={method} missing={<p className="empty sans">{words.overview.empty}</p>}>
        {({ items }) => (
          <>
            <p className="answer">{words.method.answer(items.length)}</p>
            {items.map(({ name, decides, sql, rows }, at) => (
              <section key={name} id={name}>
                <h2>
                  {at + 1}. <code>{name}</code>
                </h2>
                <p>{decides}</p>
                {rows !== null && <p className="sans quiet">{words.method.rows(formatCount(rows))}</p>}
                <details className="sans">
                  <summary>SQL</summary>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
                  <pre tabIndex={0}>{sql}</pre>
                </details>
              </section>
            ))}
          </>
        )}
      </Answered>
    </>
  );
}
