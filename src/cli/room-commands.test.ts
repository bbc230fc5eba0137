import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { ROOMS, roomsOf } from './room-commands.ts';
import { ProcessTerminal } from './terminal.ts';

describe('rooms of a command line', () => {
  it.each(ROOMS.map(room => ({ room, names: room.names.join(', ') })))(
    '$names are all commands of a room',
    async ({ room }) => {
      const program = new Command();
      await room.add(program, new ProcessTerminal());
      expect(program.commands.map(command => command.name())).toEqual(room.names);
    },
  );

  it('a line speaks to the room of its command, whatever options stand before it', () => {
    expect(roomsOf(['--json', 'review', 'account']).flatMap(({ names }) => names)).toEqual(['review', 'explain']);
  });

  it.each([[[]], [['--help']], [['help', 'account']], [['acount', 'slips.csv']]])('%j speaks to all', words => {
    expect(roomsOf(words)).toEqual(ROOMS);
  });
});
