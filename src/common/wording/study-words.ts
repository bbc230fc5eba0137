import type { Language } from '../language.ts';

export type SeriesWord = 'own_office' | 'other_offices' | 'arrival_place' | 'united' | 'estimate';
export type EducationWord = 'none' | 'basic' | 'secondary' | 'higher' | 'unknown';

/** What stands where files of one's own are dropped. */
interface OwnWords {
  is: string;
  title: string;
  note: string;
  drop: string;
  forms: string;
  back: string;
}

export interface PlanAt {
  state: string;
  ofState: string;
  balance: string;
  years: string;
}

/** Texts on targets and indicators, for the page and the reports; what is put in is ready text. */
export interface StudyWords {
  targets: {
    title: string;
    /** Of a plan all of whose years are known. */
    question(at: PlanAt): string;
    /** Of one with years to come, or without figures. */
    openQuestion(at: PlanAt): string;
    reached(at: { series: string; total: string }): string;
    missed(at: { series: string; total: string; lacking: string }): string;
    open(at: { series: string; total: string; needed: string; left: string }): string;
    chance(chance: string): string;
    plan: string;
    chartNote: string;
    series: Readonly<Record<SeriesWord, string>>;
    /** Beside the ends of lines, where room is short. */
    shortSeries: Readonly<Record<SeriesWord, string>>;
    by: string;
    total: string;
    gap: string;
    pace: string;
    needed: string;
    probability: string;
    outlook: string;
    planned: string;
    cumulative: string;
    balance: string;
    yearly: string;
    made: string;
    madeAnswer: string;
    none: string;
    published: string;
    own: OwnWords;
  };
  indicators: {
    title: string;
    flows: string;
    flowsAnswer(at: { state: string; year: string; net: string; effectiveness: string }): string;
    system: string;
    systemAnswer(at: { year: string; effectiveness: string; moves: string }): string;
    state: string;
    arrivals: string;
    departures: string;
    net: string;
    turnover: string;
    netRate: string;
    turnoverRate: string;
    effectiveness: string;
    intensity: string;
    netMigrationRate: string;
    moves: string;
    views: Readonly<Record<'own_office' | 'arrival_place', string>>;
    definitions: string;
    /** One by one, with formulas; the name stands before each. */
    defined: readonly (readonly [term: string, meaning: string])[];
    partners: string;
    none: string;
    choose: string;
    table: string;
    view: string;
    noRates: string;
    chartNote: string;
    published: string;
    invented: string;
    own: OwnWords;
  };
  age: {
    own: OwnWords;
    made: string;
    title: string;
    question: string;
    answer(at: { peak: string; r2: string }): string;
    flat(r2: string): string;
    age: string;
    observed: string;
    fitted: string;
    parameter: string;
    notIdentified: string;
    trust: string;
    trustAnswer(at: { agreed: string; starts: string }): string;
    untold(names: string): string;
    note: string;
  };
  skills: {
    own: OwnWords;
    chartNote: string;
    title: string;
    question: string;
    answer(at: { level: string; net: string }): string;
    nonTarget: string;
    nonTargetAnswer(at: { arrivals: string; departures: string }): string;
    definition: string;
    levels: Readonly<Record<EducationWord, string>>;
    level: string;
    shareIn: string;
    shareOut: string;
  };
  contents: string;
  year: string;
  from: string;
  to: string;
  source: string;
  kind: string;
  interval: string;
  kinds: Readonly<Record<'reported' | 'linked' | 'modelled', string>>;
}

const ENGLISH: StudyWords = {
  targets: {
    title: 'The plan and what happened',
    question: at => `Did ${at.state} gain the ${at.balance} people planned for ${at.years}?`,
    openQuestion: at => `How close is ${at.state} to the ${at.balance} people planned for ${at.years}?`,
    reached: at => `Yes by ${at.series}: ${at.total}.`,
    missed: at => `No by ${at.series}: ${at.total}, ${at.lacking} short.`,
    open: at => `Open by ${at.series}: ${at.total} so far; each of the years left (${at.left}) needs ${at.needed}.`,
    chance: chance => `Chance of reaching the plan: ${chance}.`,
    plan: 'plan',
    chartNote:
      'Persons, added up from the first year of the plan. Straight line: the plan. Thin with points: reported; solid: linked; dashed in its band: modelled.',
    series: {
      own_office: 'the state’s own office',
      other_offices: 'the partners’ offices',
      arrival_place: 'place of arrival',
      united: 'linked moves',
      estimate: 'the estimate',
    },
    shortSeries: {
      own_office: 'own office',
      other_offices: 'partners’ offices',
      arrival_place: 'by arrivals',
      united: 'linked',
      estimate: 'estimate',
    },
    by: 'By',
    total: 'Total',
    gap: 'Less plan',
    pace: 'A year',
    needed: 'Needed a year',
    probability: 'Chance',
    outlook: 'If the pace stays',
    planned: 'Plan so far',
    cumulative: 'Added up',
    balance: 'Net migration',
    yearly: 'Year by year',
    made: 'How was it made?',
    madeAnswer:
      'The chance comes from the 95 % intervals of the years: the first figure if their errors are independent or the same, whichever is lower, the second the higher. Years to come follow the mean of the known ones by Student’s t; three known years are the fewest. Figures without an interval have no chance once all years are known.',
    none: 'No figure lies in the years of the plan.',
    published: 'Published figures, and an estimate from them; nothing here is simulated.',
    own: {
      is: 'Your own plan; the server reads and forgets it.',
      title: 'A plan of your own',
      note: 'A plan names state, years and planned net migration; beside it go the figures year by year, tables of two offices, or an account’s or a model’s flows.csv. Every fault is told with its place.',
      drop: 'Drop a plan and its figures here, or choose them',
      forms: 'YAML, and CSV with year, by, value; flows as CSV, xlsx or .gz',
      back: 'back to the plan that comes with Saldo',
    },
  },
  indicators: {
    title: 'Indicators of migration',
    flows: 'Which states gain, and how one-sidedly?',
    flowsAnswer: at => `${at.state} in ${at.year}: net migration ${at.net}, effectiveness ${at.effectiveness}.`,
    system: 'How much do people move, and how evenly?',
    systemAnswer: at => `${at.moves} moves in ${at.year}; effectiveness ${at.effectiveness} of 100.`,
    state: 'State',
    arrivals: 'Arrivals',
    departures: 'Departures',
    net: 'Net',
    turnover: 'Turnover',
    netRate: 'Net, per 1000',
    turnoverRate: 'Turnover, per 1000',
    effectiveness: 'Effectiveness',
    intensity: 'Intensity, %',
    netMigrationRate: 'Net rate, %',
    moves: 'Moves',
    views: { own_office: 'by each state’s own office', arrival_place: 'by place of arrival' },
    definitions:
      'Turnover: arrivals and departures together. Effectiveness: 100 × net / turnover, of all states 100 × Σ|net| / Σ turnover. Intensity: moves per 100 people. Net rate of all: half of Σ|net| per 100 people.',
    partners: 'Partners known',
    none: 'Of no state are flows known both ways in a year.',
    defined: [
      ['Net migration', 'N = I − O: arrivals less departures, persons.'],
      ['Turnover', 'T = I + O: arrivals and departures together, persons.'],
      ['Net rate, turnover rate', '1000 N / P and 1000 T / P, P being the population of the middle of the year.'],
      ['Effectiveness', '100 N / T, from −100 (all leave) to 100 (all come); of all states 100 Σ|N| / ΣT.'],
      ['Intensity', '100 × moves / P of all states: moves per hundred people. Moves are half of ΣT.'],
      ['Net rate of all', '50 Σ|N| / P: how many of a hundred people the exchange redistributes.'],
    ],
    choose: 'Which figures',
    table: 'Table',
    view: 'Counted',
    noRates: 'Rates need populations: send a table of state, year, population with your own.',
    chartNote: 'Effectiveness, −100 to 100. Reported by offices; partners count whose flows are known both ways.',
    published: 'Figures that offices published; nothing here is simulated.',
    invented: 'Invented figures that show the form; those people live nowhere.',
    own: {
      is: 'Your own tables; the server reads and forgets them.',
      title: 'Flows of your own',
      note: 'Tables of two offices as the page “Compare” takes them; with them, for rates, a CSV of state, year, population. Every fault is told with its place.',
      drop: 'Drop tables here, or choose them',
      forms: 'CSV, xlsx, SDMX-CSV, JSON-stat, PX',
      back: 'back to the published table',
    },
  },
  age: {
    own: {
      is: 'Your own profile; the server reads and forgets it.',
      title: 'An age profile of your own',
      note: 'CSV with age (7, 5-9, 80+) and migrants, and population in every row where rates are meant. The open age group is left out. Ten ages are the fewest.',
      drop: 'Drop an age profile here, or choose one',
      forms: 'CSV',
      back: 'back to the invented profile',
    },
    made: 'm(x) = a1 exp(−α1 x) + a2 exp(−α2 (x − μ2) − exp(−λ2 (x − μ2))) + c: children who go with their parents, the peak of labour ages, a level for all ages. Least squares from 16 starts. Rogers and Castro, Model Migration Schedules, 1981.',
    title: 'Age profile of migrants',
    question: 'At which age do people move?',
    answer: at => `Most at ${at.peak}, by the model of Rogers and Castro (R² ${at.r2}).`,
    flat: r2 =>
      `The profile tells no age at which most move; the model of Rogers and Castro does not fit it (R² ${r2}).`,
    age: 'Age',
    observed: 'Observed',
    fitted: 'Model',
    parameter: 'Parameter',
    notIdentified: 'not told by the profile',
    trust: 'How far can this be trusted?',
    trustAnswer: at => `${at.agreed} of ${at.starts} starts came to this fit.`,
    untold: names => `The profile does not tell ${names}: other values fit as well, and none of them means anything.`,
    note: 'Share or rate a year of age. Points: observed; dashed in its band: modelled, with the 95 % interval.',
  },
  skills: {
    own: {
      is: 'Your own table; the server reads and forgets it.',
      title: 'Education of your own migrants',
      note: 'CSV with direction (in, out), education (none, basic, secondary, higher, unknown), age (7, 5-9, 80+) and persons.',
      drop: 'Drop a table here, or choose one',
      forms: 'CSV',
      back: 'back to the invented table',
    },
    chartNote: 'Shares of those whose education is known, reported. Above: arrivals; below: departures.',
    title: 'Exchange of skills',
    question: 'With which education do people come and leave?',
    answer: at => `The largest balance: ${at.level}, ${at.net}.`,
    nonTarget: 'How many are non-target migrants?',
    nonTargetAnswer: at => `${at.arrivals} of arrivals and ${at.departures} of departures.`,
    definition:
      'Non-target: older than 40 and without secondary or higher education. Bounds: age groups on both sides of 40, and unknown education, count not at all or wholly.',
    levels: { none: 'none', basic: 'basic', secondary: 'secondary', higher: 'higher', unknown: 'unknown' },
    level: 'Education',
    shareIn: 'Of arrivals',
    shareOut: 'Of departures',
  },
  contents: 'Contents',
  year: 'Year',
  from: 'From',
  to: 'To',
  source: 'Source',
  kind: 'Kind',
  interval: '95 % interval',
  kinds: { reported: 'reported', linked: 'linked', modelled: 'modelled' },
};

const RUSSIAN: StudyWords = {
  targets: {
    title: 'План и факт',
    question: at => `Выполнен ли план ${at.ofState}: миграционный прирост ${at.balance} человек за ${at.years} годы?`,
    openQuestion: at =>
      `Насколько выполнен план ${at.ofState}: миграционный прирост ${at.balance} человек за ${at.years} годы?`,
    reached: at => `Да, ${at.series}: ${at.total}.`,
    missed: at => `Нет, ${at.series}: ${at.total}, не хватает ${at.lacking}.`,
    open: at =>
      `Пока неизвестно, ${at.series}: набрано ${at.total}; на каждый из оставшихся лет (${at.left}) нужно ${at.needed}.`,
    chance: chance => `Вероятность выполнения плана: ${chance}.`,
    plan: 'план',
    chartNote:
      'Человек, нарастающим итогом с первого года плана. Прямая — план. Тонкая с точками — по отчёту, сплошная — по листкам, пунктир в полосе — по модели.',
    series: {
      own_office: 'по данным своей службы',
      other_offices: 'по данным служб партнёров',
      arrival_place: 'по месту прибытия',
      united: 'по связанным листкам',
      estimate: 'по оценке',
    },
    shortSeries: {
      own_office: 'своя служба',
      other_offices: 'партнёры',
      arrival_place: 'по прибытию',
      united: 'по листкам',
      estimate: 'оценка',
    },
    by: 'По чьим данным',
    total: 'Итого',
    gap: 'Минус план',
    pace: 'В год',
    needed: 'Нужно в год',
    probability: 'Вероятность',
    outlook: 'Если темп сохранится',
    planned: 'План нарастающим итогом',
    cumulative: 'Нарастающим итогом',
    balance: 'Миграционный прирост',
    yearly: 'По годам',
    made: 'Как это получено?',
    madeAnswer:
      'Вероятность следует из 95%-ных интервалов по годам: меньшее и большее из двух чисел — при независимых ошибках лет и при одной и той же ошибке. Будущие годы следуют среднему известных по распределению Стьюдента; нужно не меньше трёх известных лет. У чисел без интервала вероятности нет, когда известны все годы.',
    none: 'Ни одного числа за годы плана.',
    published: 'Опубликованные числа и оценка по ним; имитации здесь нет.',
    own: {
      is: 'Ваш план; сервер прочёл его и забыл.',
      title: 'Ваш план',
      note: 'В плане названы государство, годы и плановый прирост; рядом — числа по годам, таблицы двух служб или flows.csv учёта либо модели. О каждой ошибке сказано, где она.',
      drop: 'Перетащите сюда план и числа или выберите файлы',
      forms: 'YAML и CSV со столбцами year, by, value; потоки — CSV, xlsx или .gz',
      back: 'назад к плану из поставки',
    },
  },
  indicators: {
    title: 'Показатели миграции',
    flows: 'Где приезжает больше, чем уезжает, и насколько односторонен обмен?',
    flowsAnswer: at => `${at.state}, ${at.year}: сальдо ${at.net}, результативность ${at.effectiveness}.`,
    system: 'Как много и как равномерно переезжают?',
    systemAnswer: at => `Переездов в ${at.year} году: ${at.moves}; результативность ${at.effectiveness} из 100.`,
    state: 'Государство',
    arrivals: 'Прибытия',
    departures: 'Выбытия',
    net: 'Сальдо',
    turnover: 'Оборот',
    netRate: 'Сальдо, на 1000',
    turnoverRate: 'Оборот, на 1000',
    effectiveness: 'Результативность',
    intensity: 'Интенсивность, %',
    netMigrationRate: 'Коэффициент сальдо, %',
    moves: 'Переезды',
    views: { own_office: 'по данным своей службы', arrival_place: 'по месту прибытия' },
    definitions:
      'Оборот — прибытия и выбытия вместе. Результативность — 100 × сальдо / оборот, всех государств — 100 × Σ|сальдо| / Σ оборот. Интенсивность — переезды на 100 жителей. Коэффициент сальдо всех — половина Σ|сальдо| на 100 жителей.',
    partners: 'Известно партнёров',
    none: 'Ни у одного государства потоки за год не известны в обе стороны.',
    defined: [
      ['Сальдо', 'N = I − O: прибытия минус выбытия, человек.'],
      ['Оборот', 'T = I + O: прибытия и выбытия вместе, человек.'],
      ['Сальдо и оборот на 1000', '1000 N / P и 1000 T / P, где P — население на середину года.'],
      ['Результативность', '100 N / T, от −100 (все уезжают) до 100 (все приезжают); всех государств — 100 Σ|N| / ΣT.'],
      ['Интенсивность', '100 × переезды / P всех государств: переездов на сто жителей. Переезды — половина ΣT.'],
      ['Коэффициент сальдо всех', '50 Σ|N| / P: сколько человек из ста перераспределяет обмен.'],
    ],
    choose: 'Какие числа',
    table: 'Таблица',
    view: 'Считать',
    noRates:
      'Для коэффициентов нужно население: пришлите со своими таблицами ещё одну со столбцами state, year, population.',
    chartNote:
      'Результативность, от −100 до 100. По отчётам служб; в счёт идут партнёры, потоки с которыми известны в обе стороны.',
    published: 'Числа, опубликованные службами; имитации здесь нет.',
    invented: 'Вымышленные числа, показывающие форму; таких людей нет.',
    own: {
      is: 'Ваши таблицы; сервер прочёл их и забыл.',
      title: 'Ваши потоки',
      note: 'Таблицы двух служб в том виде, в каком их берёт страница «Сравнение»; для коэффициентов — ещё CSV со столбцами state, year, population. О каждой ошибке сказано, где она.',
      drop: 'Перетащите таблицы сюда или выберите файлы',
      forms: 'CSV, xlsx, SDMX-CSV, JSON-stat, PX',
      back: 'назад к опубликованной таблице',
    },
  },
  age: {
    own: {
      is: 'Ваш профиль; сервер прочёл его и забыл.',
      title: 'Ваш возрастной профиль',
      note: 'CSV со столбцами age (7, 5-9, 80+) и migrants; если нужны коэффициенты — population в каждой строке. Открытая группа не входит. Возрастов нужно не меньше десяти.',
      drop: 'Перетащите профиль сюда или выберите файл',
      forms: 'CSV',
      back: 'назад к вымышленному профилю',
    },
    made: 'm(x) = a1 exp(−α1 x) + a2 exp(−α2 (x − μ2) − exp(−λ2 (x − μ2))) + c: дети, едущие с родителями, пик трудоспособных возрастов, уровень для всех возрастов. Наименьшие квадраты из 16 начальных точек. Роджерс и Кастро, Model Migration Schedules, 1981.',
    title: 'Возрастной профиль мигрантов',
    question: 'В каком возрасте переезжают?',
    answer: at => `Чаще всего в ${at.peak}, по модели Роджерса и Кастро (R² ${at.r2}).`,
    flat: r2 =>
      `Возраст, в котором переезжают чаще, профиль не определяет: модель Роджерса и Кастро к нему не подходит (R² ${r2}).`,
    age: 'Возраст',
    observed: 'Наблюдалось',
    fitted: 'Модель',
    parameter: 'Параметр',
    notIdentified: 'профиль не определяет',
    trust: 'Насколько этому можно верить?',
    trustAnswer: at => `К этому решению пришли из ${at.agreed} начальных точек из ${at.starts}.`,
    untold: names => `Профиль не определяет ${names}: другие значения подходят не хуже, и ни одно ничего не значит.`,
    note: 'Доля или коэффициент на год возраста. Точки — наблюдения; пунктир в полосе — по модели, с 95%-ным интервалом.',
  },
  skills: {
    own: {
      is: 'Ваша таблица; сервер прочёл её и забыл.',
      title: 'Образование ваших мигрантов',
      note: 'CSV со столбцами direction (in, out), education (none, basic, secondary, higher, unknown), age (7, 5-9, 80+) и persons.',
      drop: 'Перетащите таблицу сюда или выберите файл',
      forms: 'CSV',
      back: 'назад к вымышленной таблице',
    },
    chartNote: 'Доли среди тех, чьё образование известно, по отчёту. Сверху прибывшие, снизу выбывшие.',
    title: 'Обмен квалификацией',
    question: 'С каким образованием приезжают и уезжают?',
    answer: at => `Наибольшее по величине сальдо: ${at.level}, ${at.net}.`,
    nonTarget: 'Сколько нецелевых мигрантов?',
    nonTargetAnswer: at => `Среди прибывших ${at.arrivals}, среди выбывших ${at.departures}.`,
    definition:
      'Нецелевые: старше 40 лет и без среднего или высшего образования. Границы: группы по обе стороны от 40 лет и неизвестное образование не считаются вовсе или считаются целиком.',
    levels: {
      none: 'без образования',
      basic: 'основное',
      secondary: 'среднее',
      higher: 'высшее',
      unknown: 'неизвестно',
    },
    level: 'Образование',
    shareIn: 'Среди прибывших',
    shareOut: 'Среди выбывших',
  },
  contents: 'Содержание',
  year: 'Год',
  from: 'От',
  to: 'До',
  source: 'Источник',
  kind: 'Вид числа',
  interval: '95%-ный интервал',
  kinds: { reported: 'по отчёту', linked: 'по листкам', modelled: 'по модели' },
};

export function studyWords(lang: Language): StudyWords {
  return lang === 'ru' ? RUSSIAN : ENGLISH;
}
