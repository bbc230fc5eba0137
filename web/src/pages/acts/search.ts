import { stateOf } from '../../law/address.ts';

/** What acts are looked for by, as it stands in the address. */
export interface ActSearch {
  search?: string | undefined;
  state?: string | undefined;
  subject?: string | undefined;
}

export function readSearch({ search, state, subject }: Record<string, unknown>): ActSearch {
  return {
    search: typeof search === 'string' || typeof search === 'number' ? String(search).slice(0, 100) : undefined,
    state: stateOf(state),
    subject: typeof subject === 'string' && /^[a-z-]{1,40}$/.test(subject) ? subject : undefined,
  };
}
