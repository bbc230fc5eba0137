import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { stateName } from '../../../src/common/states.ts';
import { formatCount, formatDecimal, formatSigned } from '../../../src/common/wording/numbers.ts';
import { send } from '../api/client.ts';
import { useObject, useOverview, useRuns, useSession, useVintages } from '../api/queries.ts';
import type { Run, Vintage } from '../api/types.ts';
import { holds } from '../layout/frame.tsx';
import { NeedsRole } from '../layout/needs-role.tsx';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered, ProblemNote } from '../layout/states.tsx';
import { TermWord } from '../layout/term.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';

const CLASSES = ['sex', 'age', 'citizenship', 'purpose'] as const;
const isUnderWay = ({ state }: Run) => state === 'queued' || state === 'running';

export function RunsPage() {
  const { words } = useLanguage();
  useTitle(words.runs.title);
  return (
    <NeedsRole roles={['statistician', 'publisher']} title={words.runs.title}>
      <Runs />
      <Vintages />
    </NeedsRole>
  );
}

function Runs() {
  const { words } = useLanguage();
  const { data: session } = useSession();
  const may = holds(session, ['statistician']);
  const runs = useRuns(may);
  if (!may) return <h1>{words.runs.title}</h1>;
  return (
    <>
      <h1>{words.runs.title}</h1>
      <Answered query={runs}>
        {({ items }) => (
          <>
            <p className="answer">{items.length === 0 ? words.runs.none : words.runs.answer(items.length)}</p>
            <NewRun />
            {items.map(run =>
              isUnderWay(run) ? <LiveRun key={run.id} first={run} /> : <OneRun key={run.id} run={run} />,
            )}
          </>
        )}
      </Answered>
    </>
  );
}

function NewRun() {
  const { words } = useLanguage();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const label = String(form.get('label') ?? '').trim();
    const body = {
      threshold: Number(form.get('threshold')),
      lapse: Number(form.get('lapse')),
      by: form.getAll('by'),
      ...(label !== '' && { label }),
    };
    setError(undefined);
    await send('POST', '/api/runs', body).catch(setError);
    await client.invalidateQueries({ queryKey: ['/api/runs'] });
  };
  return (
    <form onSubmit={start}>
      <div className="row">
        <label>
          {words.runs.threshold}
          <br />
          <input name="threshold" type="number" min={1} max={120} defaultValue={12} required />
        </label>
        <label>
          {words.runs.lapse}
          <br />
          <input name="lapse" type="number" min={1} max={120} defaultValue={6} required />
        </label>
        <label>
          {words.runs.label}
          <br />
          <input name="label" maxLength={200} />
        </label>
      </div>
      <fieldset className="row" style={{ border: 0, padding: 0 }}>
        <legend>{words.runs.by}</legend>
        {CLASSES.map(name => (
          <label key={name}>
            <input type="checkbox" name="by" value={name} /> {words.runs.classes[name]}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="act">
        {words.runs.start}
      </button>{' '}
      <span className="quiet">
        <TermWord term="threshold" />, <TermWord term="lapse" />, <TermWord term="vintage" />
      </span>
      {error !== undefined && <ProblemNote error={error} />}
    </form>
  );
}

/** A run under way, followed as it happens. */
function LiveRun({ first }: { first: Run }) {
  const client = useQueryClient();
  const [run, setRun] = useState(first);
  useEffect(() => {
    const events = new EventSource(`/api/runs/${first.id}/events`);
    events.addEventListener('state', ({ data }) => {
      const now: Run = JSON.parse(data);
      setRun(now);
      if (isUnderWay(now)) return;
      events.close();
      client.invalidateQueries({ queryKey: ['/api/runs'] });
      client.invalidateQueries({ queryKey: ['/api/vintages'] });
    });
    events.addEventListener('step', ({ data }) => {
      const { position, ...step } = JSON.parse(data);
      setRun(before => ({ ...before, steps: Object.assign([...before.steps], { [position]: step }).filter(Boolean) }));
    });
    events.addEventListener('progress', ({ data }) => setRun(before => ({ ...before, current: JSON.parse(data) })));
    return () => events.close();
  }, [first.id, client]);
  return <OneRun run={run} />;
}

function OneRun({ run }: { run: Run }) {
  const { words, lang } = useLanguage();
  const client = useQueryClient();
  const { threshold, lapse, by } = run.parameters;
  const cancel = async () => {
    await send('POST', `/api/runs/${run.id}/cancel`, {});
    await client.invalidateQueries({ queryKey: ['/api/runs'] });
  };
  const share = run.current?.percent ?? null;
  return (
    <section className="sans">
      <h2>
        {run.number}. {run.label ?? words.vintage(run.vintage ?? run.number)} — {words.runs.state[run.state]}
      </h2>
      <p className="quiet">
        {words.runs.threshold} {threshold}, {words.runs.lapse} {lapse}
        {by.length > 0 && `, ${words.runs.by} ${by.join(', ')}`}. {new Date(run.requested_at).toLocaleString(lang)}.
        Saldo {run.code_version}.
      </p>
      {run.error && <p className="problem">{run.error}</p>}
      {run.current && (
        <div role="status">
          {run.current.name}
          <progress max={100} value={share ?? undefined} aria-label={run.current.name} />
        </div>
      )}
      {isUnderWay(run) && (
        <button type="button" className="act light" onClick={cancel}>
          {words.runs.cancel}
        </button>
      )}
      {run.steps.length > 0 && (
        <details open={isUnderWay(run)}>
          <summary>{words.runs.steps}</summary>
          <table>
            <thead>
              <tr>
                <th className="text">{words.runs.step}</th>
                <th>{words.runs.rows}</th>
                <th>{words.runs.seconds}</th>
              </tr>
            </thead>
            <tbody>
              {run.steps.map(step => (
                <tr key={step.name}>
                  <td className="text">{step.name}</td>
                  <td>{formatCount(step.rows)}</td>
                  <td>{formatDecimal(step.seconds, 1, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

function Vintages() {
  const { words } = useLanguage();
  const vintages = useVintages();
  return (
    <section>
      <h2>{words.runs.vintages}</h2>
      <Answered query={vintages}>
        {({ items }) => (
          <>
            {items.map(vintage => (
              <OneVintage key={vintage.id} vintage={vintage} />
            ))}
            {items.length > 1 && <Compare vintages={items} />}
            {items.length > 0 && <Triangle />}
          </>
        )}
      </Answered>
    </section>
  );
}

function OneVintage({ vintage }: { vintage: Vintage }) {
  const { words, lang } = useLanguage();
  const client = useQueryClient();
  const { data: session } = useSession();
  const [error, setError] = useState<unknown>();
  const release = async () => {
    await send('POST', `/api/vintages/${vintage.id}/release`, {}).catch(setError);
    await client.invalidateQueries();
  };
  return (
    <p className="sans">
      <strong>{vintage.label ?? words.vintage(vintage.id)}</strong> ({vintage.id}): {formatCount(vintage.moves)}{' '}
      {words.united}.{' '}
      {vintage.released_at === null
        ? words.runs.notReleased
        : `${words.runs.released} ${new Date(vintage.released_at).toLocaleString(lang)}`}{' '}
      {vintage.released_at === null && holds(session, ['publisher']) && (
        <button type="button" className="act light" onClick={release}>
          {words.runs.release}
        </button>
      )}
      {error !== undefined && <ProblemNote error={error} />}
    </p>
  );
}

interface Differences {
  items: {
    origin: string;
    destination: string;
    year: number;
    united_from: number | null;
    united_to: number | null;
    difference: number | null;
  }[];
}

function Compare({ vintages }: { vintages: readonly Vintage[] }) {
  const { words, lang } = useLanguage();
  const [from, setFrom] = useState(vintages[1]?.id ?? 0);
  const [to, setTo] = useState(vintages[0]?.id ?? 0);
  const differences = useObject<Differences>(`/api/vintages/compare?from=${from}&to=${to}`, from !== to);
  const select = (label: string, value: number, choose: (id: number) => void) => (
    <label>
      {label}
      <br />
      <select value={value} onChange={event => choose(Number(event.target.value))}>
        {vintages.map(({ id, label: name }) => (
          <option key={id} value={id}>
            {name ?? words.vintage(id)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <h3>{words.runs.compare}</h3>
      <form className="row">
        {select(words.runs.earlier, from, setFrom)}
        {select(words.runs.later, to, setTo)}
      </form>
      {from !== to && (
        <Answered query={differences}>
          {({ items }) => {
            const changed = items.filter(({ difference }) => difference !== 0);
            return changed.length === 0 ? (
              <p className="empty sans">{words.runs.noDifference}</p>
            ) : (
              <Scrolled label={words.runs.compare}>
                <table>
                  <thead>
                    <tr>
                      <th className="text">{words.pages.corridor}</th>
                      <th>{words.year}</th>
                      <th>{words.runs.earlier}</th>
                      <th>{words.runs.later}</th>
                      <th>{words.runs.difference}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {changed.slice(0, 200).map(each => (
                      <tr key={`${each.origin}${each.destination}${each.year}`}>
                        <td className="text">
                          {stateName(each.origin, lang)} → {stateName(each.destination, lang)}
                        </td>
                        <td>{each.year}</td>
                        <td>{each.united_from === null ? '–' : formatCount(each.united_from)}</td>
                        <td>{each.united_to === null ? '–' : formatCount(each.united_to)}</td>
                        <td>{each.difference === null ? '–' : formatSigned(each.difference)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scrolled>
            );
          }}
        </Answered>
      )}
    </>
  );
}

interface TriangleAnswer {
  vintages: { id: number; label?: string | null }[] | number[];
  years: { year: number; values: (number | null)[] }[];
}

/** Each year's united count as one vintage after another has told it. */
function Triangle() {
  const { words, lang } = useLanguage();
  const overview = useOverview('latest', null);
  const first = overview.data?.flows.toSorted((a, b) => b.united - a.united)[0];
  const triangle = useObject<TriangleAnswer>(
    `/api/vintages/triangle?origin=${first?.origin}&destination=${first?.destination}`,
    first !== undefined,
  );
  if (first === undefined) return null;
  return (
    <>
      <h3>
        {words.runs.triangle}: {stateName(first.origin, lang)} → {stateName(first.destination, lang)}
      </h3>
      <Answered query={triangle}>
        {({ vintages, years }) => (
          <Scrolled label={words.runs.triangle}>
            <table>
              <thead>
                <tr>
                  <th>{words.year}</th>
                  {vintages.map(vintage => {
                    const id = typeof vintage === 'number' ? vintage : vintage.id;
                    return <th key={id}>{words.vintage(id)}</th>;
                  })}
                </tr>
              </thead>
              <tbody>
                {years.map(({ year, values }) => (
                  <tr key={year}>
                    <td>{year}</td>
                    {values.map((value, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a column is a vintage, whose order is fixed.
                      <td key={at}>{value === null ? '' : formatCount(value)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </Answered>
    </>
  );
}
