import { lazy, Suspense } from 'react';
import { ageAnswer, parameterName } from '../../../../src/common/wording/indicator-words.ts';
import { formatDecimal } from '../../../../src/common/wording/numbers.ts';
import { studyWords } from '../../../../src/common/wording/study-words.ts';
import { useObject } from '../../api/queries.ts';
import type { AgeProfile } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered, Loading } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { DropTexts } from '../tables/drop-texts.tsx';
import { firstText, useSentTexts } from '../tables/sent-texts.ts';
import { WhoseLine } from '../tables/whose-line.tsx';

const AgePicture = lazy(() =>
  import('../../charts/age-profile.tsx').then(({ AgePicture: made }) => ({ default: made })),
);

const PATH = '/api/indicators/age';

/** At which ages people move: the model of Rogers and Castro over the observed profile. */
export function AgeSection() {
  const { lang } = useLanguage();
  const { age, indicators } = studyWords(lang);
  const shipped = useObject<AgeProfile>(PATH);
  const own = useSentTexts<AgeProfile>(PATH, texts => ({ table: firstText(texts) }));
  return (
    <section id="age">
      <h2>{age.question}</h2>
      <WhoseLine published={indicators.invented} words={age.own} back={own.data && own.reset} to="own-age" />
      {own.data === undefined ? (
        <Answered query={shipped}>{found => <Profile found={found} source={PATH} />}</Answered>
      ) : (
        <Profile found={own.data} source={undefined} />
      )}
      <p>{age.made}</p>
      {own.data === undefined && <TableSource addresses={[{ name: 'JSON', href: PATH }]} />}
      <DropTexts words={age.own} send={own.send} pending={own.pending} error={own.error} id="own-age" />
    </section>
  );
}

function Profile({ found, source }: { found: AgeProfile; source: string | undefined }) {
  const { lang } = useLanguage();
  const { age, kinds, interval } = studyWords(lang);
  const untold = found.parameters.filter(({ identified }) => !identified).map(({ parameter }) => parameter);
  return (
    <>
      <p className="answer">
        {ageAnswer(found, lang)} <small className="kind">{kinds.modelled}</small>
      </p>
      <Suspense fallback={<Loading tall />}>
        <AgePicture found={found} source={source} />
      </Suspense>
      <p>{age.trustAnswer({ agreed: String(found.agreed), starts: String(found.starts) })}</p>
      {untold.length > 0 && <p>{age.untold(untold.map(parameterName).join(', '))}</p>}
      <Scrolled label={age.trust}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {age.parameter}
              </th>
              <th scope="col">
                {age.fitted} <small className="kind">{kinds.modelled}</small>
              </th>
              <th scope="col">{interval}</th>
            </tr>
          </thead>
          <tbody>
            {found.parameters.map(({ parameter, value, low95, high95 }) => (
              <tr key={parameter}>
                <th scope="row" className="text">
                  {parameterName(parameter)}
                </th>
                <td>{formatDecimal(value, 4, lang)}</td>
                <td>
                  {low95 === null || high95 === null
                    ? age.notIdentified
                    : `${formatDecimal(low95, 4, lang)}–${formatDecimal(high95, 4, lang)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
