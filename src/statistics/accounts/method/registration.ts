import type { MethodStep } from './step.ts';

export const REGISTRATION: MethodStep = {
  name: 'registration',
  decides: `Every accepted slip with its person and its corridor. A slip whose origin and destination are one state is internal: it is no
    flow, but shows where the person lived. A slip is outside where the other state's office has sent no slip at all.`,
  sql: () => `
    with office as (select distinct office from slip)
    select slip.n, person.person, slip.office, slip.kind, slip.origin, slip.destination, slip.dated_on, slip.registered_on,
      slip.event_on is not null as declared, slip.intended_months, slip.ground = 'expired' is true as expired,
      slip.origin = slip.destination as internal,
      case slip.kind when 'arrival' then slip.origin else slip.destination end not in (select office from office) as outside
    from slip join person using (n)`,
};
