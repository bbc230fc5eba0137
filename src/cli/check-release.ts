import { SaldoError } from '../common/saldo-error.ts';
import type { ReleaseCheck } from '../statistics/runs/commands.ts';

/**
 * Refuses to release a vintage that differs by few slips from one that is released, as the server does.
 *
 * @throws SaldoError `too_close`
 */
export const checkRelease: ReleaseCheck = async ({ home, store, vintages }, vintage) => {
  // Only a release needs what the public's figures are made with.
  const [{ homeKey }, { parseDisclosureRule }, { PublishedVintages }, { storedVintages }, { HttpProblem }] =
    await Promise.all([
      import('../server/home-key.ts'),
      import('../statistics/publish/disclosure-rule.ts'),
      import('../statistics/publish/published-vintages.ts'),
      import('../statistics/publish/stored-vintages.ts'),
      import('../common/http/problem.ts'),
    ]);
  const { SALDO_DISCLOSURE_BASE: base, SALDO_PUBLIC_CLASSES: classes } = process.env;
  const rule = parseDisclosureRule(await homeKey(home, 'disclosure.key'), { base, classes });
  try {
    await new PublishedVintages(storedVintages(store.db, vintages), rule).checkRelease(vintage, { force: false });
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    throw new SaldoError('too_close', `${error.message}; --force releases it all the same`, { vintage }, error);
  }
};
