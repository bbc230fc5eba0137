import type { Language } from '../language.ts';
import type { Worded } from './worded.ts';

/** Subjects of acts, by their words in the register. */
const SUBJECTS: Readonly<Record<string, Worded>> = {
  citizenship: { ru: 'гражданство', en: 'citizenship' },
  'civil-rights': { ru: 'гражданские права', en: 'civil rights' },
  control: { ru: 'противодействие незаконной миграции', en: 'control of illegal migration' },
  education: { ru: 'образование', en: 'education' },
  entry: { ru: 'въезд', en: 'entry' },
  institutions: { ru: 'органы сотрудничества', en: 'institutions' },
  movement: { ru: 'свобода передвижения', en: 'free movement' },
  pension: { ru: 'пенсии', en: 'pensions' },
  readmission: { ru: 'реадмиссия', en: 'readmission' },
  recognition: { ru: 'признание документов об образовании', en: 'recognition of education' },
  recruitment: { ru: 'организованный набор', en: 'organised recruitment' },
  residence: { ru: 'постоянное проживание', en: 'permanent residence' },
  'social-security': { ru: 'социальное обеспечение', en: 'social security' },
  stay: { ru: 'пребывание', en: 'stay' },
  work: { ru: 'труд', en: 'work' },
};

/** The subject in words; its word in the register where it is none of ours. */
export function subjectName(subject: string, lang: Language): string {
  return SUBJECTS[subject]?.[lang] ?? subject;
}
