import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Terminal } from '../../common/terminal.ts';
import type { Act } from '../register/act.ts';
import { isDay, today } from '../register/legal-date.ts';
import { type RegisterOption, registerMeant, withRegister } from '../register-option.ts';
import { actAsAkomaNtoso } from './akoma-ntoso.ts';
import { actAsJsonLd, registerAsJsonLd } from './json-ld.ts';

interface ExportOptions extends RegisterOption {
  out: string;
  format: string;
  on: string;
  lang: string;
}

/** `saldo law export`: acts as files that other systems read. */
export function addExportCommand(law: Command, terminal: Terminal): void {
  withRegister(law.command('export'))
    .argument('[acts...]', 'ids of acts; all of them where none is named')
    .description('acts as schema.org Legislation with ELI (JSON-LD) or as Akoma Ntoso 3.0, a file an act')
    .requiredOption('--out <folder>', 'folder for the files')
    .option('--format <format>', 'jsonld or akn', 'jsonld')
    .option('--on <day>', 'day of the version, YYYY-MM-DD', today())
    .option('--lang <language>', 'of Akoma Ntoso: ru or en', 'en')
    .action(async (ids: readonly string[], options: ExportOptions) => {
      const register = await registerMeant(options);
      const faults = optionFaults(options);
      const acts = ids.length === 0 ? register.acts : ids.flatMap(id => findAct(register.acts, id, faults));
      if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
      const files = filesOf(acts, options);
      if (ids.length === 0 && options.format === 'jsonld')
        files.push(['register.jsonld', json(registerAsJsonLd(register, options.on))]);
      write(options.out, files);
      terminal.line(`${files.length} files in ${options.out}`);
      terminal.data({ files: files.map(([name]) => name) });
    });
}

function optionFaults({ format, on, lang }: ExportOptions): string[] {
  return [
    ...(['jsonld', 'akn'].includes(format) ? [] : [`--format: found ${format}, expected jsonld or akn`]),
    ...(isDay(on) ? [] : [`--on: found ${on}, expected a day YYYY-MM-DD`]),
    ...(['ru', 'en'].includes(lang) ? [] : [`--lang: found ${lang}, expected ru or en`]),
  ];
}

function findAct(acts: readonly Act[], id: string, faults: string[]): Act[] {
  const found = acts.filter(act => act.id === id.toUpperCase());
  if (found.length === 0) faults.push(`found the act ${id}, expected one of saldo treaties list`);
  return found;
}

function filesOf(acts: readonly Act[], { format, on, lang }: ExportOptions): [name: string, text: string][] {
  return acts.map(act =>
    format === 'akn'
      ? [`${act.id}.xml`, actAsAkomaNtoso(act, on, lang === 'ru' ? 'ru' : 'en')]
      : [`${act.id}.jsonld`, json(actAsJsonLd(act, on))],
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function write(folder: string, files: readonly (readonly [string, string])[]): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
  } catch (cause) {
    throw new SaldoError(
      'unwritable_output',
      `cannot write to ${folder}: ${(cause as Error).message}`,
      { folder },
      cause,
    );
  }
}
