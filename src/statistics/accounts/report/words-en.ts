import { counted } from '../../../common/wording/plural.ts';
import type { ReportWords } from './report-words.ts';

const FILE = { one: 'file', few: 'files', many: 'files' };
const MOVE = { one: 'move', few: 'moves', many: 'moves' };
const MONTH = { one: 'month', few: 'months', many: 'months' };
const PAIR = { one: 'more pair', few: 'more pairs', many: 'more pairs' };
const CORRIDOR = { one: 'corridor', few: 'corridors', many: 'corridors' };
const FLOW = { one: 'more flow', few: 'more flows', many: 'more flows' };

/** The English texts of a report. */
export const ENGLISH: ReportWords = {
  title: 'United accounting of migration by place of arrival',
  scope: (offices, years) => `${offices}; ${years}`,
  simulated:
    'These slips are simulated: nobody in this report exists, and none of its figures says anything about a real state.',
  empty: 'No arrival or departure between states was accepted, so there is no flow to show.',
  contents: 'Contents',
  reported: 'reported',
  linked: 'linked',
  modelled: 'modelled',
  kinds:
    'Three kinds of number stand here and are never mixed: reported (an office said it), linked (the slips prove it) and modelled (an estimate, with its interval).',
  and: 'and',
  year: 'Year',
  allYears: 'All years',
  arrivals: 'arrivals',
  departures: 'departures',
  united: 'united',
  arrivalsReported: 'Arrivals reported',
  departuresReported: 'Departures reported',
  difference: 'Difference',
  corridor: 'Corridor',
  source: offices => `Source: slips of ${offices}.`,
  table: subject => `${subject}: the figures`,
  balances: {
    question: 'Which state gains, and by whose figures?',
    answer: at =>
      `By linked arrivals the balance ${at.pair} in ${at.years} is ${at.united}; ${at.firstOffice} reported ${at.first}, ${at.secondOffice} ${at.second}, and the two offices’ own arrivals together give ${at.byArrivals}.`,
    pair: 'Balance',
    firstOffice: 'First state’s office',
    secondOffice: 'Second state’s office',
    byArrivals: 'By arrivals as reported',
    united: 'United',
    note: 'Moves, all years together; positive where the first state gains.',
    identity:
      'An office that counts arrivals better than departures flatters its own state’s balance. Arrivals as reported take each direction from the office of the state of arrival; the united balance takes from them what is no move, cause by cause.',
    more: count =>
      `${counted(count, PAIR, 'en')} of offices are in flows.csv and gaps.csv; the report shows the largest.`,
    unpaired: 'No two of the offices loaded have a corridor between them, so there is no pair to bring together.',
  },
  pair: {
    question: between => `How many people moved ${between}?`,
    answer: at =>
      `United accounting finds ${counted(at.inflow, MOVE, 'en')} ${at.into} and ${at.outflow} ${at.out} in ${at.years}; the balance ${at.of} is ${at.balance}.`,
    balanceOf: pair => `Balance ${pair}`,
    officeReported: office => `${office}, reported`,
    byArrivals: 'By arrivals as reported',
    identity: at =>
      `Each office’s balance leads to the same one by arrivals as reported: ${at.byFirst} and ${at.bySecond}; less what is no move: ${at.united}.`,
    lines: 'Moves a year',
    linesNote: 'Thin lines with points: reported. Solid line: united, linked by slips.',
    waterfall: years => `Why the offices differ, ${years}`,
    waterfallNote: fromZero =>
      `Moves and slips, all years together.${fromZero ? '' : ' The scale does not begin at zero.'}`,
    noFlow: corridor => `${corridor}: nothing was reported.`,
  },
  map: {
    question: 'Where do the flows go?',
    answer: at =>
      `The largest flow goes ${at.corridor}: ${counted(at.united, MOVE, 'en')} in ${at.years}, ${at.share} of all moves in ${counted(at.count, CORRIDOR, 'en')}.`,
    none: 'The slips prove no move between two states.',
    title: 'Moves between states',
    note: 'Arrows: united count, all years together; the width is the number, each arrow widens towards its destination. Borders (Natural Earth) are for orientation only.',
    left: count => `${counted(count, FLOW, 'en')} are too small to draw and stand in flows.csv.`,
    beyond: 'Beyond the arrows',
    beyondNone: 'Every flow lies between states of the map.',
    beyondMore: count => `${counted(count, FLOW, 'en')} in flows.csv.`,
    by: office => `reported by ${office}`,
  },
  coverage: {
    question: 'How much does each office see?',
    answer: at =>
      `Best covered are the ${at.best}: ${at.bestShare} of the moves that the other office has; least covered the ${at.worst}: ${at.worstShare}.`,
    none: 'Coverage needs both offices of a corridor, and no corridor has both.',
    note: 'Share of the other office’s moves that this office has too, %, with its 95% interval. Filled point: arrivals; open point: departures. Modelled: departures that nobody made are taken out by an estimate.',
    coverageTitle: 'Coverage by office',
    office: 'Office',
    stream: 'Stream',
    own: 'Own',
    other: 'Other',
    matched: 'Matched',
    coverage: 'Coverage, 95% interval',
    trueFlow: 'True flow (Chapman), 95% interval',
    tableNote:
      'Own and other: slips of this office and of the other; arrivals that stand for moves, departures that may. How many of the departures without an arrival are moves is estimated from those who are seen again elsewhere. Chapman’s estimate supposes that the two offices miss people independently. Where the same people avoid both, it is too low.',
  },
  verdicts: {
    question: 'What did the slips turn out to be?',
    answer: at =>
      `Of ${at.accepted} accepted slips ${at.counted} stand for a move, as its arrival or as its departure; together they make ${at.moves} moves of ${at.persons} persons.`,
    verdict: 'Verdict',
    slips: 'Slips',
    share: 'Share',
    total: 'All accepted slips',
    causes: 'What the causes of a gap mean',
    cause: 'Cause',
  },
  making: {
    question: 'How was this report made?',
    answer: at =>
      `From ${at.read} rows of ${at.files}: ${at.accepted} were accepted and ${at.setAside} set aside, which is all that was read.`,
    files: count => counted(count, FILE, 'en'),
    parameters: 'Parameters',
    threshold: 'Threshold of stay',
    lapse: 'Lapse between departure and arrival',
    months: count => counted(count, MONTH, 'en'),
    offices: 'Offices',
    version: 'Version of the code',
    inputs: 'Inputs, by hash',
    path: 'File',
    rows: 'Rows',
    steps: 'Steps',
    step: 'Step',
    seconds: 'Seconds',
    method:
      'A move is one counted arrival; its day decides its year. Reported figures count every accepted slip except those within one state, each by its own year. In every corridor, year and side the causes add up to reported minus united, to the last slip.',
  },
};
