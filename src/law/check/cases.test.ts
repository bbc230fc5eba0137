import { describe, expect, it } from 'vitest';
import { CompiledRegister } from '../force/compiled-register.ts';
import { readRegister, shippedRegister } from '../register/read-register.ts';
import { readCases, tryCase } from './cases.ts';
import { checkRegister } from './check-register.ts';

const register = readRegister();
const cases = readCases(shippedRegister);

describe('the register that ships', () => {
  it('holds the acts of the note and the later ones, and has no fault', () => {
    expect(register.acts.length).toBeGreaterThanOrEqual(47);
    expect(checkRegister(register, cases).faults).toEqual([]);
  });
});

describe('worked cases', () => {
  const compiled = new CompiledRegister(register);
  it.each(cases.map(one => [one.name, one] as const))('%s', (_name, one) =>
    expect(tryCase(compiled, one).faults).toEqual([]),
  );
});

describe('the check', () => {
  const [first, ...rest] = register.acts;
  it('finds a cycle of replacements, a dead link and an unmarked conflict', () => {
    const turned = register.acts.map(act =>
      act.id === 'CES-MIGRANT-2010' ? { ...act, replaces: ['EAEU-2014'] } : act,
    );
    expect(checkRegister({ ...register, acts: turned }, []).faults).toContain(
      'EAEU-2014: replaces itself through others',
    );
    const dead = [{ ...first!, replaces: ['NO-SUCH-ACT'] }, ...rest];
    expect(checkRegister({ ...register, acts: dead }, []).faults).toContain(
      `${first!.id}: there is no act NO-SUCH-ACT`,
    );
    const unmarked = register.acts.map(act => ({
      ...act,
      claims: act.claims.map(claim => ({ ...claim, chosen: undefined, rejected: undefined })),
    }));
    expect(checkRegister({ ...register, acts: unmarked }, []).faults.join()).toContain('none is chosen');
  });

  it('finds an entry into force that is not what the instruments give', () => {
    const shifted = register.acts.map(act =>
      act.id === 'CIS-LABOUR-1994-P2005'
        ? {
            ...act,
            claims: act.claims.map(claim =>
              claim.id === 'c4'
                ? { ...claim, date: { text: '2007-01-15', earliest: '2007-01-15', latest: '2007-01-15' } }
                : claim,
            ),
          }
        : act,
    );
    expect(checkRegister({ ...register, acts: shifted }, []).faults).toContain(
      'CIS-LABOUR-1994-P2005: by its own rule in force for BY on 2007-01-15, recorded 2006-12-15',
    );
  });
});
