/** The texts of a report; what is put in is ready text: numbers are formatted, states named and declined. */
export interface ReportWords {
  title: string;
  /** "Belstat and Rosstat, 1991–2011". */
  scope(offices: string, years: string): string;
  simulated: string;
  empty: string;
  contents: string;
  reported: string;
  linked: string;
  modelled: string;
  kinds: string;
  and: string;
  year: string;
  allYears: string;
  arrivals: string;
  departures: string;
  united: string;
  arrivalsReported: string;
  departuresReported: string;
  difference: string;
  corridor: string;
  source(offices: string): string;
  table(subject: string): string;
  balances: {
    question: string;
    answer(at: {
      pair: string;
      years: string;
      united: string;
      first: string;
      second: string;
      byArrivals: string;
      firstOffice: string;
      secondOffice: string;
    }): string;
    pair: string;
    firstOffice: string;
    secondOffice: string;
    byArrivals: string;
    united: string;
    note: string;
    identity: string;
    more(count: number): string;
    unpaired: string;
  };
  pair: {
    question(between: string): string;
    answer(at: {
      inflow: number;
      into: string;
      outflow: string;
      out: string;
      years: string;
      balance: string;
      of: string;
    }): string;
    balanceOf(pair: string): string;
    officeReported(office: string): string;
    byArrivals: string;
    identity(at: { byFirst: string; bySecond: string; united: string }): string;
    lines: string;
    linesNote: string;
    waterfall(years: string): string;
    waterfallNote(fromZero: boolean): string;
    noFlow(corridor: string): string;
  };
  map: {
    question: string;
    answer(at: { corridor: string; united: number; years: string; share: string; count: number }): string;
    none: string;
    title: string;
    note: string;
    left(count: number): string;
    beyond: string;
    beyondNone: string;
    beyondMore(count: number): string;
    by(office: string): string;
  };
  coverage: {
    question: string;
    answer(at: { best: string; bestShare: string; worst: string; worstShare: string }): string;
    none: string;
    note: string;
    coverageTitle: string;
    office: string;
    stream: string;
    own: string;
    other: string;
    matched: string;
    coverage: string;
    trueFlow: string;
    tableNote: string;
  };
  verdicts: {
    question: string;
    answer(at: { accepted: string; counted: string; moves: string; persons: string }): string;
    verdict: string;
    slips: string;
    share: string;
    total: string;
    causes: string;
    cause: string;
  };
  making: {
    question: string;
    answer(at: { read: string; files: string; accepted: string; setAside: string }): string;
    files(count: number): string;
    parameters: string;
    threshold: string;
    lapse: string;
    months(count: number): string;
    offices: string;
    version: string;
    inputs: string;
    path: string;
    rows: string;
    steps: string;
    step: string;
    seconds: string;
    method: string;
  };
}
