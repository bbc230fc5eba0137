import { Link } from '@tanstack/react-router';
import type { RightAnswer, RightConflict, TriedRule } from '../../api/types.ts';
import { ClaimLine, ClaimSource } from '../../law/claim-line.tsx';
import { formatLegalDate, limitOf, said } from '../../law/said.ts';
import { useActTitle } from '../../law/use-act-title.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

/**
 * What an answer rests on. Open conflicts stand first; behind them the tree: rule, text, why its act is in force, exceptions; then rules that
 * do not decide, and how many belong to acts that never bound the two states.
 */
export function Reasons({ answer, open = false }: { answer: RightAnswer; open?: boolean }) {
  const { whatMayI } = useLawWords();
  const { conflicts, explanation } = answer;
  const rules = explanation.rules.filter(binds);
  const strange = explanation.rules.length - rules.length;
  const deciding = rules.filter(rule => decides(answer, rule));
  const others = rules.filter(rule => !decides(answer, rule));
  const behindOf = ({ rule }: TriedRule) => explanation.outranked.find(each => each.rule === rule)?.why;
  const shown = (settled: boolean) =>
    conflicts
      .filter(conflict => conflict.settled === settled)
      .map(conflict => <Conflict key={conflict.act + conflict.counted.id} conflict={conflict} />);
  return (
    <div className="reasons">
      {shown(false)}
      {rules.length > 0 && (
        <details open={open}>
          <summary>{whatMayI.why}</summary>
          {deciding.map(rule => (
            <RuleReason key={rule.rule} rule={rule} />
          ))}
          {shown(true)}
          {others.length > 0 && (
            <details open={deciding.length === 0}>
              <summary>{whatMayI.triedToo}</summary>
              {others.map(rule => (
                <RuleReason key={rule.rule} rule={rule} behind={behindOf(rule)} />
              ))}
              {strange > 0 && <p className="quiet">{whatMayI.strange(strange)}</p>}
            </details>
          )}
        </details>
      )}
    </div>
  );
}

/** Whether a rule's act has to do with the two states at all. */
function binds({ in_force: { force, because } }: TriedRule): boolean {
  return force !== 'not-in-force' || because.length > 0;
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

function RuleReason({ rule, behind }: { rule: TriedRule; behind?: string | undefined }) {
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
          <Exceptions exceptions={exceptions} />
        </>
      )}
      <p className="quiet">
        {words.outcomes[outcome]}: {said(why, lang)}
        {behind !== undefined && ` — ${words.whatMayI.behind} ${behind}`}
      </p>
    </div>
  );
}

/** Exceptions with those of their own. */
function Exceptions({ exceptions }: { exceptions: TriedRule['exceptions'] }) {
  const { lang } = useLanguage();
  const { whatMayI } = useLawWords();
  return (
    <ul>
      {exceptions.map(({ id, text, held, why, missing, exceptions: inner }) => (
        <li key={id}>
          {said(text, lang)} — {whatMayI[held ? 'held' : missing.length > 0 ? 'notTried' : 'notHeld']}:{' '}
          {said(why, lang)}
          {inner.length > 0 && <Exceptions exceptions={inner} />}
        </li>
      ))}
    </ul>
  );
}

/** Two sources side by side, or one that is doubtful: what each says, which one counts and why, and what the answer would be by the other. */
function Conflict({ conflict }: { conflict: RightConflict }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const titleOf = useActTitle();
  const { counted, others, reason } = conflict;
  return (
    <div className="rule conflict">
      <p>
        <strong>{others.length === 0 ? words.whatMayI.doubt : words.whatMayI.conflict}:</strong> {titleOf(conflict.act)}
        , {words.events[counted.event]}
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
          {others.length === 0 ? words.acts.conflictsPage.why : words.whatMayI.reason} {said(reason, lang)}
        </p>
      )}
    </div>
  );
}
