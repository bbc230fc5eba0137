import type { Language } from '../../../common/language.ts';

/** The texts of the room's reports; what is put in is ready text. */
export interface MirrorWords {
  compareTitle: string;
  fitTitle: string;
  contents: string;
  run: string;
  simulated: string;
  reported: string;
  modelled: string;
  arrivals: string;
  departures: string;
  estimate: string;
  year: string;
  corridor: string;
  office: string;
  side: string;
  factor: string;
  interval: string;
  gap: string;
  index: string;
  indexNote: string;
  unit: string;
  balances: {
    question: string;
    pair: string;
    first: string;
    second: string;
    difference: string;
    byArrivals: string;
    note: string;
  };
  pair(between: string): string;
  pairAnswer(at: {
    first: string;
    second: string;
    a: string;
    b: string;
    difference: string;
    byArrivals: string;
    years: string;
  }): string;
  unanswered: string;
  asymmetry: { question: string; answer(at: { corridor: string; index: string; cells: string }): string; none: string };
  factors: {
    question: string;
    answer(at: { office: string; side: string; factor: string; interval: string }): string;
    note: string;
  };
  flows: {
    question: string;
    answer(at: { corridor: string; year: string; estimate: string; interval: string }): string;
    none: string;
  };
  trust: {
    question: string;
    prediction(at: { rmse: string; without: string; cells: string }): string;
    sampler(at: { divergences: string; rhat: string; ess: string; draws: string }): string;
  };
  figureNote: string;
  more: string;
}

const ENGLISH: MirrorWords = {
  compareTitle: 'Two offices’ figures side by side',
  fitTitle: 'Two offices’ figures reconciled',
  contents: 'Contents',
  run: 'run',
  simulated: 'simulated slips, not real people',
  reported: 'reported',
  modelled: 'modelled',
  arrivals: 'arrivals',
  departures: 'departures',
  estimate: 'estimate',
  year: 'Year',
  corridor: 'Corridor',
  office: 'Office',
  side: 'Side',
  factor: 'Factor',
  interval: '95 % interval',
  gap: 'Arrivals − departures',
  index: 'Asymmetry',
  indexNote: 'Asymmetry: departures less arrivals, by their mean; 0 where both agree, at most 2.',
  unit: 'Persons.',
  balances: {
    question: 'Which state gains, and by whose figures?',
    pair: 'Balance',
    first: 'First state’s office',
    second: 'Second state’s office',
    difference: 'Difference, by corridor',
    byArrivals: 'By place of arrival',
    note: 'Persons, the last year or period with figures; positive where the first state gains. By place of arrival each direction is taken from the office of the state of arrival.',
  },
  pair: between => `How many people moved ${between}?`,
  pairAnswer: at =>
    `In ${at.years} the balance is ${at.a} by ${at.first} and ${at.b} by ${at.second}: ${at.difference}. By place of arrival it is ${at.byArrivals}.`,
  unanswered: 'The offices’ figures do not tell a balance: not all four sides are reported.',
  asymmetry: {
    question: 'Where do the offices differ most?',
    answer: at => `Of ${at.cells} cells with both sides, they differ most ${at.corridor}: asymmetry ${at.index}.`,
    none: 'No cell has both sides.',
  },
  factors: {
    question: 'By what are the offices’ figures to be multiplied?',
    answer: at => `Farthest from 1 are the ${at.side} of ${at.office}: ${at.factor} (${at.interval}).`,
    note: 'Each factor multiplies what the office reported; logarithmic scale. Point: the estimate; line: its 95 % interval.',
  },
  flows: {
    question: 'How many people moved, by both offices together?',
    answer: at => `The largest flow is ${at.corridor}: ${at.estimate} in ${at.year} (95 % interval ${at.interval}).`,
    none: 'The model gives no estimate.',
  },
  trust: {
    question: 'How far can this be trusted?',
    prediction: at =>
      `In ${at.cells} cells left out of the fit, the logarithm of departures to arrivals is missed by ${at.rmse}; without a model by ${at.without}.`,
    sampler: at =>
      `${at.draws} draws: ${at.divergences} diverged, R-hat at most ${at.rhat}, at least ${at.ess} effective samples of any parameter.`,
  },
  figureNote: 'Persons. Thin lines with points: reported; dashed in its band: modelled, with the 95 % interval.',
  more: 'The tables hold all; the report shows the largest.',
};

const RUSSIAN: MirrorWords = {
  compareTitle: 'Данные двух служб рядом',
  fitTitle: 'Согласование данных двух служб',
  contents: 'Содержание',
  run: 'расчёт',
  simulated: 'смоделированные листки, не настоящие люди',
  reported: 'по отчёту',
  modelled: 'по модели',
  arrivals: 'прибытия',
  departures: 'выбытия',
  estimate: 'оценка',
  year: 'Год',
  corridor: 'Направление',
  office: 'Служба',
  side: 'Сторона',
  factor: 'Коэффициент',
  interval: '95%‑ный интервал',
  gap: 'Прибытия − выбытия',
  index: 'Асимметрия',
  indexNote: 'Асимметрия: выбытия минус прибытия, делённые на их среднее; 0 при согласии, не больше 2.',
  unit: 'Человек.',
  balances: {
    question: 'Кто приобретает и по чьим данным?',
    pair: 'Сальдо',
    first: 'Служба первого государства',
    second: 'Служба второго государства',
    difference: 'Расхождение по направлениям',
    byArrivals: 'По месту прибытия',
    note: 'Человек, последний год или период с данными; плюс — приобретает первое государство. По месту прибытия: каждое направление по данным службы государства прибытия.',
  },
  pair: between => `Сколько человек переехало ${between}?`,
  pairAnswer: at =>
    `${at.years}: сальдо ${at.a} (${at.first}) и ${at.b} (${at.second}): ${at.difference}. По месту прибытия — ${at.byArrivals}.`,
  unanswered: 'Сальдо по данным служб не вычислить: известны не все четыре стороны.',
  asymmetry: {
    question: 'Где службы расходятся сильнее всего?',
    answer: at =>
      `Ячеек с обеими сторонами: ${at.cells}; сильнее всего расхождение ${at.corridor}: асимметрия ${at.index}.`,
    none: 'Ячеек с обеими сторонами нет.',
  },
  factors: {
    question: 'На что умножать данные служб?',
    answer: at => `Дальше всего от единицы — ${at.office}, ${at.side}: ${at.factor} (${at.interval}).`,
    note: 'На коэффициент умножаются данные службы; шкала логарифмическая. Точка — оценка, отрезок — 95%‑ный интервал.',
  },
  flows: {
    question: 'Сколько человек переехало по данным обеих служб?',
    answer: at =>
      `Наибольший поток — ${at.corridor}: ${at.estimate} в ${at.year} году (95%‑ный интервал ${at.interval}).`,
    none: 'Модель не даёт оценок.',
  },
  trust: {
    question: 'Насколько этому можно верить?',
    prediction: at =>
      `В ячейках, не участвовавших в подгонке (${at.cells}), логарифм отношения выбытий к прибытиям предсказан с ошибкой ${at.rmse}; без модели — ${at.without}.`,
    sampler: at =>
      `Выборка ${at.draws}: расходящихся траекторий ${at.divergences}, R-hat не больше ${at.rhat}, эффективный объём не меньше ${at.ess}.`,
  },
  figureNote: 'Человек. Тонкие линии с точками — по отчётам; пунктир в полосе — по модели, с 95%‑ным интервалом.',
  more: 'В таблицах есть всё; здесь показано наибольшее.',
};

export function mirrorWords(lang: Language): MirrorWords {
  return lang === 'ru' ? RUSSIAN : ENGLISH;
}
