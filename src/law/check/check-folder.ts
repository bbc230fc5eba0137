import { SaldoError } from '../../common/saldo-error.ts';
import { readRegister } from '../register/read-register.ts';
import { readCases } from './cases.ts';
import { checkRegister, type RegisterCheck } from './check-register.ts';

/** Checks the register of a folder. A file that cannot be read as an act or a case is a fault like others; then the rest waits. */
export function checkFolder(folder: string): RegisterCheck {
  const faults: string[] = [];
  const register = faultsInto(faults, () => readRegister(folder));
  const cases = faultsInto(faults, () => readCases(folder));
  if (register !== undefined && cases !== undefined) return checkRegister(register, cases);
  return { acts: register?.acts.length ?? 0, claims: 0, rules: 0, cases: cases?.length ?? 0, faults, conflicts: [] };
}

function faultsInto<Read>(faults: string[], read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SaldoError) || error.code !== 'invalid_file') throw error;
    faults.push(...(error.details['faults'] as readonly string[]));
    return undefined;
  }
}
