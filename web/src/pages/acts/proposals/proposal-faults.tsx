import { ProblemError } from '../../../api/client.ts';
import { ProblemNote } from '../../../layout/states.tsx';
import { useProposalWords } from '../../../words/law-words.ts';

/** What is wrong with a proposal: each fault with its line and what stands there. */
export function ProposalFaults({ error, text }: { error: unknown; text: string }) {
  const words = useProposalWords();
  const faults = error instanceof ProblemError ? error.problem.faults : undefined;
  if (faults === undefined) return <ProblemNote error={error} />;
  const lines = text.split('\n');
  return (
    <div className="problem sans" role="alert">
      <strong>{words.faults(faults.length)}</strong>
      <ul className="faults">
        {faults.map(({ where, found, expected }) => {
          const line = Number(/^proposal:(\d+)$/.exec(where)?.[1]);
          return (
            <li key={where + expected}>
              {line > 0 ? (
                <>
                  {words.line(line)}: <code>{lines[line - 1]?.trim()}</code>
                </>
              ) : (
                where !== 'proposal' && <code>{where}</code>
              )}{' '}
              <span lang="en">{[found, expected].filter(Boolean).join('; ')}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
