import type { Judgement, ReviewPair, Role, Run } from '../api/types.ts';
import { count } from './count-english.ts';

const NOTHING_OTHER: Readonly<Record<string, string>> = {};
const FIELDS: Readonly<Record<string, string>> = {
  office: 'office',
  kind: 'kind',
  surname: 'surname',
  given_name: 'given name',
  patronymic: 'patronymic',
  sex: 'sex',
  birth_date: 'date of birth',
  birth_country: 'country of birth',
  citizenship: 'citizenship',
  document: 'document',
  origin: 'origin',
  origin_place: 'place of origin',
  destination: 'destination',
  destination_place: 'place of destination',
  event_on: 'day of the event',
  registered_on: 'day of registration',
  purpose: 'purpose',
};

const ROLES: Readonly<Record<Role, string>> = {
  contributor: 'contributor',
  statistician: 'statistician',
  publisher: 'publisher',
  lawyer: 'lawyer',
  auditor: 'auditor',
  administrator: 'administrator',
};

const ACTORS: Readonly<Record<string, string>> = { public: 'public', user: 'person', key: 'key', system: 'Saldo' };

const EFFECTS: Readonly<Record<ReviewPair['effect'], string>> = {
  short_stay: 'decides a short stay',
  repeat_or_duplicate: 'decides a repeat or a duplicate',
  departure_and_arrival: 'decides whether a departure belongs to an arrival',
  person_only: 'decides who is who, no flow',
};

/** What went wrong, by the status of the answer; the rest is said as the server says it. */
const PROBLEMS: Readonly<Record<number, string>> = { 0: 'The server does not answer' };

const STATES: Readonly<Record<Run['state'], string>> = {
  queued: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

const JUDGED: Readonly<Record<Judgement['judgement'], string>> = {
  same: 'Same',
  different: 'Different',
  unsure: 'Unsure',
};

interface Seen {
  office: string;
  stream: string;
  share: string;
}

/** The texts of the pages in English; the other languages have the same. */
export const ENGLISH = {
  skip: 'Skip to the content',
  other: 'Русский',
  pagesOf: 'Pages',
  sectionsOf: 'Subjects',
  sections: { accounts: 'United accounts', tables: 'Offices’ tables', law: 'Law' },
  pages: {
    overview: 'Overview',
    corridor: 'Corridor',
    offices: 'Offices',
    runs: 'Runs',
    review: 'Review',
    load: 'Load',
    quality: 'Quality',
    method: 'Method',
    signIn: 'Sign in',
    administration: 'Administration',
    rights: 'What may I do',
    matrix: 'Rights by state',
    acts: 'Acts',
    compare: 'Compare',
    reconcile: 'Reconcile',
    unregistered: 'Unregistered',
    targets: 'Targets',
    indicators: 'Indicators',
  },
  roles: ROLES,
  fields: FIELDS,
  /** What stands in `kind` and `purpose` of a slip, where it is another word than the format's. */
  slipValues: NOTHING_OTHER,
  yes: 'yes',
  no: 'no',
  signOut: 'Sign out',
  light: 'Light',
  dark: 'Dark',
  simulated: 'Simulated world: no real person stands behind any slip.',
  rounded: (base: number) =>
    `figures are rounded at random to multiples of ${base}, and totals are sums of rounded figures`,
  stay: (months: number) => `stays of ${count(months, 'month')} and more`,
  loading: 'Loading…',
  problems: PROBLEMS,
  retry: 'Try again',
  notYet: 'Not yet',
  request: (id: string) => `Request ${id}`,
  notFound: {
    title: 'There is no such page',
    text: 'The address leads nowhere. The overview shows where everything begins.',
  },
  who: (role: string) => `This is for people with the role “${role}”. Sign in to go on.`,
  whoElse: (role: string) =>
    `This is for people with the role “${role}”, which you do not hold. An administrator can give it.`,
  kinds: 'Three kinds of number, never mixed:',
  glossary: 'What the words mean',
  reported: 'reported',
  linked: 'linked',
  modelled: 'modelled',
  united: 'united',
  arrivals: 'arrivals',
  departures: 'departures',
  arrivalsReported: 'arrivals reported',
  departuresReported: 'departures reported',
  from: 'From',
  to: 'To',
  year: 'Year',
  yearBefore: 'The year before',
  yearAfter: 'The year after',
  allYears: 'all years',
  total: 'Total',
  play: 'Play',
  pause: 'Pause',
  save: 'Save',
  data: 'Data',
  saveSvg: 'SVG',
  savePng: 'PNG',
  saveCsv: 'CSV',
  source: (vintage: number) => `Source: Saldo, vintage ${vintage}`,
  howMade: 'how it was made',
  vintage: (vintage: number) => `Vintage ${vintage}`,
  vintageWord: 'Vintage',
  overview: {
    title: (year: string | null) => `How many people moved between the states${year === null ? '' : ` in ${year}`}?`,
    answer: (at: {
      united: number;
      years: string;
      corridor: string;
      most: string;
      share: string;
      arrivals: string;
      departures: string;
    }) =>
      `Slips prove ${count(at.united, 'move')} in ${at.years}, counted by place of arrival, most of them ${at.corridor}: ${at.most}, or ${at.share}. Between the same states the offices reported ${at.arrivals} arrivals and ${at.departures} departures.`,
    none: 'No move is on file for this time.',
    noVintage: 'There is no such vintage',
    noVintageText: 'It was never published, or it is not open to you.',
    newest: 'The newest vintage',
    emptyTitle: 'No accounts yet',
    empty: 'Load slips and start a run; its accounts appear here once they are released.',
    preparing:
      'The accounts of a demonstration world are being made; they appear here by themselves in a minute or so.',
    meanwhile: 'Meanwhile: what two offices have published of the same moves',
    mapNote:
      'Linked moves; the width of an arrow is their number, and it widens towards the destination. Borders by Natural Earth, for orientation only.',
    tapArrow: 'Tap an arrow to see its corridor; the table has its figures.',
    pointAtArrow: 'Point at an arrow to read its figures; choose it to see its corridor.',
    arrow: (at: {
      corridor: string;
      united: string;
      arrivals: string;
      departures: string;
      intoOffice: string;
      outOffice: string;
    }) =>
      `${at.corridor}: ${at.united} united; ${at.intoOffice} reported ${at.arrivals} arrivals, ${at.outOffice} ${at.departures} departures.`,
    alone: 'Reported by one office alone',
    table: 'Flows between states',
    trend: 'Flows between the states that sent slips, year by year',
  },
  corridor: {
    title: (from: string, to: string) => `How many people moved ${from} ${to}?`,
    answer: (at: { united: number; years: string; into: string; intoOffice: string; out: string; outOffice: string }) =>
      `${count(at.united, 'move')} in ${at.years} by linked arrivals; ${at.intoOffice} reported ${at.into} arrivals, ${at.outOffice} ${at.out} departures.`,
    oneOffice: (at: { years: string; office: string; reported: string; missing: string }) =>
      `In ${at.years} ${at.office} reported ${at.reported}; the slips of ${at.missing} are not here, so no move can be proved.`,
    arrivalsCount: (value: string) => `${value} arrivals`,
    departuresCount: (value: string) => `${value} departures`,
    nothingReported: 'Nothing was reported.',
    lines: 'The two offices and the united count, moves a year',
    linesNote: 'Thin with points: reported, arrivals filled, departures open. Solid: united, linked.',
    bandNote:
      'Dashed in its band: the true flow as modelled, with its 95% interval, as if the offices saw alike in every year.',
    trueFlowWord: 'Modelled',
    trueFlow: (low: string, value: string, high: string) =>
      `true flow over all years, from both offices’ coverage: ${value} (95% interval ${low} to ${high}).`,
    years: 'The figures year by year',
    difference: 'difference',
    differenceOf: 'arrivals − departures',
    moves: 'moves',
    balanceTitle: 'Which state gains, and by whose figures?',
    balanceOf: (pair: string) => `Balance ${pair}`,
    byArrivals: 'By both offices’ arrivals',
    balanceNote: 'All years together. An office that sees arrivals better than departures flatters its own balance.',
    why: 'Why do the offices differ?',
    whyNote:
      'From the departures reported, cause by cause, to the united count, and on to the arrivals reported. Each cause is summed slip by slip; nothing is left over.',
    waterfallNote: 'Moves and slips.',
    notFromZero: 'The scale does not begin at zero.',
    chooseCause: 'Choose a cause in the picture or the table to read what it means and to see what happened.',
    causes: 'Causes by year',
    cause: 'Cause',
    sides: {
      departures: 'Departures reported − united',
      arrivals: 'Arrivals reported − united',
    },
    noGap: 'Both offices agree with the united count in every year.',
    histories: (cause: string) => `Histories behind “${cause}”`,
    historiesFor:
      'Histories of slips, without names, are for statisticians only; nobody else sees what a single person told an office.',
    person: (person: string) => `Person ${person} of this run`,
    arrival: (from: string) => `arrival ${from}`,
    departure: (to: string) => `departure ${to}`,
    registered: (day: string) => `registered ${day}`,
    noHistories: 'No slip stands under this cause.',
    choose: 'Choose a corridor',
  },
  offices: {
    title: 'How much does each office see?',
    answer: ({ best, worst }: { best: Seen; worst: Seen }) =>
      `Best seen are the ${best.stream} of ${best.office}, ${best.share} of what the other office has; least the ${worst.stream} of ${worst.office}, ${worst.share}.`,
    unmeasured: 'Coverage needs both offices of a corridor; here is none with both.',
    coverage: 'Coverage, measured by the other office’s slips',
    coverageNote:
      'Share of the other office’s moves that this office has too, %, with its 95% interval. Filled: arrivals; open: departures. Modelled: departures that nobody made are taken out by an estimate.',
    timeliness: 'Days from event to registration',
    office: 'Office',
    dated: 'With the day of the event',
    median: 'Median, days',
    p90: 'Nine in ten within, days',
    slips: 'Slips',
    verdict: 'Verdict',
    verdicts: 'What the slips turned out to be',
    allSlips: 'All accepted slips',
    faults: 'Faults by code',
    noFaults: 'No fault was found in the files that you may see.',
    batches: 'Batches',
    none: 'No office has sent slips yet.',
  },
  batches: {
    file: 'File',
    accepted: 'Accepted',
    setAside: 'Set aside',
    period: 'Period',
    at: 'Accepted at',
    rows: 'Rows',
    none: 'No file has been accepted yet.',
  },
  runs: {
    title: 'Which accounts have been made?',
    answer: (runs: number) => `${count(runs, 'run')}; each is a vintage of its own, and none overwrites another.`,
    start: 'Start a run',
    threshold: 'Threshold, months',
    lapse: 'Lapse, months',
    by: 'Split by',
    label: 'Name of the vintage',
    slips: 'Slips',
    sources: {
      '': 'of the offices, else simulated',
      offices: 'of the offices alone',
      simulated: 'of the simulated world alone',
      all: 'both together',
    },
    unnamed: 'without a name',
    classes: { sex: 'sex', age: 'age', citizenship: 'citizenship', purpose: 'purpose' },
    batches: (batches: number) => count(batches, 'batch', 'batches'),
    state: STATES,
    cancel: 'Cancel',
    steps: 'Steps',
    stepsDone: (steps: number, seconds: string) => `${count(steps, 'step')}, ${seconds} s`,
    step: 'Step',
    rows: 'rows',
    seconds: 'seconds',
    vintages: 'Vintages',
    persons: 'Persons',
    moves: 'Moves',
    released: 'Public since',
    notReleased: 'not public',
    release: 'Release to the public',
    sureToRelease: 'Everybody will see it, and it cannot be taken back.',
    compare: 'Compare two vintages',
    earlier: 'Earlier',
    later: 'Later',
    difference: 'Difference',
    sameVintage: 'Choose two different vintages.',
    triangle: 'Revision triangle',
    revision: 'Revision',
    none: 'No run yet.',
    noDifference: 'The two vintages agree in every corridor and year.',
  },
  review: {
    title: 'Are these two slips of one person?',
    answer: (pairs: number) =>
      `${count(pairs, 'doubtful pair')} would change the accounts most; a judgement counts from the next run on.`,
    none: 'No doubtful pair waits for a judgement.',
    ...JUDGED,
    reason: 'Reason',
    needsReason: 'A judgement needs its reason.',
    keys: 'Keys: S same, D different, U unsure; with Ctrl while the reason is written.',
    field: 'Field',
    compared: 'Compared',
    levels: { same: 'same', close: 'close', differs: 'differs', missing: 'missing' },
    weight: (bits: string, chance: string) => `Weight ${bits} bits, chance ${chance}`,
    linkedAs: { same: 'now held to be one person', different: 'now held to be two persons' },
    effect: EFFECTS,
    kept: (judgements: number) => `${count(judgements, 'judgement')} kept`,
    pair: 'Slips',
    judgement: 'Judgement',
    shown: {
      whole: undefined,
      without_names: 'closed',
      other_office: 'hidden: another office’s slip',
      not_there: 'not there any more',
    },
    namesDeleted:
      'Names of these slips’ files were deleted after the run, which closed what the run had kept of them for review. What is left is shown; a new run shows names that were not to be deleted.',
  },
  load: {
    title: 'Load slips',
    answer:
      'A file is checked row by row before anything is kept. Accepted rows and rows set aside add up to the rows read.',
    drop: 'Drop files of slips here, or choose them',
    waiting: 'Waits for the files before it.',
    layout: 'Layout',
    layoutFound: 'by the header',
    against: (to: { fresh: string; replacing: string; same: string; withdrawing: string | null }) =>
      `Against the slips recorded before: ${to.fresh} new, ${to.replacing} replacing another of the same number, ${to.same} the same${to.withdrawing === null ? '' : `, ${to.withdrawing} taken back`}.`,
    files: (at: { all: number; underWay: number; checked: number; accepted: number; refused: number }) =>
      `Of ${at.all} files ${at.accepted} accepted, ${at.checked} checked and waiting for you, ${at.underWay} under way, ${at.refused} refused.`,
    inSum: ({ read, accepted, setAside }: { read: string; accepted: string; setAside: string }) =>
      `In the accepted files: ${read} rows read, ${accepted} accepted, ${setAside} set aside.`,
    confirmAll: (files: number) => `Accept all ${files} files`,
    forms: 'CSV, Parquet or JSON Lines',
    sending: 'Sending',
    checking: 'Checking row by row',
    found: ({ read, accepted, setAside }: { read: string; accepted: string; setAside: string }) =>
      `${read} rows read: ${accepted} accepted, ${setAside} set aside.`,
    bytes: (kilobytes: string) => `${kilobytes} kB`,
    already: 'This very file was accepted before; nothing changes.',
    confirm: 'Accept the file',
    discard: 'Discard',
    done: (file: string) => `${file} is accepted.`,
    faults: 'Faults by code',
    rowByRow: 'Faults row by row',
    noFaults: 'No fault was found in this file.',
    row: 'Row',
    column: 'Column',
    fault: 'Fault',
    foundText: 'Found',
    expected: 'Expected',
    rowIs: 'The row is',
    rowsAre: 'The rows are',
    setAside: 'set aside',
    kept: 'kept',
    allFaults: 'all faults as CSV',
    firstFaults: (shown: number) => `The first ${shown}; the file below has them all.`,
    runNext: (files: number): string => (files === 1 ? 'Start a run with it' : 'Start a run with them'),
  },
  quality: {
    title: 'How good are these figures?',
    answer: (asymmetry: string) =>
      `The two offices of a corridor differ by a median asymmetry of ${asymmetry}, where 0 is agreement and 2 means that one reports nobody.`,
    least: ({ office, stream, share }: Seen) =>
      `Least seen are the ${stream} of ${office}: ${share} of what the other office has.`,
    unmeasured: 'No corridor has both offices.',
    asymmetry: 'Asymmetry of the offices’ reports',
    index: 'Asymmetry',
    coverage: 'Coverage',
    own: 'Own',
    other: 'Other office’s',
    matched: 'Both',
    trueFlow: 'True flow, 95% interval',
    firstVintage: 'The first vintage of its threshold and lapse: nothing to compare with.',
    revised: (at: { against: number; cells: string; mar: string; rmar: string }) =>
      `Against vintage ${at.against}, over ${at.cells} cells: mean absolute revision ${at.mar} moves, ${at.rmar} of the figures.`,
    toBeWritten: 'For the publishing body to say.',
  },
  method: {
    title: 'How are the accounts made?',
    answer: (steps: number) =>
      `In ${count(steps, 'step')}, each a relation in SQL; the rows are those of this vintage.`,
    rows: (rows: string) => `${rows} rows`,
    seconds: (seconds: string) => `${seconds} s`,
  },
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    code: 'Code of your authenticator',
    first: 'Your password was good for one sign-in. Choose one of your own, of at least 12 characters.',
    oneTimePassword: 'One-time password',
    currentPassword: 'Password until now',
    wrongPassword: 'This is not your password until now.',
    newPassword: 'New password, at least 12 characters',
    change: 'Change the password',
    wrong: 'E-mail, password or code is wrong.',
    secondFactor: 'Second factor',
    secondFactorText: 'A code of your telephone makes your sign-in safer.',
    newCodesText: 'Your sign-in has a second factor. New backup codes take the place of the old ones.',
    newCodes: 'New backup codes',
    endSecondFactor: 'End the second factor',
    endSecondFactorText: 'From then on the password alone signs you in.',
    start: 'Set up',
    secondFactorNeeded: 'Your roles need a second factor: set it up before you go on.',
    scan: 'Scan this with your authenticator, then give its code.',
    qrCode: 'QR code for the authenticator',
    secret: 'Without a camera, enter:',
    openAuthenticator: 'open the authenticator of this device',
    confirm: 'Confirm',
    backupCode: 'Backup code',
    useBackup: 'Use a backup code instead',
    useCode: 'Use a code of the authenticator instead',
    backupCodes:
      'Each of these codes is good for one sign-in without the authenticator. Keep them; they are not shown again.',
    kept: 'They are kept',
    outside: 'Sign in with your organisation',
    finish: 'Your sign-in is not finished.',
    goOn: 'Go on',
  },
  tables: {
    published: 'Published by statistical offices; nothing here is simulated.',
    own: 'Your own table; the server reads and forgets it.',
    source: (source: string) => `Source: ${source}`,
    table: 'Table',
    toOwn: 'a table of your own',
    names: {
      'note-belarus-russia': 'Belarus and Russia, 1991–2011, by the CARIM-East note',
      'eurostat-2010-2019': 'Member states of the EU, 2010–2019, by Eurostat',
    } as Readonly<Record<string, string>>,
    run: 'run',
    simulatedRun: 'simulated slips, not real people',
    yours: 'A table of your own',
    yoursNote:
      'Columns origin, destination, year, departures_reported and arrivals_reported are enough; matrices, spreadsheets as offices publish them, Eurostat’s SDMX-CSV and JSON-stat and UNECE’s PX are read too. Every fault is told with its place.',
    drop: 'Drop a table here, or choose one',
    forms: 'CSV, XLSX, SDMX-CSV, JSON-stat or PX, up to 5 MB; several files make one table',
    faults: 'Faults row by row',
    found: (at: { read: string; faults: number }) =>
      `${at.read} rows read; ${at.faults === 0 ? 'no fault was found' : count(at.faults, 'fault')}.`,
    blanked: 'kept, the value left out',
    made: 'How this was made',
  },
  compare: {
    anyTitle: 'How do two offices count the same moves?',
    title: (between: string) => `How many people moved ${between}?`,
    answer: (at: {
      years: string;
      balance: string;
      first: string;
      second: string;
      byFirst: string;
      bySecond: string;
      difference: string;
      byArrivals: string;
    }) =>
      `In ${at.years} the balance ${at.balance} is ${at.byFirst} by ${at.first} and ${at.bySecond} by ${at.second}; they differ by ${at.difference}, the parts of either direction. By place of arrival it is ${at.byArrivals}.`,
    unanswered: (years: string) => `The offices’ figures tell no balance: of ${years} not all four sides are reported.`,
    choose: 'Moves',
    linesNote: 'Persons as reported: arrivals filled, departures open or light.',
    breaksNote: 'Dotted: a series changes its meaning.',
    balance: (of: string) => `Balance ${of}`,
    by: (office: string) => `By ${office}`,
    difference: 'Difference',
    part: (corridor: string) => `of it ${corridor}`,
    byArrivals: 'By place of arrival',
    balanceNote:
      'Persons; positive where the first state gains. Difference: second office less first; its parts are departures less arrivals of either direction. By place of arrival: each direction by the office of the state of arrival.',
    gap: 'arrivals − departures',
    asymmetryTitle: 'Whose office counts fewer?',
    asymmetryAnswer: (at: { cells: number; fewest: string; fewestShare: string; most: string; mostShare: string }) =>
      `Over ${count(at.cells, 'figure')} that both sides report, ${at.fewest} counts ${at.fewestShare} of what its partners do of the same flows, and ${at.most} ${at.mostShare} times as many.`,
    noBothSides: 'No figure is reported by both sides.',
    mapTitle: 'Each office beside its partners',
    mapNote:
      'Arrivals and departures of an office together, against what its partners report of the same flows: (own − partners’) / their mean. Orange: it counts fewer; blue: more; the stronger, the farther. Borders by Natural Earth, for orientation only.',
    own: 'Own figures',
    others: 'Partners’ figures',
    officeIndex: 'Own against partners’',
    farthest: 'The largest differences',
    made: 'The offices’ own figures, unchanged and unrounded; differences and sums of them, no estimate. A figure that an office does not report is an ellipsis, never a nought.',
  },
  reconcile: {
    title: 'By what are the offices’ figures to be multiplied?',
    answer: (at: { office: string; side: 'arrivals' | 'departures'; factor: string; low: string; high: string }) =>
      `Farthest from 1 are the ${at.side} of ${at.office}: they need ${at.factor} times their number (95% interval ${at.low} to ${at.high}).`,
    prediction: (at: { cells: number; rmse: string; without: string }) =>
      `In ${count(at.cells, 'figure')} left out in turn, the logarithm of departures to arrivals is missed by ${at.rmse}; without a model by ${at.without}.`,
    refused: 'These figures do not tell the factors.',
    refusedFor: {
      no_benchmark:
        'No figure of the benchmark’s arrivals stands beside another office’s departures: choose another benchmark.',
      disconnected: 'Not all offices are joined with the benchmark by figures that both sides report.',
      too_few_cells:
        'There are too few figures with both sides for so many factors; more years or more offices would help.',
      unbounded: 'Some factors could have any size by these figures; more years or more offices would help.',
    } as Readonly<Record<string, string>>,
    choose: 'Model and benchmark',
    model: 'Model',
    models: {
      log: 'Factors, logarithms',
      'log-corridors': 'Factors, with corridor effects',
      binomial: 'Factors, weighted by counts',
      pooled: 'True flow, pooled offices',
      bayes: 'True flow, classes of offices',
    },
    modelNotes: {
      log: 'Least squares on log(departures / arrivals): each corridor and year counts alike.',
      'log-corridors': 'The same, with what a corridor keeps over the years.',
      binomial: 'Departures as a share of departures and arrivals together: large flows count more.',
      pooled:
        'A model of the true flow in every year: each office has its share and accuracy, drawn towards those of its class. Sampled; a minute or so.',
      bayes: 'The model of MigMod: undercount and accuracy by classes of experts. Sampled; a minute or so.',
    },
    benchmark: 'Benchmark: its arrivals count as complete',
    yoursNote:
      'The columns of the comparison are enough for factors. Models of the true flow need populations, distances and classes besides; they are offered where the table has them.',
    sides: { arrivals: 'Arrivals are multiplied by', departures: 'Departures are multiplied by' },
    dotsNote: 'Logarithmic scale; point: the factor, line: its 95% interval. Modelled.',
    factors: 'All factors, with 95% intervals',
    flowsTitle: 'How many people moved, by both offices together?',
    flowsAnswer: (at: { corridor: string; year: string; estimate: string; low: string; high: string }) =>
      `${at.corridor}: ${at.estimate} in ${at.year} (95% interval ${at.low} to ${at.high}), modelled.`,
    flowsNote: 'Persons. Thin lines with points: reported; dashed in its band: modelled, with its 95% interval.',
    estimate: 'Estimate, 95% interval',
    trustTitle: 'How far can this be trusted?',
    used: (at: { used: number; cells: string }) =>
      `Fitted to ${count(at.used, 'figure')} with both sides, of ${at.cells} corridors and years. Error of log(departures / arrivals) where the fit has not seen it:`,
    errorModel: 'figures left out at random',
    errorNone: 'the same without a model',
    errorCorridors: 'whole corridors left out',
    sampler: (at: { draws: number; divergences: number; rhat: string; ess: string; seconds: string }) =>
      `${count(at.draws, 'draw')} in ${at.seconds} s: ${count(at.divergences, 'divergence')}, R-hat at most ${at.rhat}, at least ${at.ess} effective samples of any parameter.`,
    residuals: 'Corridors that the factors do not explain',
    residualsNote: 'How much larger the departures are, against the arrivals, than the factors expect, over the years.',
    residual: 'Left over',
    years: 'Years',
    sample: 'Sample the model',
    sampling: 'Sampling',
    stop: 'Stop',
    made: (benchmark: string) =>
      `The arrivals of ${benchmark} are taken as complete and have the factor 1; all else is relative to them. Another benchmark moves all flows together. An interval tells what chance leaves open within the model, not whether the model is right.`,
  },
  administration: {
    title: 'Who may do what?',
    answer: 'Roles are held for one office or for all; every change stands in the audit log.',
    people: 'People',
    keys: 'Keys of machines',
    noKeys: 'No machine has a key.',
    audit: 'Audit log',
    add: 'Add',
    newPerson: 'A new person',
    newKey: 'A new key',
    name: 'Name',
    role: 'Role',
    roles: 'Roles',
    everyOffice: 'all offices',
    give: 'Give',
    takeAway: 'Take away',
    disable: 'Disable',
    enable: 'Enable',
    newPassword: 'New one-time password',
    sureOfPassword: 'Their password and second factor end at once, and they are signed out everywhere.',
    rolesFirst: 'Give at least one role first.',
    oneTime: (email: string, password: string) => `${email} can sign in once with ${password}. It is not shown again.`,
    key: (key: string) => `The key is ${key}. It is not shown again.`,
    endKey: 'End',
    ends: 'Ends',
    lastUsed: 'Last used',
    days: 'Days',
    action: 'Action',
    subject: 'Subject',
    who: 'Who',
    when: 'When',
    status: 'Status',
    whoHint: 'name or e-mail',
    office: 'Office',
    fromDay: 'From',
    toDay: 'To',
    filter: 'Show',
    more: 'More',
    noRows: 'No such entry in the log.',
    noMore: 'account no longer kept',
    kinds: ACTORS,
    whole: 'The chain of the log is whole.',
    broken: (row: number) => `The chain of the log is broken at row ${row}.`,
  },
};

export type PageWords = typeof ENGLISH;
