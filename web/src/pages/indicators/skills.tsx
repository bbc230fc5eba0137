import { lazy, Suspense } from 'react';
import { formatCount, formatDecimal, formatShare, formatSigned } from '../../../../src/common/wording/numbers.ts';
import { studyWords } from '../../../../src/common/wording/study-words.ts';
import { useObject } from '../../api/queries.ts';
import type { SkillsExchange } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered, Loading } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { DropTexts } from '../tables/drop-texts.tsx';
import { firstText, useSentTexts } from '../tables/sent-texts.ts';
import { WhoseLine } from '../tables/whose-line.tsx';

const SkillsPicture = lazy(() => import('../../charts/skills.tsx').then(made => ({ default: made.SkillsPicture })));

const PATH = '/api/indicators/skills';

/** With which education people come and leave, and how many of them are non-target migrants. */
export function SkillsSection() {
  const { lang } = useLanguage();
  const { skills, indicators } = studyWords(lang);
  const shipped = useObject<SkillsExchange>(PATH);
  const own = useSentTexts<SkillsExchange>(PATH, texts => ({ table: firstText(texts) }));
  return (
    <section id="skills">
      <h2>{skills.question}</h2>
      <WhoseLine published={indicators.invented} words={skills.own} back={own.data && own.reset} to="own-skills" />
      {own.data === undefined ? (
        <Answered query={shipped}>{found => <Exchange found={found} source={PATH} />}</Answered>
      ) : (
        <Exchange found={own.data} source={undefined} />
      )}
      {own.data === undefined && <TableSource addresses={[{ name: 'JSON', href: PATH }]} />}
      <DropTexts words={skills.own} send={own.send} pending={own.pending} error={own.error} id="own-skills" />
    </section>
  );
}

function Exchange({ found, source }: { found: SkillsExchange; source: string | undefined }) {
  const { lang } = useLanguage();
  const { skills, kinds } = studyWords(lang);
  const { levels, non_target: nonTarget } = found;
  const most = levels.reduce((far, each) => (Math.abs(each.net) > Math.abs(far.net) ? each : far));
  const range = (share: SkillsExchange['non_target']['arrivals']) => {
    if (share === null) return '…';
    const [low, value, high] = [share.low, share.value, share.high].map(each => formatShare(each, lang));
    return low === high ? value : `${value} (${low}…${high})`;
  };
  const isBounded = [nonTarget.arrivals, nonTarget.departures].some(share => share !== null && share.low < share.high);
  return (
    <>
      <p className="answer">
        {skills.answer({ level: skills.levels[most.education], net: formatSigned(most.net) })}{' '}
        <small className="kind">{kinds.reported}</small>
      </p>
      <Suspense fallback={<Loading tall />}>
        <SkillsPicture found={found} source={source} />
      </Suspense>
      <LevelsTable levels={levels} />
      <h3>{skills.nonTarget}</h3>
      <p className="answer">
        {skills.nonTargetAnswer({
          arrivals: range(nonTarget.arrivals) ?? '…',
          departures: range(nonTarget.departures) ?? '…',
        })}{' '}
        <small className="kind">{isBounded ? kinds.modelled : kinds.reported}</small>
      </p>
      <p>{skills.definition}</p>
    </>
  );
}

function LevelsTable({ levels }: { levels: SkillsExchange['levels'] }) {
  const { lang } = useLanguage();
  const { skills, indicators, kinds } = studyWords(lang);
  const share = (value: number | null) => (value === null ? '…' : formatShare(value, lang));
  const heads = [indicators.arrivals, indicators.departures, indicators.net, skills.shareIn, skills.shareOut];
  return (
    <Scrolled label={skills.question}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {skills.level} <small className="kind">{kinds.reported}</small>
            </th>
            {[...heads, indicators.effectiveness].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map(each => (
            <tr key={each.education}>
              <th scope="row" className="text">
                {skills.levels[each.education]}
              </th>
              <td>{formatCount(each.arrivals)}</td>
              <td>{formatCount(each.departures)}</td>
              <td>{formatSigned(each.net)}</td>
              <td>{share(each.share_in)}</td>
              <td>{share(each.share_out)}</td>
              <td>{each.effectiveness === null ? '…' : formatDecimal(each.effectiveness, 1, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
