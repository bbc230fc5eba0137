import type { Right } from '../register/act.ts';
import type { Status } from './answer.ts';

type Both = Readonly<Record<'ru' | 'en', string>>;

export const RIGHT_WORDS: Readonly<Record<Right, Both>> = {
  'visa-free-entry': { ru: 'въезд без визы', en: 'entry without a visa' },
  'stay-without-registration': { ru: 'пребывание без регистрации', en: 'stay without registration' },
  'work-without-permit': { ru: 'работа без разрешения', en: 'work without a permit' },
  'equal-pay': { ru: 'равная оплата и условия труда', en: 'equal pay and conditions of work' },
  education: { ru: 'учёба наравне с гражданами', en: 'education as for nationals' },
  'recognition-of-education': { ru: 'признание документов об образовании', en: 'recognition of education documents' },
  property: { ru: 'имущественные права наравне с гражданами', en: 'property rights as for nationals' },
  'social-security': { ru: 'социальное обеспечение', en: 'social security' },
  'medical-care': { ru: 'медицинская помощь', en: 'medical care' },
  pension: { ru: 'пенсия с учётом стажа в обоих государствах', en: 'pension that counts service in both states' },
  'local-elections': { ru: 'голос на местных выборах', en: 'vote in local elections' },
  'national-elections': { ru: 'голос на общегосударственных выборах', en: 'vote in national elections' },
  'public-office': { ru: 'государственная служба', en: 'public office' },
};

export const STATUS_WORDS: Readonly<Record<Status, Both>> = {
  yes: { ru: 'да', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
  'national-law': { ru: 'решает закон страны', en: 'the host’s own law decides' },
  unknown: { ru: 'неизвестно', en: 'unknown' },
  disputed: { ru: 'источники расходятся', en: 'disputed' },
};
