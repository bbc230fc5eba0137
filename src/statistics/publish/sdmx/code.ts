import type { Worded } from '../../../common/wording/worded.ts';

export interface Code {
  readonly id: string;
  readonly name: Worded;
  readonly description?: Worded;
}

/** A code with its name in both languages. */
export function code(id: string, en: string, ru: string): Code {
  return { id, name: { en, ru } };
}

/** All values of a dimension together. */
export const TOTAL = code('_T', 'Total', 'Всего');
/** The value is not known. */
export const UNKNOWN = code('_U', 'Unknown', 'Неизвестно');
/** Stands as reporter of what no single office reports. */
export const JOINT = code('_J', 'United account of all offices', 'Единый учёт всех служб');
