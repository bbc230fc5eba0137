import type { RightStatus } from '../api/types.ts';

const SIGNS: Readonly<Record<RightStatus, string>> = {
  yes: '✓',
  no: '✕',
  'national-law': '§',
  unknown: '?',
  disputed: '≠',
};

/** A sign for an answer, told apart without colour; a limit stands in the place of the tick. */
export function StatusSign({ status, value }: { status: RightStatus; value?: number | undefined }) {
  return (
    <span className={`sign ${status}`} aria-hidden="true">
      {status === 'yes' && value !== undefined ? value : SIGNS[status]}
    </span>
  );
}
