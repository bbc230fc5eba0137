import { isoDay } from './calendar.ts';
import type { WorldPlan } from './world-plan.ts';

/** What is said of every simulated world, in both languages. */
export const SIMULATED = {
  ru: 'Смоделированный мир: это не настоящие люди.',
  en: 'A simulated world: simulated, not real people.',
} as const;

/** The text that lies beside the files. */
export function worldReadme(plan: WorldPlan, preset: string | undefined): string {
  const states = [...plan.offices.keys()].join(', ');
  const days = [isoDay(plan.from), isoDay(plan.to)];
  return `${SIMULATED.ru}
${SIMULATED.en}

Всё в этой папке придумано программой «saldo simulate»: ни один листок не говорит о живом человеке.
Имена составлены по спискам, люди, переезды и ошибки разыграны по числу-затравке ${plan.seed}; совпадения случайны.
  slips/   статистические листки органов: ${states}, с ${days[0]} по ${days[1]}
  truth/   истина: persons.csv (чей листок), verdicts.csv (чем он является), moves.csv (все переезды)
  world.json   параметры и итоги
${preset === undefined ? '' : PRESET.ru}
Everything in this folder was made up by "saldo simulate": no slip tells of a living person.
Names are put together from lists; people, moves and errors are drawn from seed ${plan.seed}; likenesses are chance.
  slips/   statistical slips of the offices of ${states}, from ${days[0]} to ${days[1]}
  truth/   what is true: persons.csv (whose slip), verdicts.csv (what it is), moves.csv (every move)
  world.json   parameters and counts
${preset === undefined ? '' : PRESET.en}`;
}

const PRESET = {
  ru: `
Четыре итога двух органов взяты из записки CARIM-East 2013/111. Их разложение по причинам, годы и всё остальное
приняты для примера: объединённое сальдо этого мира не есть оценка настоящего.
`,
  en: `
The four totals of the two offices are those of the CARIM-East note 2013/111. How they split into causes, the years and all
else are assumed for the example: the united balance of this world is no estimate of the real one.
`,
} as const;
