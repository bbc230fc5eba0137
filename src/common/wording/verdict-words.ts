import type { Term } from './cause-words.ts';

/** What a slip turned out to be, by the code that `verdicts` bears. */
export const VERDICT_WORDS: Readonly<Record<string, Term>> = {
  counted: {
    name: { en: 'counted', ru: 'учтён' },
    meaning: {
      en: 'An arrival that stands for a move of the united count.',
      ru: 'Прибытие, за которым стоит переезд единого учёта.',
    },
  },
  confirmed: {
    name: { en: 'confirmed', ru: 'подтверждён' },
    meaning: {
      en: 'A departure that an arrival in the named state followed within the lapse.',
      ru: 'Выбытие, за которым в срок ожидания последовало прибытие в названное государство.',
    },
  },
  redirected: {
    name: { en: 'redirected', ru: 'изменено направление' },
    meaning: {
      en: 'A departure that an arrival in another state than the named one followed within the lapse.',
      ru: 'Выбытие, за которым в срок ожидания последовало прибытие в другое государство, чем названо.',
    },
  },
  unconfirmed: {
    name: { en: 'unconfirmed', ru: 'не подтверждён' },
    meaning: {
      en: 'A departure that no arrival followed within the lapse.',
      ru: 'Выбытие, за которым в срок ожидания прибытия не последовало.',
    },
  },
  open: {
    name: { en: 'open', ru: 'срок не истёк' },
    meaning: {
      en: 'A departure whose lapse has not run out at the end of the data.',
      ru: 'Выбытие, срок ожидания которого к концу данных не истёк.',
    },
  },
  duplicate: {
    name: { en: 'duplicate', ru: 'повторный' },
    meaning: {
      en: 'Another slip of the same office and kind reports the same event and was registered earlier.',
      ru: 'Другой листок той же службы и того же вида сообщает о том же событии и записан раньше.',
    },
  },
  repeat_origin: {
    name: { en: 'repeated origin', ru: 'прежнее место вновь' },
    meaning: {
      en: 'An arrival of somebody who already lived here and names the old origin again.',
      ru: 'Прибытие того, кто уже жил здесь и вновь назвал прежнее место выезда.',
    },
  },
  short_stay: {
    name: { en: 'short stay', ru: 'краткое пребывание' },
    meaning: {
      en: 'The way out or back of a stay that ended before the threshold.',
      ru: 'Выезд или возвращение при пребывании короче порога.',
    },
  },
  outside: {
    name: { en: 'outside', ru: 'вне учёта' },
    meaning: {
      en: 'The slips of the other state are not among those loaded.',
      ru: 'Листков другого государства нет среди загруженных.',
    },
  },
  internal: {
    name: { en: 'internal', ru: 'внутренний' },
    meaning: {
      en: 'Origin and destination are the same state; kept to see where a person lived.',
      ru: 'Место выезда и место прибытия в одном государстве; нужен, чтобы знать, где человек жил.',
    },
  },
};
