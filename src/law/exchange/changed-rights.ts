import { SPACE_STATES } from '../../common/space.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { RIGHTS, type Right, type Role } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import { answer } from '../rights/answer.ts';
import type { Sign } from '../rights/matrix.ts';

/** An answer that another register gives otherwise. */
export interface ChangedRight {
  citizen: string;
  in: string;
  role: Role;
  domain: Right;
  before: Sign;
  after: Sign;
}

const ASKED: readonly Role[] = ['citizen', 'worker', 'resident'];

/** The rights between states of the space that two registers, which differ in one act alone, answer differently on a day. */
export function changedRights(
  before: CompiledRegister,
  after: CompiledRegister,
  { act, on }: { act: string; on: Day },
): ChangedRight[] {
  const speaksOf = (right: Right) =>
    [before, after].some(register => register.actsAbout(right).some(({ id }) => id === act));
  const rights = RIGHTS.filter(speaksOf);
  return SPACE_STATES.flatMap(citizen =>
    SPACE_STATES.filter(host => host !== citizen).flatMap(host =>
      ASKED.flatMap(role =>
        rights.flatMap(domain => {
          const question = { citizen, host, on, role, facts: {} };
          const [was, is] = [before, after].map(register => signOf(answer(register, question, domain))) as [Sign, Sign];
          if (was.status === is.status && was.value === is.value && was.unit === is.unit) return [];
          return [{ citizen, in: host, role, domain, before: was, after: is }];
        }),
      ),
    ),
  );
}

function signOf({ status, value, unit }: Sign): Sign {
  return { status, ...(value !== undefined && { value }), ...(unit !== undefined && { unit }) };
}
