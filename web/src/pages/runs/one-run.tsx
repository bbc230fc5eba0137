import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatCount, formatDecimal } from '../../../../src/common/wording/numbers.ts';
import { vintageLabel } from '../../../../src/common/wording/vintage-label.ts';
import { send } from '../../api/client.ts';
import type { Run } from '../../api/types.ts';
import { ProblemNote } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatMoment } from '../../words/moments.ts';

/** A run: what was asked for, how far it is, what its steps gave, and its vintage. */
export function OneRun({ run }: { run: Run }) {
  const { words, lang } = useLanguage();
  const { threshold, lapse, by } = run.parameters;
  const seconds = run.steps.reduce((sum, step) => sum + step.seconds, 0);
  const underWay = run.state === 'queued' || run.state === 'running';
  return (
    <article className={`run ${run.state}`}>
      <h3>
        {run.number}. {vintageLabel(run.label, lang) ?? words.runs.unnamed} — {words.runs.state[run.state]}
      </h3>
      <p className="quiet sans">
        {formatMoment(run.requested_at, lang)} · {words.runs.threshold} {threshold} · {words.runs.lapse} {lapse}
        {by.length > 0 && ` · ${words.runs.by} ${by.map(name => words.runs.classes[name]).join(', ')}`} ·{' '}
        {words.runs.batches(run.batches.length)} · Saldo {run.code_version}
        {run.vintage !== null && (
          <>
            {' · '}
            <Link to="/" search={{ vintage: run.vintage }}>
              {words.vintage(run.vintage)}
            </Link>
          </>
        )}
      </p>
      {run.error !== null && <p className="problem sans">{run.error}</p>}
      {run.current !== null && <Progress current={run.current} />}
      {underWay && <Cancel run={run} />}
      {run.steps.length > 0 && (
        <details open={underWay} className="sans">
          <summary>{words.runs.stepsDone(run.steps.length, formatDecimal(seconds, 1, lang))}</summary>
          <Steps run={run} />
        </details>
      )}
    </article>
  );
}

function Progress({ current: { name, percent } }: { current: NonNullable<Run['current']> }) {
  return (
    <div className="progress sans" role="status">
      <code>{name}</code>
      <progress max={100} {...(percent !== null && { value: percent })} aria-label={name} />
    </div>
  );
}

function Cancel({ run }: { run: Run }) {
  const { words } = useLanguage();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const cancel = async () => {
    setError(undefined);
    await send('POST', `/api/runs/${run.id}/cancel`, {}).catch(setError);
    await client.invalidateQueries({ queryKey: ['/api/runs'] });
  };
  return (
    <>
      <button type="button" className="act light" onClick={cancel}>
        {words.runs.cancel}
      </button>
      {error !== undefined && <ProblemNote error={error} />}
    </>
  );
}

function Steps({ run }: { run: Run }) {
  const { words, lang } = useLanguage();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className="text">
            {words.runs.step}
          </th>
          <th scope="col">{words.runs.rows}</th>
          <th scope="col">{words.runs.seconds}</th>
        </tr>
      </thead>
      <tbody>
        {run.steps.map(step => (
          <tr key={step.name}>
            <th scope="row" className="text">
              {step.name}
            </th>
            <td>{formatCount(step.rows)}</td>
            <td>{formatDecimal(step.seconds, 1, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
