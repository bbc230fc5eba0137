import { formatCount, formatDecimal } from '../../../src/common/wording/numbers.ts';
import { useMethod, useVintage, useVintageId } from '../api/queries.ts';
import type { MethodStep } from '../api/types.ts';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';

export function MethodPage() {
  const { words, lang } = useLanguage();
  const chosen = useVintageId();
  const vintage = useVintage(chosen);
  const method = useMethod(chosen, lang);
  useTitle(words.method.title);
  return (
    <>
      {vintage.data && <VintageLine vintage={vintage.data} />}
      <h1>{words.method.title}</h1>
      <Answered query={method} missing={<p className="empty sans">{words.overview.empty}</p>}>
        {({ items }) => (
          <>
            <p className="answer">{words.method.answer(items.length)}</p>
            <nav aria-label={words.runs.steps} className="steps-list">
              <ol>
                {items.map(({ name }) => (
                  <li key={name}>
                    <a href={`#${anchorOf(name)}`}>
                      <code>{name}</code>
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
            {items.map((step, at) => (
              <OneStep key={step.name} step={step} number={at + 1} />
            ))}
          </>
        )}
      </Answered>
    </>
  );
}

function OneStep({ step: { name, decides, sql, rows, seconds }, number }: { step: MethodStep; number: number }) {
  const { words, lang } = useLanguage();
  return (
    <section id={anchorOf(name)}>
      <h2>
        {number}. <code>{name}</code>
      </h2>
      <p>{decides}</p>
      {rows !== null && (
        <p className="sans quiet">
          {words.method.rows(formatCount(rows))}
          {seconds !== null && ` · ${words.method.seconds(formatDecimal(seconds, 2, lang))}`}
        </p>
      )}
      <details className="sans">
        <summary>SQL</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
        <pre tabIndex={0}>{sql}</pre>
      </details>
    </section>
  );
}

function anchorOf(step: string): string {
  return step.replaceAll(/\s+/g, '-');
}
