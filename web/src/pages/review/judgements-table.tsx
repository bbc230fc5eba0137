import type { Judgement } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatMoment } from '../../words/moments.ts';
import { ActorName } from '../administration/actor-name.tsx';
import { JUDGEMENTS } from './review-addresses.ts';

/** What was judged, by whom and why; kept for all later runs. */
export function JudgementsTable({ judgements }: { judgements: readonly Judgement[] }) {
  const { words, lang } = useLanguage();
  const kept = words.review.kept(judgements.length);
  if (judgements.length === 0) return <p className="quiet sans">{kept}</p>;
  return (
    <section>
      <h2>{kept}</h2>
      <Scrolled label={kept}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.review.pair}
              </th>
              <th scope="col" className="text">
                {words.review.judgement}
              </th>
              <th scope="col" className="text">
                {words.review.reason}
              </th>
              <th scope="col" className="text">
                {words.administration.when}
              </th>
              <th scope="col" className="text">
                {words.administration.who}
              </th>
            </tr>
          </thead>
          <tbody>
            {judgements.map(({ id, a, b, judgement, reason, judged_at, judged_by, judged_by_name }) => (
              <tr key={id}>
                <th scope="row" className="text">
                  {a} · {b}
                </th>
                <td className="text">{words.review[judgement]}</td>
                <td className="text wrap">{reason}</td>
                <td className="text">{formatMoment(judged_at, lang)}</td>
                <td className="text">
                  <ActorName id={judged_by} name={judged_by_name} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <TableSource addresses={[{ name: 'JSON', href: JUDGEMENTS }]} />
    </section>
  );
}
