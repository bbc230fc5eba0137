import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { send } from '../../api/client.ts';
import { ProblemNote } from '../../layout/states.tsx';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';

const CLASSES = ['sex', 'age', 'citizenship', 'purpose'] as const;
/** The first leaves the choice to the server: the offices' slips where there are any. */
const SOURCES = ['', 'offices', 'simulated', 'all'] as const;

/** Asks for a run over the batches that are there. */
export function NewRun() {
  const { words } = useLanguage();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const shown = event.currentTarget;
    const form = new FormData(shown);
    const label = String(form.get('label') ?? '').trim();
    const slips = String(form.get('slips') ?? '');
    const body = {
      threshold: Number(form.get('threshold')),
      lapse: Number(form.get('lapse')),
      by: form.getAll('by'),
      ...(label !== '' && { label }),
      ...(slips !== '' && { slips }),
    };
    setError(undefined);
    setBusy(true);
    // The next run is another vintage and wants a name of its own.
    await send('POST', '/api/runs', body).then(() => shown.reset(), setError);
    await client.invalidateQueries({ queryKey: ['/api/runs'] });
    setBusy(false);
  };
  return (
    <form onSubmit={start}>
      <div className="row">
        <label>
          {words.runs.threshold}
          <input name="threshold" type="number" min={1} max={120} defaultValue={12} required />
        </label>
        <label>
          {words.runs.lapse}
          <input name="lapse" type="number" min={1} max={120} defaultValue={6} required />
        </label>
        <label className="grows">
          {words.runs.label}
          <input name="label" maxLength={200} />
        </label>
        <label>
          {words.runs.slips}
          <select name="slips">
            {SOURCES.map(name => (
              <option key={name} value={name}>
                {words.runs.sources[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="row">
        <legend>{words.runs.by}</legend>
        {CLASSES.map(name => (
          <label key={name} className="tick">
            <input type="checkbox" name="by" value={name} /> {words.runs.classes[name]}
          </label>
        ))}
      </fieldset>
      <div className="row">
        <button type="submit" className="act" disabled={busy}>
          {words.runs.start}
        </button>
        <span className="quiet">
          {words.glossary}: <TermWord term="threshold" />, <TermWord term="lapse" />, <TermWord term="vintage" />
        </span>
      </div>
      {error !== undefined && <ProblemNote error={error} />}
    </form>
  );
}
