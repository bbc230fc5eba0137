import { z } from 'zod';
import { SaldoError } from '../../common/saldo-error.ts';
import { registerFaults } from '../check/check-register.ts';
import { type Act, ActSchema, type Both, type Claim, ClaimSchema, statesOf } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import type { Register } from '../register/read-register.ts';
import { parseYaml } from '../register/yaml-file.ts';

const SourcesSchema = z.record(z.string().regex(/^[A-Z0-9]+$/), z.string().min(1)).default({});

/** A new act, or a new claim of an act that the register has; with the addresses of sources that are new. */
export type Change = { sources: Readonly<Record<string, string>> } & (
  | { kind: 'act'; act: Act }
  | { kind: 'claim'; of: string; claim: Claim }
);

/**
 * Reads a proposal: `act:` with all that a file of `data/law/acts` has, or `claim:` with `of:`, the act's id; beside either, `sources:`.
 * What it says is recorded on the day given, whatever it states itself.
 *
 * @throws SaldoError `invalid_file` with every fault: line, what was found and expected
 */
export function readProposal(text: string, recordedOn: Day): Change {
  const file = parseYaml('proposal', text);
  const { data, faults } = file.parse(schemaOf(recordedOn));
  if (data === undefined) throw new SaldoError('invalid_file', faults.join('\n'), { faults });
  const { sources, of, claim, act } = data;
  if (act !== undefined) return { kind: 'act', act, sources };
  if (claim !== undefined && of !== undefined) return { kind: 'claim', of, claim, sources };
  throw new Error('a proposal that was read proposes nothing');
}

function schemaOf(recordedOn: Day) {
  const recorded = (claim: unknown) => (isObject(claim) ? { ...claim, recorded_on: recordedOn } : claim);
  const withDays = (act: unknown) =>
    isObject(act) && Array.isArray(act['claims']) ? { ...act, claims: act['claims'].map(recorded) } : act;
  return z
    .strictObject({
      sources: SourcesSchema,
      of: z.string().optional(),
      claim: z.preprocess(recorded, ClaimSchema).optional(),
      act: z.preprocess(withDays, ActSchema).optional(),
    })
    .refine(
      ({ act, claim, of }) =>
        (act === undefined) !== (claim === undefined) && (claim === undefined) === (of === undefined),
      {
        error: 'expected either act, or claim with of, the id of its act',
      },
    );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * A register with a change in it.
 *
 * @throws SaldoError `invalid_file` where the change does not fit: an act that is there already, one that is not, a source given anew
 */
export function changed(register: Register, change: Change): Register {
  const { acts, sources } = register;
  const known = Object.keys(change.sources).filter(key => sources.has(key) && sources.get(key) !== change.sources[key]);
  const wider = new Map([...sources, ...Object.entries(change.sources)]);
  const faults = known.map(key => `sources.${key}: found another address than the register has, expected a new key`);
  if (change.kind === 'act') {
    if (acts.some(({ id }) => id === change.act.id))
      faults.push(`act.id: found ${change.act.id}, which the register has; expected a new id, or a claim of this act`);
    if (faults.length > 0) throw new SaldoError('invalid_file', faults.join('\n'), { faults });
    return { ...register, acts: [...acts, change.act], sources: wider };
  }
  if (!acts.some(({ id }) => id === change.of))
    faults.push(`of: found ${change.of}, expected the id of an act of the register`);
  if (faults.length > 0) throw new SaldoError('invalid_file', faults.join('\n'), { faults });
  return {
    ...register,
    acts: acts.map(act => (act.id === change.of ? { ...act, claims: [...act.claims, change.claim] } : act)),
    sources: wider,
  };
}

/**
 * The register with a change that a state proposes, where it brings no new fault and the act has to do with the state.
 *
 * @throws SaldoError `invalid_file` with every new fault
 */
export function fitting(register: Register, change: Change, state: string): Register {
  const next = changed(register, change);
  const id = idOf(change);
  const act = next.acts.find(each => each.id === id);
  const before = new Set(registerFaults(register));
  const faults = registerFaults(next).filter(fault => !before.has(fault));
  if (act !== undefined && !statesOf(act).includes(state))
    faults.push(`found a proposal of ${state}, expected one of a state that ${id} names: ${statesOf(act).join(', ')}`);
  if (faults.length > 0) throw new SaldoError('invalid_file', faults.join('\n'), { faults });
  return next;
}

/** The title of the act that a proposal brings; undefined where it brings none, or can no longer be read. */
export function titleIn(text: string): Both | undefined {
  const Titled = z.object({ act: z.object({ title: z.object({ ru: z.string(), en: z.string() }) }) });
  return parseYaml('proposal', text).parse(Titled).data?.act.title;
}

/** The act that a change is, or of which it claims something. */
export function idOf(change: Change): string {
  return change.kind === 'act' ? change.act.id : change.of;
}
