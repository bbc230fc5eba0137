/** The texts of the pages; what is put in is ready text: numbers formatted, states named and declined. */
export interface PageWords {
  skip: string;
  other: string;
  pages: Record<
    | 'overview'
    | 'corridor'
    | 'offices'
    | 'runs'
    | 'review'
    | 'load'
    | 'quality'
    | 'method'
    | 'signIn'
    | 'administration',
    string
  >;
  signOut: string;
  light: string;
  dark: string;
  simulated: string;
  rounded: (base: number) => string;
  loading: string;
  retry: string;
  request: (id: string) => string;
  notFound: { title: string; text: string };
  who: (role: string) => string;
  reported: string;
  linked: string;
  modelled: string;
  united: string;
  arrivals: string;
  departures: string;
  arrivalsReported: string;
  departuresReported: string;
  from: string;
  to: string;
  year: string;
  allYears: string;
  total: string;
  play: string;
  pause: string;
  saveSvg: string;
  savePng: string;
  saveCsv: string;
  source: (vintage: number) => string;
  howMade: string;
  vintage: (vintage: number) => string;
  overview: {
    title: (year: string | null) => string;
    answer: (at: { united: string; corridor: string; most: string }) => string;
    none: string;
    emptyTitle: string;
    empty: string;
    preparing: string;
    mapNote: string;
    table: string;
    trend: string;
  };
  corridor: {
    title: (from: string, to: string) => string;
    answer: (at: {
      united: string;
      years: string;
      into: string;
      intoOffice: string;
      out: string;
      outOffice: string;
    }) => string;
    balance: (at: {
      united: string;
      byArrivals: string;
      first: string;
      second: string;
      firstOffice: string;
      secondOffice: string;
      of: string;
    }) => string;
    lines: string;
    linesNote: string;
    trueFlow: (low: string, value: string, high: string) => string;
    why: string;
    whyNote: string;
    causes: string;
    cause: string;
    histories: (cause: string) => string;
    person: (person: string) => string;
    arrival: (from: string) => string;
    departure: (to: string) => string;
    registered: (day: string) => string;
    noHistories: string;
    choose: string;
  };
  offices: {
    title: string;
    answer: (count: number) => string;
    coverage: string;
    sees: string;
    timeliness: string;
    median: string;
    p90: string;
    slips: string;
    verdicts: string;
    batches: string;
    none: string;
  };
  batches: {
    file: string;
    accepted: string;
    setAside: string;
    period: string;
    at: string;
    fault: string;
    rows: string;
  };
  runs: {
    title: string;
    answer: (count: number) => string;
    start: string;
    threshold: string;
    lapse: string;
    by: string;
    label: string;
    classes: Record<'sex' | 'age' | 'citizenship' | 'purpose', string>;
    state: Record<'queued' | 'running' | 'done' | 'failed' | 'cancelled', string>;
    cancel: string;
    steps: string;
    step: string;
    rows: string;
    seconds: string;
    vintages: string;
    released: string;
    notReleased: string;
    release: string;
    compare: string;
    earlier: string;
    later: string;
    difference: string;
    triangle: string;
    none: string;
    asked: string;
    noDifference: string;
  };
  review: {
    title: string;
    answer: (count: number) => string;
    none: string;
    same: string;
    different: string;
    unsure: string;
    reason: string;
    keys: string;
    field: string;
    weight: (bits: string, chance: string) => string;
    linkedAs: Record<'same' | 'different', string>;
    effect: Record<string, string>;
    kept: (count: number) => string;
    masked: string;
  };
  load: {
    title: string;
    answer: string;
    drop: string;
    sending: string;
    checking: string;
    found: (at: { read: string; accepted: string; setAside: string }) => string;
    already: string;
    confirm: string;
    discard: string;
    done: (file: string) => string;
    faults: string;
    row: string;
    column: string;
    fault: string;
    foundText: string;
    expected: string;
    setAside: string;
    kept: string;
    allFaults: string;
    another: string;
    runNext: string;
  };
  quality: {
    title: string;
    answer: (at: { asymmetry: string; best: string }) => string;
    asymmetry: string;
    index: string;
    office: string;
    toBeWritten: string;
  };
  method: { title: string; answer: (count: number) => string; rows: (count: string) => string };
  signIn: {
    title: string;
    email: string;
    password: string;
    submit: string;
    code: string;
    codeTitle: string;
    first: string;
    newPassword: string;
    change: string;
    wrong: string;
    outside: string;
    secondFactor: string;
    secondFactorText: string;
    start: string;
    secret: string;
  };
  administration: {
    title: string;
    people: string;
    keys: string;
    audit: string;
    add: string;
    name: string;
    roles: string;
    rolesHint: string;
    disable: string;
    enable: string;
    oneTime: (email: string, password: string) => string;
    key: (key: string) => string;
    endKey: string;
    days: string;
    action: string;
    who: string;
    when: string;
    status: string;
    whole: string;
    broken: (row: number) => string;
  };
}
