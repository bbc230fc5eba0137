import type { Worded } from './worded.ts';

/** A term of the accounting: a short name for charts and tables, and one sentence that explains it. */
export interface Term {
  name: Worded;
  meaning: Worded;
}

/** Why an office's figure differs from the united count, by the code that `gaps.csv` bears. */
export const CAUSE_WORDS = {
  duplicate: {
    name: { en: 'duplicate slips', ru: 'повторные листки' },
    meaning: {
      en: 'Another slip of the same office reports the same event.',
      ru: 'Другой листок той же службы сообщает о том же событии.',
    },
  },
  repeat_origin: {
    name: { en: 'repeated origin', ru: 'прежнее место вновь' },
    meaning: {
      en: 'Somebody who already lives in the state registers again and names the old origin once more.',
      ru: 'Тот, кто уже живёт в государстве, регистрируется снова и вновь называет прежнее место выезда.',
    },
  },
  short_stay: {
    name: { en: 'short stay', ru: 'краткое пребывание' },
    meaning: {
      en: 'The stay ended with a return before the threshold, so neither way is a move.',
      ru: 'Пребывание закончилось возвращением раньше порога, поэтому ни выезд, ни возвращение не переезд.',
    },
  },
  year_shift: {
    name: { en: 'another year', ru: 'другой год' },
    meaning: {
      en: 'The office reports the move in another year than that of the arrival.',
      ru: 'Служба относит переезд не к тому году, в котором человек прибыл.',
    },
  },
  class_shift: {
    name: { en: 'another class', ru: 'другая группа' },
    meaning: {
      en: 'The office puts the move into another class (sex, age, purpose) than the arrival slip does.',
      ru: 'Служба относит переезд к другой группе (пол, возраст, цель), чем листок прибытия.',
    },
  },
  unconfirmed: {
    name: { en: 'no arrival', ru: 'без прибытия' },
    meaning: {
      en: 'No arrival followed the departure in any state within the lapse.',
      ru: 'За выбытием в срок ожидания не последовало прибытия ни в одном государстве.',
    },
  },
  expired: {
    name: { en: 'expired term', ru: 'истёкший срок' },
    meaning: {
      en: 'The departure was written off because a term of stay ran out, without a move.',
      ru: 'Выбытие записано потому, что истёк срок регистрации; переезда не было.',
    },
  },
  open: {
    name: { en: 'still open', ru: 'срок не истёк' },
    meaning: {
      en: 'The data end before the lapse does: an arrival may still come.',
      ru: 'Данные заканчиваются раньше срока ожидания: прибытие ещё возможно.',
    },
  },
  redirected_away: {
    name: { en: 'arrived elsewhere', ru: 'прибыл не сюда' },
    meaning: {
      en: 'The departure names this destination, but the person arrived in another state.',
      ru: 'Листок выбытия называет это направление, но человек прибыл в другое государство.',
    },
  },
  redirected_here: {
    name: { en: 'was bound elsewhere', ru: 'ехал не сюда' },
    meaning: {
      en: 'The person arrived here, but the departure slip names another destination.',
      ru: 'Человек прибыл сюда, но листок выбытия называет другое направление.',
    },
  },
  origin_differs: {
    name: { en: 'another origin', ru: 'другое место выезда' },
    meaning: {
      en: 'The two slips of one move name different states of origin.',
      ru: 'Два листка одного переезда называют разные государства выезда.',
    },
  },
  no_departure: {
    name: { en: 'no departure slip', ru: 'без листка выбытия' },
    meaning: {
      en: 'The move has an arrival slip, but the state of origin registered no departure.',
      ru: 'Прибытие записано, но в государстве выезда листка выбытия нет.',
    },
  },
  outside: {
    name: { en: 'outside the accounts', ru: 'вне учёта' },
    meaning: {
      en: 'The slips of the other state are not among those loaded.',
      ru: 'Листков другого государства нет среди загруженных.',
    },
  },
  unknown_state: {
    name: { en: 'state unknown', ru: 'государство неизвестно' },
    meaning: {
      en: 'The slip does not name the other state.',
      ru: 'Листок не называет другого государства.',
    },
  },
} as const satisfies Readonly<Record<string, Term>>;
