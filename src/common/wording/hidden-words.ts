import type { Language } from '../language.ts';
import { formatCount, formatYears } from './numbers.ts';

export interface RangeAt {
  low: number;
  value: number;
  high: number;
}

/** What stands where files of one's own are dropped. */
interface OwnWords {
  is: string;
  title: string;
  note: string;
  drop: string;
  forms: string;
  back: string;
}

/** Texts on what stays unregistered, for the page and the reports; what is put in is ready text. */
export interface HiddenWords {
  contents: string;
  title: string;
  question(at: { state: string; from: string }): string;
  agree(at: { a: string; b: string; low: string; high: string }): string;
  contradict(at: { a: string; b: string; apart: string }): string;
  alone(at: { name: string; range: string }): string;
  gapAnswer(at: { name: string; years: string; range: string }): string;
  /** Of a state's accounts, in pictures: both censuses as one line. */
  change: string;
  rangesNote: string;
  waterfallNote: string;
  made: string;
  madeAnswer: string;
  assumed: string;
  published: string;
  own: OwnWords;
  /** The pages of this subject. */
  ways: Readonly<Record<'label' | 'balance' | 'censuses' | 'workforce', string>>;
  gap: string;
  period: string;
  method: string;
  methods: Readonly<Record<'accounts' | 'shortage' | 'workforce', string>>;
  persons: string;
  from: string;
  to: string;
  line: string;
  kind: string;
  source: string;
  kinds: Readonly<Record<'reported' | 'linked' | 'modelled', string>>;
  census: {
    title: string;
    question: string;
    answer(at: { years: string; net: string }): string;
    registered(at: { registered: string; unregistered: string }): string;
    sex: string;
    age: string;
    net: string;
    sexes: Readonly<Record<'M' | 'F' | 'T', string>>;
    groups: Readonly<Record<'children' | 'labour' | 'older' | 'all', string>>;
    byAge: string;
    byGroup: string;
    forms: Readonly<Record<string, string>>;
    interval(at: { census: string; mortality: string }): string;
    notes: Readonly<Record<'no_children' | 'no_registered' | 'children_by_ratio', string>>;
    agesNote: string;
    invented: string;
    choose: string;
    table: string;
    tables: Readonly<Record<'by-age' | 'by-cohort' | 'own', string>>;
    method: string;
    methods: Readonly<Record<'auto' | 'survival' | 'totals' | 'cohort' | 'stock' | 'time', string>>;
    censusError: string;
    mortalityError: string;
    refused: string;
    /** Formulas by method, in a sentence each. */
    definitions: Readonly<Record<'totals' | 'survival' | 'cohort', string>>;
    own: OwnWords;
  };
  workforce: {
    title: string;
    question: string;
    answer(at: { range: string; balance: string; official: string }): string;
    published: string;
    madeAnswer: string;
    own: OwnWords;
    steps: Readonly<Record<'without_place' | 'unregistered', string>>;
  };
}

const ENGLISH: HiddenWords = {
  contents: 'Contents',
  title: 'What stays unregistered',
  question: at => `How many people left ${at.state} unregistered?`,
  agree: at => `${at.low} to ${at.high}, where “${at.a}” and “${at.b}” agree.`,
  contradict: at => `“${at.a}” and “${at.b}” contradict each other: ${at.apart} people lie between their ranges.`,
  alone: at => `${at.range}, by “${at.name}” alone.`,
  gapAnswer: at => `${at.name}, ${at.years}: ${at.range}.`,
  change: 'First census less the second',
  rangesNote:
    'Persons. Modelled: point, the figure as given; band, where it may lie by the bounds of its lines; shaded through all, what those compared have in common. Bounds, no probability.',
  waterfallNote:
    'Persons. Solid: reported; pale: modelled or assumed; line under a bar and band: where the level may lie.',
  made: 'How was it made?',
  madeAnswer:
    'Each way of knowing starts from what the offices report and takes off, line by line, what else explains it; the bounds of the lines add up in the worse direction.',
  assumed: 'Assumed',
  published: 'Published figures, and what is assumed of them; nothing here is simulated.',
  own: {
    is: 'Your own balance sheet; the server reads and forgets it.',
    title: 'A balance sheet of your own',
    note: 'A balance sheet names what an office published, with bounds where they are known, and what is to be taken off; it may join an account’s flows.csv or a table of the workforce. Every fault is told with its place.',
    drop: 'Drop a balance sheet here, or choose one',
    forms: 'YAML, with the CSV files that it names',
    back: 'back to the sheet that comes with Saldo',
  },
  ways: {
    label: 'Ways of knowing',
    balance: 'Balance sheet',
    censuses: 'Between censuses',
    workforce: 'Workforce',
  },
  gap: 'Way of knowing',
  period: 'Period',
  method: 'Method',
  methods: {
    accounts: 'births, deaths and migration between two censuses',
    shortage: 'current estimate less census',
    workforce: 'balance of the workforce',
  },
  persons: 'Persons',
  from: 'From',
  to: 'To',
  line: 'Line',
  kind: 'Kind',
  source: 'Source',
  kinds: { reported: 'reported', linked: 'linked', modelled: 'modelled' },
  census: {
    title: 'Net migration between censuses',
    question: 'How many more people came than left?',
    answer: at => `${at.net} in ${at.years}, by what births and deaths leave over of the population’s change.`,
    registered: at => `Registered: ${at.registered}; so ${at.unregistered} without registration.`,
    sex: 'Sex',
    age: 'Age at the later census',
    net: 'Net migration',
    sexes: { M: 'men', F: 'women', T: 'both' },
    groups: { children: 'below 15', labour: '15–59', older: '60 and over', all: 'all ages' },
    byAge: 'At which ages?',
    byGroup: 'Of working age, or with children?',
    forms: {
      vital: 'by births and deaths',
      forward: 'forward',
      reverse: 'reverse',
      average: 'average',
      stock: 'stock',
      time: 'even in time',
      cohort: 'even in the cohort',
    },
    interval: at =>
      `Range: all forms of the method, each census off by up to ${at.census} and mortality by up to ${at.mortality}, in the worse direction. It holds errors of both censuses and of the registers besides migration.`,
    notes: {
      no_children: 'Those born since the first census are left out: no births with their survival are given.',
      no_registered:
        'The table holds no arrivals and departures of all ages: what of it is unregistered cannot be told.',
      children_by_ratio: 'Those born since the first census follow their mothers, by the ratio of children to women.',
    },
    agesNote: 'Persons, modelled. Full point: men, or both; hollow point: women; band: where the figure may lie.',
    invented: 'An invented table that shows the form; its people live nowhere.',
    choose: 'What is counted, and how',
    table: 'Table',
    tables: { 'by-age': 'invented: two censuses by age', 'by-cohort': 'invented: three by cohort', own: 'your own' },
    method: 'Method',
    methods: {
      auto: 'as the table allows',
      survival: 'survival: forward, reverse, average',
      cohort: 'cohort, even in the cohort',
      stock: 'cohort, stock',
      time: 'cohort, even in time',
      totals: 'totals without ages',
    },
    censusError: 'Each census off by up to',
    mortalityError: 'Mortality off by up to',
    refused: 'This table does not tell that by this method.',
    definitions: {
      totals: 'Totals: net = (P1 − P0) − (B − D), the change of the population less births and deaths.',
      survival:
        'Survival, S being the share alive at the second census: forward P1 − S × P0, those who came and are alive; reverse P1 / S − P0, the same people before any had died; average, their mean. United Nations, Manual VI, 1970.',
      cohort:
        'Cohort, one age group’s width at a time: stock P1 − S × P0; even in time spreads it over the years of the step, even in the cohort over the ages it goes through. As in the United Nations’ World Population Prospects.',
    },
    own: {
      is: 'Your own censuses; the server reads and forgets them.',
      title: 'Censuses of your own',
      note: 'One row for each census, sex and age: year, sex, age, population; survival or survival_step in the rows of the first census; births, deaths, arrivals, departures where they are known. Without ages totals are enough. Every fault is told with its place.',
      drop: 'Drop a table of censuses here, or choose one',
      forms: 'CSV',
      back: 'back to the invented table',
    },
  },
  workforce: {
    title: 'What the workforce balance leaves over',
    question: 'How many people work abroad unregistered?',
    answer: at => `${at.range}: resources less uses leave ${at.balance}, of whom ${at.official} are official.`,
    published: 'Published figures of Belarus, 2012, and what is assumed of them; nothing here is simulated.',
    madeAnswer:
      'Not registered = (resources − uses) − official labour migration, a number of people at one time. Whoever is neither at work, studying nor registered as unemployed is taken to work abroad; whom that does not hold for stands as a use, with bounds. The bounds of the lines add up in the worse direction. CARIM-East note 2013/111.',
    own: {
      is: 'Your own balance; the server reads and forgets it.',
      title: 'A workforce balance of your own',
      note: 'One row for each line: item, side (resource, use or official), value; low, high, kind, source, item_ru where there are any. Every fault is told with its place.',
      drop: 'Drop a balance here, or choose one',
      forms: 'CSV',
      back: 'back to the balance of 2012',
    },
    steps: { without_place: 'Resources less uses', unregistered: 'Not registered' },
  },
};

const RUSSIAN: HiddenWords = {
  contents: 'Содержание',
  title: 'Что осталось неучтённым',
  question: at => `Сколько человек выехало ${at.from} без учёта?`,
  agree: at => `От ${at.low} до ${at.high} человек: здесь сходятся «${at.a}» и «${at.b}».`,
  contradict: at => `«${at.a}» и «${at.b}» противоречат друг другу: между их границами ${at.apart} человек.`,
  alone: at => `${at.range}, только по источнику «${at.name}».`,
  gapAnswer: at => `${at.name}, ${at.years}: ${at.range}.`,
  change: 'Первая перепись минус вторая',
  rangesNote:
    'Человек. По модели: точка — исходная величина, полоса — где она может лежать по границам слагаемых, заливка насквозь — общая часть сравниваемых. Это границы, а не вероятности.',
  waterfallNote:
    'Человек. Плотный цвет — по отчёту, бледный — по модели или допущению; линия под столбцом и полоса — где может лежать уровень.',
  made: 'Как это получено?',
  madeAnswer:
    'Каждый способ исходит из данных служб и строка за строкой вычитает то, что объясняет разрыв иначе; границы строк складываются в худшую сторону.',
  assumed: 'Допущения',
  published: 'Опубликованные числа и допущения о них; имитации здесь нет.',
  own: {
    is: 'Ваш балансовый лист; сервер прочёл его и забыл.',
    title: 'Ваш балансовый лист',
    note: 'В листе названо, что опубликовала служба, с границами, где они известны, и что следует вычесть; к нему присоединяются flows.csv учёта или таблица трудовых ресурсов. О каждой ошибке сказано, где она.',
    drop: 'Перетащите лист сюда или выберите файл',
    forms: 'YAML и файлы CSV, которые в нём названы',
    back: 'назад к листу из поставки',
  },
  ways: {
    label: 'Способы узнать',
    balance: 'Балансовый лист',
    censuses: 'Между переписями',
    workforce: 'Трудовые ресурсы',
  },
  gap: 'Способ',
  period: 'Период',
  method: 'Метод',
  methods: {
    accounts: 'рождения, смерти и миграция между двумя переписями',
    shortage: 'текущая оценка минус перепись',
    workforce: 'баланс трудовых ресурсов',
  },
  persons: 'Человек',
  from: 'От',
  to: 'До',
  line: 'Строка',
  kind: 'Вид числа',
  source: 'Источник',
  kinds: { reported: 'по отчёту', linked: 'по листкам', modelled: 'по модели' },
  census: {
    title: 'Сальдо миграции между переписями',
    question: 'На сколько больше приехало, чем уехало?',
    answer: at => `${at.net} за ${at.years} гг.: остаток изменения населения за вычетом рождений и смертей.`,
    registered: at => `Учтено: ${at.registered}; значит, без учёта ${at.unregistered}.`,
    sex: 'Пол',
    age: 'Возраст при второй переписи',
    net: 'Сальдо миграции',
    sexes: { M: 'мужчины', F: 'женщины', T: 'оба пола' },
    groups: { children: 'до 15 лет', labour: '15–59 лет', older: '60 лет и старше', all: 'все возрасты' },
    byAge: 'В каких возрастах?',
    byGroup: 'Трудоспособные или семьи с детьми?',
    forms: {
      vital: 'по рождениям и смертям',
      forward: 'передвижка вперёд',
      reverse: 'передвижка назад',
      average: 'среднее',
      stock: 'по численности',
      time: 'равномерно во времени',
      cohort: 'равномерно в поколении',
    },
    interval: at =>
      `Границы: все формы метода при ошибке каждой переписи до ${at.census} и смертности до ${at.mortality} в худшую сторону. Кроме миграции, в остатке ошибки обеих переписей и учёта.`,
    notes: {
      no_children: 'Родившиеся после первой переписи не вошли: нет чисел рождений с их дожитием.',
      no_registered: 'В таблице нет прибывших и выбывших всех возрастов: какая часть сальдо не учтена, сказать нельзя.',
      children_by_ratio:
        'Родившиеся после первой переписи следуют за матерями по отношению числа детей к числу женщин.',
    },
    agesNote:
      'Человек, по модели. Закрашенная точка — мужчины или оба пола, пустая — женщины; полоса — возможные значения.',
    invented: 'Вымышленная таблица, показывающая форму; таких людей нет.',
    choose: 'Что и как считать',
    table: 'Таблица',
    tables: {
      'by-age': 'вымышленная: две переписи по возрасту',
      'by-cohort': 'вымышленная: три, по поколениям',
      own: 'ваша',
    },
    method: 'Метод',
    methods: {
      auto: 'какой позволяет таблица',
      survival: 'передвижка: вперёд, назад, среднее',
      cohort: 'по поколениям, равномерно в поколении',
      stock: 'по поколениям, по численности',
      time: 'по поколениям, равномерно во времени',
      totals: 'итоги без возрастов',
    },
    censusError: 'Ошибка каждой переписи до',
    mortalityError: 'Ошибка смертности до',
    refused: 'Этим методом таблица ответа не даёт.',
    definitions: {
      totals: 'Итоги: сальдо = (P1 − P0) − (B − D), изменение численности минус естественный прирост.',
      survival:
        'Передвижка, S — доля доживших до второй переписи: вперёд P1 − S × P0, приехавшие и живые; назад P1 / S − P0, они же до всех смертей; среднее — их полусумма. ООН, Manual VI, 1970.',
      cohort:
        'По поколениям, шагом в ширину возрастной группы: по численности P1 − S × P0; равномерно во времени — по годам шага, равномерно в поколении — по возрастам, которые оно проходит. Так считает ООН в World Population Prospects.',
    },
    own: {
      is: 'Ваши переписи; сервер прочёл их и забыл.',
      title: 'Ваши переписи',
      note: 'Строка на каждую перепись, пол и возраст: year, sex, age, population; в строках первой переписи survival или survival_step; births, deaths, arrivals, departures, где они известны. Без возрастов довольно итогов. О каждой ошибке сказано, где она.',
      drop: 'Перетащите таблицу переписей сюда или выберите файл',
      forms: 'CSV',
      back: 'назад к вымышленной таблице',
    },
  },
  workforce: {
    title: 'Остаток баланса трудовых ресурсов',
    question: 'Сколько человек работает за границей без учёта?',
    answer: at => `${at.range}: ресурсы минус использование дают ${at.balance}, из них официально ${at.official}.`,
    published: 'Опубликованные числа Беларуси за 2012 год и допущения о них; имитации здесь нет.',
    madeAnswer:
      'Без учёта = (ресурсы − использование) − официальная трудовая миграция, человек на один момент. Кто не занят, не учится и не зарегистрирован безработным, считается работающим за границей; для кого это неверно, тот стоит в использовании, с границами. Границы строк складываются в худшую сторону. Записка CARIM-East 2013/111.',
    own: {
      is: 'Ваш баланс; сервер прочёл его и забыл.',
      title: 'Ваш баланс трудовых ресурсов',
      note: 'Строка на каждую статью: item, side (resource, use или official), value; где есть — low, high, kind, source, item_ru. О каждой ошибке сказано, где она.',
      drop: 'Перетащите баланс сюда или выберите файл',
      forms: 'CSV',
      back: 'назад к балансу 2012 года',
    },
    steps: { without_place: 'Ресурсы минус использование', unregistered: 'Без учёта' },
  },
};

export function hiddenWords(lang: Language): HiddenWords {
  return lang === 'ru' ? RUSSIAN : ENGLISH;
}

/** `158 000 (110 000–158 500)`. */
export function rangeWords({ low, value, high }: RangeAt, format: (value: number) => string = formatCount): string {
  return low === high ? format(value) : `${format(value)} (${format(low)}…${format(high)})`;
}

interface GapAt {
  id: string;
  name: Readonly<Record<Language, string>>;
  unregistered: RangeAt;
}

/** The first sentence on a balance sheet. */
export function balanceAnswerWords(
  {
    gaps,
    compared,
    comparisons,
    common,
  }: {
    gaps: readonly GapAt[];
    compared: readonly string[];
    comparisons: readonly { a: string; b: string; apart: number; overlap: unknown }[];
    common: { low: number; high: number } | null;
  },
  lang: Language,
): string {
  const words = hiddenWords(lang);
  const nameOf = (id: string) => gaps.find(gap => gap.id === id)?.name[lang] ?? id;
  const [first] = gaps.filter(({ id }) => compared.includes(id));
  const worst = comparisons.find(({ overlap }) => overlap === null);
  if (worst !== undefined)
    return words.contradict({ a: nameOf(worst.a), b: nameOf(worst.b), apart: formatCount(worst.apart) });
  if (comparisons.length === 0 || common === null)
    return first === undefined ? '' : words.alone({ name: first.name[lang], range: rangeWords(first.unregistered) });
  const names = compared.map(nameOf);
  return words.agree({
    a: names.slice(0, -1).join(', '),
    b: names.at(-1) ?? '',
    low: formatCount(common.low),
    high: formatCount(common.high),
  });
}

/** One gap in a sentence. */
export function gapAnswerWords(gap: GapAt & { firstYear: number; year: number }, lang: Language): string {
  return hiddenWords(lang).gapAnswer({
    name: gap.name[lang],
    years: formatYears(gap.firstYear, gap.year),
    range: rangeWords(gap.unregistered),
  });
}
