import { SPACE_STATES } from '../../common/space.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { RIGHTS, type Right, type Role } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import { answer } from '../rights/answer.ts';
import type { Status } from '../rights/status.ts';

/** An answer that another register gives otherwise. */
export interface ChangedRight {
  citizen: string;
  in: string;
  role: Role;
  domain: Right;
  before: Status;
  after: Status;
}

const ASKED: readonly Role[] = ['citizen', 'worker', 'resident'];

/** The rights between states of the space that two registers answer differently on a day. */
export function changedRights(before: CompiledRegister, after: CompiledRegister, on: Day): ChangedRight[] {
  return SPACE_STATES.flatMap(citizen =>
    SPACE_STATES.filter(host => host !== citizen).flatMap(host =>
      ASKED.flatMap(role =>
        RIGHTS.flatMap(domain => {
          const question = { citizen, host, on, role, facts: {} };
          const [was, is] = [answer(before, question, domain), answer(after, question, domain)];
          if (was.status === is.status && was.value === is.value) return [];
          return [{ citizen, in: host, role, domain, before: was.status, after: is.status }];
        }),
      ),
    ),
  );
}
