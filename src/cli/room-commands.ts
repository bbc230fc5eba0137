import type { Command } from 'commander';
import type { Terminal } from '../common/terminal.ts';

/** The commands of a room. */
interface RoomCommands {
  readonly names: readonly string[];
  readonly add: (program: Command, terminal: Terminal) => Promise<void>;
}

/** All commands, in the order of the help. */
export const ROOMS: readonly RoomCommands[] = [
  {
    names: ['load', 'names'],
    add: async (program, terminal) => {
      const { addBatchCommands } = await import('../statistics/batches/commands.ts');
      const { withBatches } = await import('../statistics/runs/with-statistics.ts');
      addBatchCommands(program, terminal, withBatches);
    },
  },
  {
    names: ['account', 'runs', 'vintages'],
    add: async (program, terminal) => {
      const { addRunCommands } = await import('../statistics/runs/commands.ts');
      const { checkRelease } = await import('./check-release.ts');
      addRunCommands(program, terminal, checkRelease);
    },
  },
  {
    names: ['slips'],
    add: async (...to) => (await import('../statistics/slips/commands.ts')).addSlipsCommand(...to),
  },
  {
    names: ['review', 'explain'],
    add: async (...to) => (await import('../statistics/accounts/review-commands.ts')).addReviewCommands(...to),
  },
  {
    names: ['mirror'],
    add: async (...to) => (await import('../statistics/mirror/commands.ts')).addMirrorCommand(...to),
  },
  {
    names: ['hidden'],
    add: async (...to) => (await import('../statistics/hidden/commands.ts')).addHiddenCommand(...to),
  },
  {
    names: ['targets', 'indicators'],
    add: async (...to) => (await import('../statistics/studies/commands.ts')).addStudyCommands(...to),
  },
  {
    names: ['simulate'],
    add: async (...to) => (await import('../statistics/world/commands.ts')).addSimulateCommand(...to),
  },
  {
    names: ['rights', 'treaties', 'law'],
    add: async (...to) => (await import('../law/commands.ts')).addLawCommands(...to),
  },
  {
    names: ['home'],
    add: async (program, terminal) => {
      const { addHomeCommand } = await import('../store/commands.ts');
      const { WING_SCHEMAS } = await import('./wing-schemas.ts');
      addHomeCommand(program, terminal, WING_SCHEMAS);
    },
  },
  {
    names: ['serve'],
    add: async (program, terminal) => {
      const { addServeCommand } = await import('../server/commands.ts');
      const { WING_SCHEMAS } = await import('./wing-schemas.ts');
      addServeCommand(program, terminal, WING_SCHEMAS);
    },
  },
  {
    names: ['demo'],
    add: async (...to) => (await import('./demo.ts')).addDemoCommand(...to),
  },
];

/**
 * The rooms that a line of words may speak to: the one whose command it names, all where it names none. All of them together take most of a
 * second to load, for which no command should wait.
 */
export function roomsOf(words: readonly string[]): readonly RoomCommands[] {
  const command = words.find(word => !word.startsWith('-'));
  const named = ROOMS.filter(({ names }) => command !== undefined && names.includes(command));
  return named.length > 0 ? named : ROOMS;
}
