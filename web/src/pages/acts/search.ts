/** What acts are looked for by, as it stands in the address. */
export interface ActSearch {
  search?: string | undefined;
  state?: string | undefined;
  subject?: string | undefined;
}

export function readSearch(given: Record<string, unknown>): ActSearch {
  const { search, state, subject } = given;
  const found = {
    search: typeof search === 'string' || typeof search === 'number' ? String(search).slice(0, 100) : undefined,
    state: typeof state === 'string' && /^[A-Z]{2}$/.test(state) ? state : undefined,
    subject: typeof subject === 'string' && /^[a-z-]{1,40}$/.test(subject) ? subject : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== ''));
}
