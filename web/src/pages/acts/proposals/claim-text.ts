/** A claim as the form has it; what is empty stays out. */
export interface WrittenClaim {
  of: string;
  id: string;
  event: string;
  /** Empty for all parties. */
  parties: readonly string[];
  date: string;
  source: string;
  /** Of a source that the register does not have. */
  address: string;
  evidence: string;
  note: Both;
  supersedes: string;
  because: Both;
  settled: boolean;
}

interface Both {
  ru: string;
  en: string;
}

/** The claim as a proposal says it in YAML; texts stand in quotes, so that nothing in them is taken for YAML. */
export function claimText({ of, address, source, note, because, settled, ...claim }: WrittenClaim): string {
  const lines = [
    ...(address === '' ? [] : [`sources: {${source}: ${quoted(address)}}`]),
    `of: ${quoted(of)}`,
    'claim:',
    `  id: ${quoted(claim.id)}`,
    `  event: ${claim.event}`,
    `  party: ${claim.parties.length === 0 ? "'*'" : `[${claim.parties.join(', ')}]`}`,
    ...(claim.date === '' ? [] : [`  date: ${quoted(claim.date)}`]),
    `  evidence: ${claim.evidence}`,
    ...(source === '' ? [] : [`  source: ${source}`]),
    ...(isEmpty(note) ? [] : [`  note: ${both(note)}`]),
    ...(claim.supersedes === '' ? [] : [`  supersedes: ${quoted(claim.supersedes)}`]),
    ...(isEmpty(because) ? [] : [`  chosen: {settled: ${settled}, because: ${both(because)}}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The id of a claim that a state adds on a day; the next free one where the act has it already. */
export function freeClaimId(state: string, day: string, taken: readonly string[]): string {
  const first = `${state.toLowerCase()}-${day}`;
  if (!taken.includes(first)) return first;
  let next = 2;
  while (taken.includes(`${first}-${next}`)) next++;
  return `${first}-${next}`;
}

/** A text of JSON is one of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function both({ ru, en }: Both): string {
  return `{ru: ${quoted(ru)}, en: ${quoted(en)}}`;
}

function isEmpty({ ru, en }: Both): boolean {
  return ru === '' && en === '';
}
