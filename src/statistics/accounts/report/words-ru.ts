import { counted } from '../../../common/wording/plural.ts';
import type { ReportWords } from './report-words.ts';

const FILE = { one: 'файл', few: 'файла', many: 'файлов' };
const MOVE = { one: 'переезд', few: 'переезда', many: 'переездов' };
const MONTH = { one: 'месяц', few: 'месяца', many: 'месяцев' };
const MORE_PAIRS = { one: 'пара служб', few: 'пары служб', many: 'пар служб' };
const CORRIDOR = { one: 'направлению', few: 'направлениям', many: 'направлениям' };
const FLOW = { one: 'поток', few: 'потока', many: 'потоков' };

/** The Russian texts of a report. */
export const RUSSIAN: ReportWords = {
  title: 'Единый учёт миграции по месту прибытия',
  scope: (offices, years) => `${offices}; ${years}`,
  simulated:
    'Листки смоделированы: людей из этого отчёта не существует, и ни одно число не говорит о настоящем государстве.',
  empty: 'Не принято ни одного прибытия или выбытия между государствами, поэтому показывать нечего.',
  contents: 'Содержание',
  reported: 'сообщено',
  linked: 'связано',
  modelled: 'оценка',
  kinds:
    'Здесь три рода чисел, и они нигде не смешаны: сообщённые (так сказала служба), связанные (доказано листками) и оценки (модель, с интервалом).',
  and: 'и',
  year: 'Год',
  allYears: 'Все годы',
  arrivals: 'прибытия',
  departures: 'выбытия',
  united: 'единое число',
  arrivalsReported: 'Прибытия по листкам',
  departuresReported: 'Выбытия по листкам',
  difference: 'Разность',
  corridor: 'Направление',
  source: offices => `Источник: листки ${offices}.`,
  table: subject => `${subject}: числа`,
  balances: {
    question: 'Каково сальдо и по чьим данным?',
    answer: at =>
      `По связанным прибытиям сальдо ${at.pair} за ${span(at.years)} составляет ${at.united}; у ${at.firstOffice} оно ${at.first}, у ${at.secondOffice} ${at.second}, а собственные прибытия обеих служб вместе дают ${at.byArrivals}.`,
    pair: 'Сальдо',
    firstOffice: 'Служба первого государства',
    secondOffice: 'Служба второго государства',
    byArrivals: 'По прибытиям, как сообщено',
    united: 'По единому учёту',
    note: 'Переезды за все годы; плюс означает прирост первого государства.',
    identity:
      'Служба, которая видит прибытия лучше, чем выбытия, завышает сальдо своего государства. Сальдо по прибытиям берёт каждое направление у службы государства прибытия; единое сальдо исключает из них то, что не было переездом, причина за причиной.',
    more: count =>
      `Ещё ${counted(count, MORE_PAIRS, 'ru')} — в файлах flows.csv и gaps.csv; в отчёте показаны самые крупные.`,
    unpaired: 'Между загруженными службами нет ни одного общего направления, поэтому сопоставлять нечего.',
  },
  pair: {
    question: between => `Сколько человек переехало ${between}?`,
    answer: at =>
      `По единому учёту за ${span(at.years)} ${at.into} — ${counted(at.inflow, MOVE, 'ru')}, ${at.out} — ${at.outflow}; сальдо ${at.of} составляет ${at.balance}.`,
    balanceOf: pair => `Сальдо ${pair}`,
    officeReported: office => `${office}, сообщено`,
    byArrivals: 'По прибытиям, как сообщено',
    identity: at =>
      `От сальдо каждой службы путь ведёт к одному и тому же сальдо по прибытиям: ${at.byFirst} и ${at.bySecond}; без того, что не было переездом: ${at.united}.`,
    lines: 'Переезды за год',
    linesTitle: corridor => `${corridor}: переезды за год`,
    linesNote: 'Тонкие линии с точками: сообщено. Сплошная линия: единое число, связанное по листкам.',
    waterfall: years => `Почему расходятся службы, ${years}`,
    waterfallTitle: (corridor, years) => `${corridor}: почему расходятся службы, ${years}`,
    waterfallNote: fromZero => `Переезды и листки за все годы.${fromZero ? '' : ' Шкала начинается не с нуля.'}`,
    noFlow: corridor => `${corridor}: ничего не сообщено.`,
  },
  map: {
    question: 'Куда идут потоки?',
    answer: at =>
      `Самый большой поток идёт ${at.corridor}: за ${span(at.years)} — ${counted(at.united, MOVE, 'ru')}, это ${at.share} всех переездов по ${counted(at.count, CORRIDOR, 'ru')}.`,
    none: 'Листки не доказывают ни одного переезда между двумя государствами.',
    title: 'Переезды между государствами',
    note: 'Стрелки: единое число за все годы; ширина и есть число, стрелка расширяется к месту прибытия. Границы (Natural Earth) даны только для ориентировки.',
    left: count => `Ещё ${counted(count, FLOW, 'ru')} слишком малы для рисунка; они в файле flows.csv.`,
    beyond: 'Помимо стрелок',
    beyondNone: 'Все потоки идут между государствами карты.',
    beyondMore: count => `Ещё ${counted(count, FLOW, 'ru')} в файле flows.csv.`,
    by: office => `по данным ${office}`,
    scale: moves => `переездов: ${moves}`,
  },
  coverage: {
    question: 'Какую долю видит каждая служба?',
    answer: at =>
      `Полнее всего учтены ${at.best}: ${at.bestShare} переездов, известных другой службе; хуже всего ${at.worst}: ${at.worstShare}.`,
    none: 'Для полноты учёта нужны обе службы направления, а такого направления нет.',
    arrivals: from => `прибытия ${from}`,
    departures: to => `выбытия ${to}`,
    title: office => `Полнота учёта: ${office}`,
    note: 'Доля переездов другой службы, которые есть и у этой, %, с интервалом 95 %. Сплошная точка: прибытия, полая: выбытия. Связано по листкам.',
    coverageTitle: 'Полнота учёта по службам',
    office: 'Служба',
    stream: 'Поток',
    own: 'Свои',
    other: 'Другой службы',
    matched: 'Совпало',
    coverage: 'Полнота, интервал 95 %',
    trueFlow: 'Истинный поток (Чепмен), интервал 95 %',
    tableNote:
      'Свои и другой службы: листки, за которыми стоят переезды. Оценка Чепмена предполагает, что службы пропускают людей независимо. Если одни и те же люди избегают обеих, она занижена; выбытия тех, кто не уехал, завышают её и занижают полноту учёта прибытий.',
  },
  verdicts: {
    question: 'Чем оказались листки?',
    answer: at =>
      `Из принятых листков (${at.accepted}) за переездом стоят ${at.counted}: как его прибытие или как его выбытие; всего переездов ${at.moves}, лиц ${at.persons}.`,
    verdict: 'Решение',
    slips: 'Листки',
    share: 'Доля',
    total: 'Все принятые листки',
    causes: 'Что значат причины расхождения',
    cause: 'Причина',
  },
  making: {
    question: 'Как сделан этот отчёт?',
    answer: at =>
      `Прочитано строк: ${at.read} (${at.files}); принято ${at.accepted}, отложено ${at.setAside}, вместе это всё прочитанное.`,
    files: count => counted(count, FILE, 'ru'),
    parameters: 'Параметры',
    threshold: 'Порог пребывания',
    lapse: 'Срок ожидания прибытия после выбытия',
    months: count => counted(count, MONTH, 'ru'),
    offices: 'Службы',
    version: 'Версия программы',
    inputs: 'Исходные файлы, по хешу',
    path: 'Файл',
    rows: 'Строки',
    steps: 'Шаги',
    step: 'Шаг',
    seconds: 'Секунды',
    method:
      'Переезд — это одно учтённое прибытие; его день определяет год. Сообщённые числа считают каждый принятый листок, кроме внутренних, по его собственному году. По каждому направлению, году и стороне причины дают в сумме разность сообщённого и единого числа, до последнего листка.',
  },
};

/** "1991–2011 годы", "2011 год". */
function span(years: string): string {
  return `${years} ${years.includes('–') ? 'годы' : 'год'}`;
}
