import { Link } from '@tanstack/react-router';
import type { RightAnswer, RightConflict, TriedRule } from '../../api/types.ts';
import { ClaimLine, ClaimSource } from '../../law/claim-line.tsx';
import { formatLegalDate, limitOf, said } from '../../law/said.ts';
import { useActTitle } from '../../law/use-act-title.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

/** The tree behind an answer: rule, text, why its act is in force, exceptions; then the rules that do not decide. */
export function Reasons({ answer, open = false }: { answer: RightAnswer; open?: boolean }) {
  const { whatMayI } = useLawWords();
  const { rules } = answer.explanation;
  const deciding = rules.filter(rule => decides(answer, rule));
  const others = rules.filter(rule => !decides(answer, rule));
  if (rules.length === 0) return null;
  return (
    <details className="reasons" open={open}>
      <summary>{whatMayI.why}</summary>
      {deciding.map(rule => (
        <RuleReason key={rule.rule} rule={rule} />
      ))}
      {answer.conflicts.map(conflict => (
        <Conflict key={conflict.act + conflict.counted.id} conflict={conflict} />
      ))}
      {others.length > 0 && (
        <details open={deciding.length === 0}>
          <summary>{whatMayI.triedToo}</summary>
          {others.map(rule => (
            <RuleReason key={rule.rule} rule={rule} />
          ))}
        </details>
      )}
    </details>
  );
}

/** Whether a rule is one of those on which the answer stands, or on which it hangs. */
function decides({ status, because }: RightAnswer, { outcome, act, article }: TriedRule): boolean {
  if (status === 'unknown') return outcome === 'uncertain';
  return outcome === 'applies' && because.some(each => each.act === act && each.article === article);
}

const BECAUSE = {
  'in-force': 'because',
  provisional: 'because',
  'not-in-force': 'becauseNot',
  uncertain: 'becauseUncertain',
} as const;

function RuleReason({ rule }: { rule: TriedRule }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const titleOf = useActTitle();
  const { act, article, text, outcome, why, in_force, exceptions } = rule;
  return (
    <div className="rule">
      <p>
        <Link to="/acts/$act" params={{ act }}>
          {titleOf(act)}
        </Link>
        {article !== null && `, ${words.article(article)}`}
      </p>
      <blockquote>
        {said(text, lang)} <small className="remark">{words.evidence[rule.evidence]}</small>
      </blockquote>
      {in_force.because.length > 0 && (
        <>
          <p>{words.whatMayI[BECAUSE[in_force.force]]}</p>
          <ul>
            {in_force.because.map(claim => (
              <li key={claim.id}>
                <ClaimLine claim={claim} />
              </li>
            ))}
          </ul>
        </>
      )}
      {exceptions.length > 0 && (
        <>
          <p>{words.whatMayI.exceptions}</p>
          <ul>
            {exceptions.map(exception => (
              <li key={exception.id}>
                {said(exception.text, lang)} — {exception.held ? words.whatMayI.held : words.whatMayI.notHeld}:{' '}
                {said(exception.why, lang)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">
        {words.outcomes[outcome]}: {said(why, lang)}
        {rule.missing.length > 0 && ` (${rule.missing.map(missing => said(missing, lang)).join('; ')})`}
      </p>
    </div>
  );
}

/** Two sources side by side: what each says, which one counts and why, and what the answer would be by the other. */
function Conflict({ conflict }: { conflict: RightConflict }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const titleOf = useActTitle();
  const { counted, others, reason } = conflict;
  return (
    <div className="rule conflict">
      <p>
        <strong>{words.whatMayI.conflict}:</strong> {titleOf(conflict.act)}, {words.events[counted.event]}
      </p>
      <ul>
        <li>
          <b>{formatLegalDate(counted.date, lang, words)}</b> <ClaimSource claim={counted} /> — {words.whatMayI.counts}
        </li>
        {others.map(other => (
          <li key={other.id}>
            <b>{formatLegalDate(other.date, lang, words)}</b> <ClaimSource claim={other} /> —{' '}
            {words.whatMayI.otherwise(
              [words.statuses[other.status], limitOf({ ...other, unit: 'day' }, words)].filter(Boolean).join(', '),
            )}
          </li>
        ))}
      </ul>
      {reason !== null && (
        <p>
          {words.whatMayI.reason} {said(reason, lang)}
        </p>
      )}
    </div>
  );
}
