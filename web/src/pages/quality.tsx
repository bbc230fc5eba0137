import { stateName } from '../../../src/common/states.ts';
import { formatCount, formatDecimal, formatShare, formatShareRange } from '../../../src/common/wording/numbers.ts';
import { officeName } from '../../../src/common/wording/offices.ts';
import { useQuality, useVintage } from '../api/queries.ts';
import type { Quality } from '../api/types.ts';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';

export function QualityPage() {
  const { words } = useLanguage();
  const vintage = useVintage('latest');
  const quality = useQuality('latest');
  useTitle(words.quality.title);
  return (
    <>
      {vintage.data && <VintageLine vintage={vintage.data} />}
      <h1>{words.quality.title}</h1>
      <Answered query={quality} missing={<p className="empty sans">{words.overview.empty}</p>}>
        {answer => <Report quality={answer} />}
      </Answered>
    </>
  );
}

function Report({ quality }: { quality: Quality }) {
  const { words, lang } = useLanguage();
  const best = quality.coverage
    .filter(({ coverage }) => coverage !== null)
    .toSorted((a, b) => (b.coverage ?? 0) - (a.coverage ?? 0))[0];
  const sentence =
    best === undefined
      ? ''
      : `${officeName(best.office, lang)}: ${formatShare(best.coverage ?? 0, lang)}${best.low95 === null || best.high95 === null ? '' : ` (${formatShareRange(best.low95, best.high95, lang)})`}.`;
  return (
    <>
      <p className="answer">
        {words.quality.answer({
          asymmetry: quality.asymmetry.median === null ? '–' : formatDecimal(quality.asymmetry.median, 2, lang),
          best: sentence,
        })}
      </p>
      <section>
        <h2>{words.quality.asymmetry}</h2>
        <Scrolled label={words.quality.asymmetry}>
          <table>
            <thead>
              <tr>
                <th className="text">{words.pages.corridor}</th>
                <th>{words.arrivalsReported}</th>
                <th>{words.departuresReported}</th>
                <th>{words.quality.index}</th>
              </tr>
            </thead>
            <tbody>
              {quality.asymmetry.corridors.map(each => (
                <tr key={each.origin + each.destination}>
                  <td className="text">
                    {stateName(each.origin, lang)} → {stateName(each.destination, lang)}
                  </td>
                  <td>{formatCount(each.arrivals_reported)}</td>
                  <td>{formatCount(each.departures_reported)}</td>
                  <td>{formatDecimal(each.asymmetry, 2, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </section>
      <section>
        <dl className="facts">
          {quality.chapters.map(({ number, id, name, text }) => (
            <div key={id} style={{ display: 'contents' }}>
              <dt>
                {number}. {name[lang]}
              </dt>
              <dd className={text === null ? 'quiet' : ''}>{text?.[lang] ?? words.quality.toBeWritten}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
