import { type FormEvent, type ReactNode, useState } from 'react';
import { ProblemError } from '../../api/client.ts';
import { ProblemNote } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';

interface Field {
  name: string;
  label: string;
  type?: string;
  autoComplete?: string;
  inputMode?: 'numeric';
  minLength?: number;
}

/** A few fields and one button; what was refused stands under them. */
export function AskForm({
  title,
  text,
  fields,
  submit,
  ask,
  done,
  refusals = {},
}: {
  title: ReactNode;
  text?: ReactNode;
  fields: readonly Field[];
  submit: string;
  ask: (values: Record<string, string>) => Promise<unknown>;
  done: () => void;
  /** What to say of a refusal, by the type of its problem; others are said as the server says them. */
  refusals?: Readonly<Record<string, string>>;
}) {
  const { words } = useLanguage();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submitForm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)] as const);
    setError(undefined);
    setBusy(true);
    try {
      await ask(Object.fromEntries(given));
      done();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const refusal = refusals[problem?.type ?? ''] ?? (problem?.status === 401 ? words.signIn.wrong : undefined);
  return (
    <>
      {title}
      {text && <p>{text}</p>}
      <form onSubmit={submitForm} className="column">
        {fields.map(({ name, label, ...input }) => (
          <p key={name}>
            <label>
              {label}
              <input name={name} required {...input} />
            </label>
          </p>
        ))}
        <button type="submit" className="act" disabled={busy}>
          {submit}
        </button>
      </form>
      {refusal !== undefined ? (
        <p className="problem sans" role="alert">
          {refusal}
        </p>
      ) : (
        error !== undefined && <ProblemNote error={error} />
      )}
    </>
  );
}
