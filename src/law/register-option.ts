import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SaldoError } from '../common/saldo-error.ts';
import { homeFolder, openHome, storePlace } from '../store/home.ts';
import { type Register, readRegister, shippedRegister } from './register/read-register.ts';

/** The register that a command works on. */
export interface RegisterOption {
  /** Folder of the files. */
  register: string;
  /** A home whose published proposals count beside the files. */
  home?: string;
}

/** Gives a command the options by which its register is named. */
export function withRegister(command: Command): Command {
  return command
    .option('--register <folder>', 'another register than the one shipped', shippedRegister)
    .option('--home <folder>', 'with all that was published on the server of this home');
}

/**
 * The register of the files, with what was published in a home where one is named.
 *
 * @throws SaldoError `not_a_home`, `home_in_use`, `store_older`, `invalid_file`
 */
export async function registerMeant({ register, home }: RegisterOption): Promise<Register> {
  const files = readRegister(register);
  return home === undefined ? files : withPublished(files, homeFolder(home));
}

async function withPublished(files: Register, folder: string): Promise<Register> {
  if (!existsSync(join(folder, 'home.json')))
    throw new SaldoError('not_a_home', `there is no home at ${folder}; --home names one that a server made`, {
      folder,
    });
  // The store takes a while to load, for which a command that reads files alone should not wait.
  const [{ openStore }, { refuseOlder }, { Exchange }, { LAW_MIGRATIONS }] = await Promise.all([
    import('../store/store.ts'),
    import('../store/upgrade.ts'),
    import('./exchange/exchange.ts'),
    import('./exchange/migrations.ts'),
  ]);
  const home = await openHome(folder, { holder: 'command' });
  try {
    const store = await openStore<unknown>(storePlace(home, 'statistics'));
    try {
      const owners = [{ owner: 'law', migrations: LAW_MIGRATIONS }];
      await refuseOlder(home, { schema: { wing: 'statistics', owners }, store });
      return (await Exchange.open(store, files)).current;
    } finally {
      await store.close();
    }
  } finally {
    await home.close();
  }
}
