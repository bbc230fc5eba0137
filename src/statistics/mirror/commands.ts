import type { Command } from 'commander';
import type { Terminal } from '../../common/terminal.ts';
import { addCompareCommand } from './compare-command.ts';
import { addFillCommand } from './fill-command.ts';
import { addFitCommand } from './fit-command.ts';

/** `saldo mirror …`: what two offices' published tables say of the same flows. */
export function addMirrorCommand(program: Command, terminal: Terminal): void {
  const mirror = program
    .command('mirror')
    .description("two offices' tables of the same flows: comparison and reconciliation");
  addCompareCommand(mirror, terminal);
  addFitCommand(mirror, terminal);
  addFillCommand(mirror, terminal);
}
