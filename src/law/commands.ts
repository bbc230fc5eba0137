import type { Command } from 'commander';
import type { Language } from '../common/language.ts';
import { SaldoError } from '../common/saldo-error.ts';
import { stateName } from '../common/states.ts';
import type { Terminal } from '../common/terminal.ts';
import { tellAct, tellForce } from './acts/told-act.ts';
import { readCases } from './check/cases.ts';
import { checkFolder } from './check/check-folder.ts';
import { checkRegister, type RegisterCheck } from './check/check-register.ts';
import { addExportCommand } from './export/commands.ts';
import { CompiledRegister } from './force/compiled-register.ts';
import { addIndexCommand } from './policy-index/commands.ts';
import type { Act } from './register/act.ts';
import { FIRST_DAY, isDay, today } from './register/legal-date.ts';
import { type RegisterOption, registerMeant, withRegister } from './register-option.ts';
import { amountInWords } from './rights/amount.ts';
import { answer } from './rights/answer.ts';
import { differencesBetween } from './rights/difference.ts';
import { parseQuestion } from './rights/question.ts';
import { type ToldAnswer, type ToldClaim, tellAnswer, tellQuestion } from './rights/told-answer.ts';
import {
  EVENT_WORDS,
  EVIDENCE_WORDS,
  FORCE_WORDS,
  OUTCOME_WORDS,
  PARTY_WORDS,
  RIGHT_WORDS,
  STATUS_WORDS,
} from './rights/words.ts';

interface RightsOptions extends RegisterOption {
  citizen: string;
  in: string;
  on: string;
  purpose?: string;
  role?: string;
  ask?: string;
  knownOn?: string;
  fact: Record<string, string>;
  entered?: string;
  stay: readonly string[];
  compareOn?: string;
  compareKnownOn?: string;
  compareCitizen?: string;
  lang: string;
}

/** `saldo rights`, `saldo treaties` and `saldo law check`. */
export function addLawCommands(program: Command, terminal: Terminal): void {
  addRightsCommand(program, terminal);
  addTreatiesCommand(program, terminal);
  addLawCommand(program, terminal);
}

function addRightsCommand(program: Command, terminal: Terminal): void {
  withRegister(program.command('rights'))
    .description('what a citizen of one state may do in another on a day, by the acts in force between them, and why')
    .requiredOption('--citizen <state>', 'state of citizenship, such as KZ')
    .requiredOption('--in <state>', 'host state, such as BY')
    .option('--on <day>', 'the day, YYYY-MM-DD', today())
    .option(
      '--purpose <purpose>',
      'work, study, family, permanent, visit, transit, humanitarian or other; fills in the role',
    )
    .option('--role <role>', 'citizen, worker, family, student or resident')
    .option('--ask <rights>', 'only these rights, such as work-without-permit,pension')
    .option('--fact <fact=value>', 'a further fact, such as occupation=medical; may be repeated', collectFact, {})
    .option('--known-on <day>', 'answer by what the register had recorded on that day')
    .option('--entered <day>', 'day of entry: limits then name their last day')
    .option('--stay <from/to>', 'an earlier stay, for limits of a window of days; may be repeated', collectStay, [])
    .option('--compare-on <day>', 'say what changes on another day')
    .option('--compare-known-on <day>', 'say what changes by the knowledge of another day')
    .option('--compare-citizen <state>', 'say what changes with another citizenship')
    .option('--lang <language>', 'ru or en', 'en')
    .action(async (options: RightsOptions) => {
      const lang = languageOf(options.lang);
      const register = new CompiledRegister(await registerMeant(options));
      const { question, rights } = parseQuestion(asked(options, {}));
      const answers = rights.map(right => answer(register, question, right));
      const told = answers.map(each => tellAnswer(register, each, lang));
      const other = {
        ...(options.compareOn !== undefined && { on: options.compareOn }),
        ...(options.compareKnownOn !== undefined && { knownOn: options.compareKnownOn }),
        ...(options.compareCitizen !== undefined && { citizen: options.compareCitizen }),
      };
      const compares = Object.keys(other).length > 0;
      const compared = compares ? parseQuestion(asked(options, other)).question : undefined;
      const differences = compared && differencesBetween(register, rights, [question, compared], lang);
      printAnswers(terminal, told, lang);
      for (const { domain, before, after, rules } of differences ?? []) {
        terminal.line(`${RIGHT_WORDS[domain][lang]}: ${STATUS_WORDS[before][lang]} → ${STATUS_WORDS[after][lang]}`);
        for (const { rule, before: was, after: is } of rules) terminal.line(`  ${rule}\n    ${was}\n    ${is}`);
      }
      terminal.data({
        question: tellQuestion(question),
        answers: told,
        ...(compared && { compared_with: tellQuestion(compared), differences }),
      });
    });
}

function asked(options: RightsOptions, other: { on?: string; knownOn?: string; citizen?: string }) {
  const knownOn = other.knownOn ?? options.knownOn;
  return {
    citizen: other.citizen ?? options.citizen,
    host: options.in,
    on: other.on ?? options.on,
    facts: options.fact,
    stays: options.stay,
    ...(options.entered !== undefined && { entered: options.entered }),
    ...(options.role !== undefined && { role: options.role }),
    ...(options.purpose !== undefined && { purpose: options.purpose }),
    ...(knownOn !== undefined && { knownOn }),
    ...(options.ask !== undefined && { ask: options.ask.split(',').map(word => word.trim()) }),
  };
}

function printAnswers(terminal: Terminal, answers: readonly ToldAnswer[], lang: Language): void {
  terminal.table(
    lang === 'ru' ? ['право', 'ответ', 'по какому акту'] : ['right', 'answer', 'by'],
    answers.map(({ domain, status, value, unit, because, missing }) => [
      RIGHT_WORDS[domain as keyof typeof RIGHT_WORDS][lang],
      `${STATUS_WORDS[status][lang]}${value === undefined || unit === undefined ? '' : `, ${amountInWords(value, unit, lang)}`}`,
      status === 'unknown'
        ? missing.join('; ')
        : because.map(({ act, article }) => (article === null ? act : `${act} ${article}`)).join(', '),
    ]),
  );
  for (const { conflicts, term } of answers) {
    if (term !== undefined)
      terminal.line(term.last_day === null ? term.counting : `${term.counting}: ${term.last_day}`);
    for (const { act, counted, others, reason } of conflicts)
      terminal.line(`${act}: ${claimsThatDiffer([counted, ...others], lang)}${reason === null ? '' : `; ${reason}`}`);
  }
  const [only, ...more] = answers;
  if (only !== undefined && more.length === 0) printReasons(terminal, only, lang);
}

/** The tree of reasons: rule, text of its article, events that put its act in force, exceptions tried. */
function printReasons(
  terminal: Terminal,
  { explanation: { rules, outranked, gaps }, not_in_force: others }: ToldAnswer,
  lang: Language,
): void {
  for (const {
    rule,
    text,
    outcome,
    why,
    in_force: { because },
    exceptions,
  } of [...rules, ...others]) {
    terminal.line(`${OUTCOME_WORDS[outcome][lang]}: ${rule} — ${text[lang]}`);
    terminal.line(`  ${why}`);
    for (const { event, party, date, source, evidence } of because) {
      const whose = party === '*' ? '' : `, ${party.map(state => stateName(state, lang)).join(', ')}`;
      terminal.line(
        `  · ${EVENT_WORDS[event][lang]}${whose}: ${date ?? '—'} (${source ?? EVIDENCE_WORDS[evidence][lang]})`,
      );
    }
    for (const exception of exceptions) terminal.line(`  × ${exception.text[lang]} ${exception.why}`);
  }
  for (const { rule, behind, why } of outranked) terminal.line(`${rule} < ${behind}: ${why}`);
  for (const gap of gaps) terminal.line(gap);
}

function claimsThatDiffer(claims: readonly ToldClaim[], lang: Language): string {
  return claims
    .map(
      ({ event, date, note, source, evidence }) =>
        `${EVENT_WORDS[event][lang]} ${date ?? note ?? ''} (${source ?? EVIDENCE_WORDS[evidence][lang]})`,
    )
    .join(' / ');
}

function addTreatiesCommand(program: Command, terminal: Terminal): void {
  const treaties = program.command('treaties').description('the register of acts');
  withRegister(treaties.command('list'))
    .description('all acts')
    .option('--on <day>', 'how they stand on a day, YYYY-MM-DD', today())
    .option('--lang <language>', 'ru or en', 'en')
    .action(async ({ on, lang, ...where }: RegisterOption & { on: string; lang: string }) => {
      const register = new CompiledRegister(await registerMeant(where));
      const day = dayOf(on);
      const language = languageOf(lang);
      const acts = [...register.acts.values()].map(act => tellAct(register, act, day, language));
      terminal.table(
        language === 'ru'
          ? ['акт', 'подписан', 'действует для', 'название']
          : ['act', 'signed', 'in force for', 'title'],
        acts.map(({ id, signed, parties, title }) => [id, signed ?? '', boundStates(parties), title[language]]),
      );
      terminal.data({ on: day, acts });
    });
  withRegister(treaties.command('show'))
    .argument('<act>', 'id of an act, such as BYRU-MOVE-2006')
    .description('one act: parties, claims, conflicts, provisions')
    .option('--on <day>', 'how it stands on a day, YYYY-MM-DD', today())
    .option('--lang <language>', 'ru or en', 'en')
    .action(async (id: string, { on, lang, ...where }: RegisterOption & { on: string; lang: string }) => {
      const register = new CompiledRegister(await registerMeant(where));
      const act = actOf(register, id);
      const language = languageOf(lang);
      const told = tellAct(register, act, dayOf(on), language);
      terminal.line(`${told.title[language]} (${told.id})`);
      terminal.table(
        language === 'ru' ? ['государство', 'состояние', 'с', 'до'] : ['state', 'status', 'since', 'until'],
        told.parties.map(({ state, status, since, until }) => [
          stateName(state, language),
          PARTY_WORDS[status][language],
          since ?? '',
          until ?? '',
        ]),
      );
      for (const { article, text } of told.provisions) terminal.line(`${article ?? '·'} ${text[language]}`);
      for (const { claims, reason } of told.conflicts)
        terminal.line(`${claimsThatDiffer(claims, language)}${reason === null ? '' : `; ${reason}`}`);
      terminal.data(told);
    });
  addForceCommand(treaties, terminal);
}

function addForceCommand(treaties: Command, terminal: Terminal): void {
  withRegister(treaties.command('force'))
    .argument('<act>', 'id of an act, such as CIS-VISAFREE-1992')
    .description('whether an act binds two states towards each other on a day, and by which events')
    .requiredOption('--between <states>', 'two states, such as AZ,AM')
    .option('--on <day>', 'the day, YYYY-MM-DD', today())
    .option('--known-on <day>', 'by what the register had recorded on that day')
    .option('--lang <language>', 'ru or en', 'en')
    .action(
      async (id: string, options: RegisterOption & { between: string; on: string; knownOn?: string; lang: string }) => {
        const register = new CompiledRegister(await registerMeant(options));
        const language = languageOf(options.lang);
        const act = actOf(register, id);
        const [citizen = '', host = '', ...more] = options.between.split(',');
        if (more.length > 0 || host === '')
          throw new SaldoError('invalid_option', `--between: found ${options.between}, expected two states`);
        const { question } = parseQuestion({
          ...{ citizen, host, on: options.on },
          ...(options.knownOn !== undefined && { knownOn: options.knownOn }),
        });
        const told = tellForce(register, act, question, language);
        terminal.line(
          `${told.act}: ${FORCE_WORDS[told.force][language]}${told.missing === null ? '' : `: ${told.missing}`}`,
        );
        terminal.line(claimsThatDiffer(told.because, language));
        terminal.data(told);
      },
    );
}

function actOf(register: CompiledRegister, id: string): Act {
  const act = register.acts.get(id.toUpperCase());
  if (act !== undefined) return act;
  throw new SaldoError('invalid_option', `found the act ${id}, expected one of saldo treaties list`, { act: id });
}

function boundStates(parties: readonly { state: string; status: string }[]): string {
  const bound = parties.filter(({ status }) => status === 'in-force' || status === 'provisional');
  return bound.map(({ state }) => state).join(' ');
}

function addLawCommand(program: Command, terminal: Terminal): void {
  const law = program.command('law').description('the register of acts, for those who keep it and those who study it');
  addCheckCommand(law, terminal);
  addExportCommand(law, terminal);
  addIndexCommand(law, terminal);
}

function addCheckCommand(law: Command, terminal: Terminal): void {
  withRegister(law.command('check'))
    .description(
      'check the whole register: links, days against rules of entry into force, conflicts, rules, worked cases',
    )
    .action(async (options: RegisterOption) => {
      const check = await checked(options);
      terminal.line(`${check.acts} acts, ${check.claims} claims, ${check.rules} rules, ${check.cases} cases.`);
      for (const conflict of check.conflicts) terminal.line(`conflict, marked: ${conflict}`);
      for (const fault of check.faults) terminal.warn(`fault: ${fault}`);
      terminal.data(check);
      if (check.faults.length > 0) process.exitCode = 1;
    });
}

/** The files alone may be broken, and every fault of theirs is told; what was published fits them or is refused. */
async function checked(options: RegisterOption): Promise<RegisterCheck> {
  if (options.home === undefined) return checkFolder(options.register);
  return checkRegister(await registerMeant(options), readCases(options.register));
}

function collectStay(text: string, stays: readonly string[]): readonly string[] {
  return [...stays, text];
}

function collectFact(text: string, facts: Record<string, string>): Record<string, string> {
  const [fact, value] = text.split('=', 2);
  if (!fact || !value) throw new SaldoError('invalid_option', `--fact: found ${text}, expected fact=value`);
  return { ...facts, [fact]: value };
}

function languageOf(text: string): Language {
  if (text === 'ru' || text === 'en') return text;
  throw new SaldoError('invalid_option', `--lang: found ${text}, expected ru or en`);
}

function dayOf(text: string): string {
  if (isDay(text) && text >= FIRST_DAY) return text;
  throw new SaldoError('invalid_option', `--on: found ${text}, expected a day YYYY-MM-DD from ${FIRST_DAY} on`);
}
