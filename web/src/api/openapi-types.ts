/**
 * Types of the API's answers and requests, from the server's own OpenAPI document: `npm run api-types` writes them anew, a test tells when
 * they are not current.
 */

export type ActKind =
  | 'treaty'
  | 'agreement'
  | 'convention'
  | 'protocol'
  | 'decision'
  | 'concept'
  | 'memorandum'
  | 'denunciation'
  | 'national-rule';
export type PartyStatus =
  'in-force' | 'provisional' | 'signed' | 'suspended' | 'ended' | 'not-in-force' | 'uncertain' | 'observer';
export type ActEvent =
  | 'entry-into-force'
  | 'provisional-application'
  | 'withdrawal'
  | 'termination'
  | 'notice-of-denunciation'
  | 'suspension'
  | 'objection'
  | 'reservation'
  | 'not-in-force'
  | 'notification'
  | 'ratification'
  | 'accession'
  | 'amendment'
  | 'signature'
  | 'ratification-law'
  | 'parliament'
  | 'approval'
  | 'party'
  | 'observer'
  | 'status'
  | 'text'
  | 'rule'
  | 'progress';
/**
 * seen: read in the source; seed: claimed by the founding note; recalled: from general knowledge, not verified
 */
export type Evidence = 'seen' | 'seed' | 'recalled';
/**
 * worded so that yes means: has it
 */
export type Right =
  | 'visa-free-entry'
  | 'stay-without-registration'
  | 'work-without-permit'
  | 'equal-pay'
  | 'education'
  | 'recognition-of-education'
  | 'property'
  | 'social-security'
  | 'medical-care'
  | 'pension'
  | 'local-elections'
  | 'national-elections'
  | 'public-office';
/**
 * yes: an act in force gives it; no: one denies it; national-law: no act of the register speaks; unknown: a fact is missing; disputed: sources differ
 */
export type RightStatus = 'yes' | 'no' | 'national-law' | 'unknown' | 'disputed';
export type PersonRole = 'citizen' | 'worker' | 'family' | 'student' | 'resident';

export interface Act {
  id: string;
  title: {
    ru: string;
    en: string;
  };
  kind: ActKind;
  subjects: string[];
  signed: string | null;
  place: string | null;
  on: string;
  amends: string | null;
  replaces: string[];
  replaced_by: string[];
  remark: string | null;
  parties: {
    state: string;
    status: PartyStatus;
    /**
     * a day, a month, a year, or FROM/TO with .. for an open end
     */
    since?: string;
    /**
     * a day, a month, a year, or FROM/TO with .. for an open end
     */
    until?: string;
    /**
     * states towards which alone it stands so
     */
    towards?: string[];
    missing?: string;
    because: ActClaim[];
    reservations: {
      articles: string[];
      text: string | null;
    }[];
  }[];
  /**
   * how the act stood for each state from one day to the next
   */
  timeline: {
    state: string;
    stretches: {
      from: string;
      /**
       * first day on which it stands otherwise
       */
      to: string | null;
      status: PartyStatus;
      missing?: string;
    }[];
  }[];
  conflicts: {
    event: ActEvent;
    settled: boolean;
    reason: string | null;
    /**
     * the one that counts first
     */
    claims: ActClaim[];
  }[];
  provisions: {
    article: string | null;
    text: {
      ru: string;
      en: string;
    };
    evidence: Evidence;
    source: string | null;
    source_address: string | null;
    rules: {
      domain: Right;
      effect: 'permission' | 'prohibition' | 'limit' | 'equal-treatment' | 'obligation';
      who: string[];
      value?: number;
      unit?: string;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      since?: string;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      until?: string;
    }[];
  }[];
  claims: ActClaim[];
}
export interface ActClaim {
  id: string;
  event: ActEvent;
  /**
   * * for the act as a whole
   */
  party: '*' | string[];
  /**
   * of an event of the whole act: the states that it binds, where these are not all its signatories
   */
  binds?: string[];
  /**
   * states towards which alone the event acts
   */
  towards?: string[];
  /**
   * first day on which what it began no longer stands
   */
  until?: string;
  date: string | null;
  evidence: Evidence;
  source: string | null;
  source_address: string | null;
  note: string | null;
  recorded_on: string;
}
export interface ActConflicts {
  items: {
    act: string;
    title: {
      ru: string;
      en: string;
    };
    event: ActEvent;
    settled: boolean;
    reason: string | null;
    /**
     * the one that counts first
     */
    claims: ActClaim[];
  }[];
}
export interface ActParty {
  state: string;
  status: PartyStatus;
  /**
   * a day, a month, a year, or FROM/TO with .. for an open end
   */
  since?: string;
  /**
   * a day, a month, a year, or FROM/TO with .. for an open end
   */
  until?: string;
  /**
   * states towards which alone it stands so
   */
  towards?: string[];
  missing?: string;
}
export interface Actor {
  kind: 'public' | 'user' | 'key' | 'system';
  id: string;
  name: string;
  roles: Grant[];
}
export interface Grant {
  role: 'contributor' | 'statistician' | 'publisher' | 'lawyer' | 'auditor' | 'administrator';
  office: string;
}
export interface Acts {
  on: string;
  /**
   * all subjects of the register
   */
  subjects: string[];
  items: {
    id: string;
    title: {
      ru: string;
      en: string;
    };
    kind: ActKind;
    subjects: string[];
    signed: string | null;
    place: string | null;
    parties: ActParty[];
    conflicts: {
      settled: number;
      open: number;
      /**
       * claims that no other disputes, but that cannot be relied on
       */
      doubtful: number;
    };
  }[];
}
/**
 * slips of a file against those that stand; new + replacing + same = accepted
 */
export interface AgainstEarlier {
  /**
   * slips under a number that no slip of the office that stands has
   */
  new: number;
  /**
   * slips that stand in the place of another of the same office and number
   */
  replacing: number;
  /**
   * slips that are the same to the letter as one that stands
   */
  same: number;
  /**
   * slips that stand and are taken back
   */
  withdrawing: number;
}
export interface AgeProfile {
  kind: 'modelled';
  parameters: {
    parameter: 'a1' | 'alpha1' | 'a2' | 'alpha2' | 'mu2' | 'lambda2' | 'c';
    value: number;
    low95: number | null;
    high95: number | null;
    /**
     * whether the profile tells the parameter
     */
    identified: boolean;
  }[];
  points: {
    /**
     * middle of the age group, years
     */
    age: number;
    /**
     * rate, or share of all migrants a year of age; reported
     */
    observed: number;
    fitted: number;
    low95: number;
    high95: number;
  }[];
  r2: number;
  /**
   * starts that came to this fit
   */
  agreed: number;
  starts: number;
  /**
   * age at which most move; null where the profile tells none
   */
  peak: number | null;
}
export interface AuditCheck {
  whole: boolean;
  /**
   * the first row that is not as it was written
   */
  first_broken: number | null;
}
export interface AuditRow {
  id: number;
  at: string;
  actor: string;
  /**
   * as it is now; null where the account or key is no more, or has none
   */
  actor_name: string | null;
  actor_kind: string;
  action: string;
  subject: string;
  status: number;
  request: string;
  /**
   * for which the actor acted, and which it was about; * for all; null in rows of before this was kept
   */
  offices: string[] | null;
  previous: string;
  hash: string;
}
export interface AuditRows {
  items: AuditRow[];
  next?: string;
}
export interface BackupCode {
  code: string;
  /**
   * whether this browser is asked for no code for 30 days
   */
  trustDevice?: boolean;
}
export interface BackupCodes {
  backupCodes: string[];
}
export interface BalanceSheet {
  kind: 'modelled';
  state: string;
  /**
   * the same in both languages
   */
  title: {
    en: string;
    ru: string;
  };
  gaps: UnregisteredGap[];
  compared: string[];
  comparisons: {
    a: string;
    b: string;
    overlap: {
      /**
       * persons
       */
      low: number;
      /**
       * persons
       */
      high: number;
    } | null;
    /**
     * persons
     */
    apart: number;
  }[];
  /**
   * what all gaps compared have in common; null where two contradict
   */
  common: {
    /**
     * persons
     */
    low: number;
    /**
     * persons
     */
    high: number;
  } | null;
  /**
   * Items: the same in both languages
   */
  assumes: {
    en: string;
    ru: string;
  }[];
}
export interface UnregisteredGap {
  id: string;
  /**
   * the same in both languages
   */
  name: {
    en: string;
    ru: string;
  };
  method: 'accounts' | 'shortage' | 'workforce';
  first_year: number;
  year: number;
  kind: 'modelled';
  unregistered: Range;
  steps: {
    /**
     * the same in both languages
     */
    name: {
      en: string;
      ru: string;
    };
    role: 'add' | 'take' | 'level';
    persons: Range;
    kind: 'reported' | 'linked' | 'modelled';
    source: string;
  }[];
}
/**
 * a figure with bounds; no probability is meant
 */
export interface Range {
  /**
   * persons
   */
  low: number;
  /**
   * persons
   */
  value: number;
  /**
   * persons
   */
  high: number;
}
/**
 * an accepted file
 */
export interface Batch {
  /**
   * SHA-256 of the file's bytes
   */
  id: string;
  file_name: string;
  bytes: number;
  /**
   * layout that the file follows
   */
  profile: string;
  format: 'csv' | 'parquet' | 'json_lines';
  simulated: boolean;
  /**
   * offices that registered the slips
   */
  offices: string[];
  /**
   * rows; accepted + set_aside
   */
  read: number;
  accepted: number;
  set_aside: number;
  /**
   * rows that take a slip back, among those set aside
   */
  withdrawals: number;
  faults: BatchFault[];
  first_event: string | null;
  last_registered: string | null;
  /**
   * slips that have a name or document here
   */
  names: number;
  names_deleted_at: string | null;
  /**
   * as it was when it was accepted; null of batches of before this was counted
   */
  against_earlier: AgainstEarlier | null;
  accepted_at: string;
  accepted_by: string;
}
export interface BatchFault {
  code: string;
  /**
   * whether faults of this kind set their rows aside
   */
  set_aside: boolean;
  count: number;
  rows: number;
  /**
   * the first of them
   */
  example: {
    row: number;
    column: string | null;
    expected: string;
  };
}
export interface BatchPage {
  items: Batch[];
  next?: string;
}
export interface BatchRequest {
  upload: string;
}
export interface CensusResidual {
  kind: 'modelled';
  method: 'totals' | 'survival' | 'cohort';
  first_year: number;
  last_year: number;
  /**
   * share by which each census may be off
   */
  census_error: number;
  /**
   * share by which mortality may be off
   */
  mortality_error: number;
  net: Range1;
  registered: {
    /**
     * persons
     */
    arrivals: number;
    /**
     * persons
     */
    departures: number;
    /**
     * persons
     */
    net: number;
  } | null;
  /**
   * net migration less what was registered
   */
  unregistered: Range | null;
  groups: {
    group: 'children' | 'labour' | 'older' | 'all';
    sex: 'M' | 'F' | 'T';
    net: Range;
  }[];
  rows: {
    sex: 'M' | 'F' | 'T';
    first_year: number;
    year: number;
    /**
     * at the later census, such as 20-24
     */
    age: string;
    /**
     * by each form of the method
     */
    forms: {
      [k: string]: number | undefined;
    };
    net: Range;
  }[];
  notes: ('no_children' | 'no_registered' | 'children_by_ratio')[];
}
/**
 * a figure with bounds; no probability is meant
 */
export interface Range1 {
  /**
   * persons
   */
  low: number;
  /**
   * persons
   */
  value: number;
  /**
   * persons
   */
  high: number;
}
export interface Code {
  /**
   * six digits, from the device that makes the codes
   */
  code: string;
  /**
   * whether this browser is asked for no code for 30 days
   */
  trustDevice?: boolean;
}
export interface ComparedCell {
  origin: string;
  destination: string;
  year: number;
  united_from: number;
  united_to: number;
  difference: number;
}
export interface Comparison {
  from: number;
  to: number;
  items: ComparedCell[];
}
export interface CorrectionFactor {
  office: string;
  side: 'arrivals' | 'departures';
  /**
   * multiplies what the office reported; modelled
   */
  factor: number;
  low95: number;
  high95: number;
}
export interface Corridor {
  vintage: number;
  /**
   * base of the public’s rounding, null where figures are exact
   */
  rounded_to: number | null;
  /**
   * the kind of each number column
   */
  kinds: {
    [k: string]: 'reported' | 'linked' | 'modelled' | undefined;
  };
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  origin: string;
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  destination: string;
  years: YearFigures[];
  causes: {
    year: number;
    side: 'arrivals' | 'departures';
    cause:
      | 'duplicate'
      | 'repeat_origin'
      | 'short_stay'
      | 'year_shift'
      | 'class_shift'
      | 'unconfirmed'
      | 'expired'
      | 'open'
      | 'redirected_away'
      | 'redirected_here'
      | 'origin_differs'
      | 'no_departure'
      | 'outside'
      | 'unknown_state';
    /**
     * signed: reported above (+) or below (−) united
     */
    count: number;
  }[];
  coverage: Coverage[];
  /**
   * the same years from destination to origin
   */
  opposite: YearFigures[];
  /**
   * what the destination gains, all years together; null where an office that it needs sent no slips
   */
  balance: {
    united: number | null;
    by_arrivals: number | null;
    by_origin_office: number | null;
    by_destination_office: number | null;
  };
}
export interface YearFigures {
  year: number;
  /**
   * null where one of the two states sent no slips
   */
  united: number | null;
  /**
   * null where the destination sent no slips
   */
  arrivals_reported: number | null;
  /**
   * null where the origin sent no slips
   */
  departures_reported: number | null;
}
export interface Coverage {
  office: string;
  side: 'arrivals' | 'departures';
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  origin: string;
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  destination: string;
  /**
   * a count; for the public a multiple of the base of its rounding
   */
  own: number;
  /**
   * a count; for the public a multiple of the base of its rounding
   */
  other: number;
  /**
   * a count; for the public a multiple of the base of its rounding
   */
  matched: number;
  genuine: number | null;
  genuine_low95: number | null;
  genuine_high95: number | null;
  coverage: number | null;
  low95: number | null;
  high95: number | null;
  true_flow: number | null;
  true_low95: number | null;
  true_high95: number | null;
}
export interface CoverageTable {
  vintage: number;
  /**
   * base of the public’s rounding, null where figures are exact
   */
  rounded_to: number | null;
  /**
   * the kind of each number column
   */
  kinds: {
    [k: string]: 'reported' | 'linked' | 'modelled' | undefined;
  };
  items: Coverage[];
  next?: string;
}
export interface CurrentStep {
  name: string;
  since: string;
  /**
   * of the statement under way; null where nobody can tell
   */
  percent: number | null;
}
export interface Demonstration {
  /**
   * none where no demonstration is made
   */
  state: 'none' | 'simulating' | 'loading' | 'accounting' | 'ready' | 'failed';
  /**
   * step of the account under way
   */
  step: string | null;
  /**
   * of the statement under way; null where nobody can tell
   */
  percent: number | null;
}
export interface Disabling {
  disabled: boolean;
}
export interface Done {}
export interface Flow {
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  origin: string;
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  destination: string;
  year: number;
  classes: {
    [k: string]: string | undefined;
  };
  /**
   * null where one of the two states sent no slips
   */
  united: number | null;
  /**
   * null where the destination sent no slips
   */
  arrivals_reported: number | null;
  /**
   * null where the origin sent no slips
   */
  departures_reported: number | null;
}
export interface FlowEstimate {
  origin: string;
  destination: string;
  /**
   * the year, or the last of a period
   */
  year: number;
  arrivals_reported: number | null;
  departures_reported: number | null;
  /**
   * persons; modelled
   */
  estimate: number | null;
  low95: number | null;
  high95: number | null;
  kind: 'modelled' | 'reported';
}
export interface FlowIndicators {
  kind: 'reported';
  /**
   * by each state’s own office, or both ways by the office of arrival
   */
  view: 'own_office' | 'arrival_place';
  states: {
    state: string;
    /**
     * the first year of a period; else the year
     */
    first_year: number;
    year: number;
    /**
     * partners whose flows are known both ways in the year
     */
    partners: number;
    /**
     * partners of whom any flow is known in any year
     */
    all_partners: number;
    /**
     * persons
     */
    arrivals: number;
    /**
     * persons
     */
    departures: number;
    /**
     * arrivals − departures
     */
    net: number;
    /**
     * arrivals + departures
     */
    turnover: number;
    /**
     * net per 1000 of the population
     */
    net_rate: number | null;
    /**
     * turnover per 1000 of the population
     */
    turnover_rate: number | null;
    /**
     * 100 net / turnover, −100 to 100
     */
    effectiveness: number | null;
  }[];
  systems: {
    /**
     * the first year of a period; else the year
     */
    first_year: number;
    year: number;
    states: number;
    /**
     * persons
     */
    moves: number;
    /**
     * 100 moves / population
     */
    intensity: number | null;
    /**
     * 100 Σ|net| / Σ turnover, 0 to 100
     */
    effectiveness: number | null;
    /**
     * 50 Σ|net| / population
     */
    net_migration_rate: number | null;
  }[];
}
export interface Flows {
  vintage: number;
  /**
   * base of the public’s rounding, null where figures are exact
   */
  rounded_to: number | null;
  /**
   * the kind of each number column
   */
  kinds: {
    [k: string]: 'reported' | 'linked' | 'modelled' | undefined;
  };
  items: Flow[];
  next?: string;
}
export interface Gap {
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  origin: string;
  /**
   * ISO 3166-1 alpha-2, ZZ where unknown
   */
  destination: string;
  classes: {
    [k: string]: string | undefined;
  };
  year: number;
  side: 'arrivals' | 'departures';
  cause:
    | 'duplicate'
    | 'repeat_origin'
    | 'short_stay'
    | 'year_shift'
    | 'class_shift'
    | 'unconfirmed'
    | 'expired'
    | 'open'
    | 'redirected_away'
    | 'redirected_here'
    | 'origin_differs'
    | 'no_departure'
    | 'outside'
    | 'unknown_state';
  /**
   * signed: reported above (+) or below (−) united
   */
  count: number;
}
export interface Gaps {
  vintage: number;
  /**
   * base of the public’s rounding, null where figures are exact
   */
  rounded_to: number | null;
  /**
   * the kind of each number column
   */
  kinds: {
    [k: string]: 'reported' | 'linked' | 'modelled' | undefined;
  };
  items: Gap[];
  next?: string;
}
export interface Health {
  status: 'ok';
}
/**
 * JSON-LD 1.1
 */
export interface JsonLd {
  '@context': {
    [k: string]: unknown | undefined;
  };
  [k: string]: unknown | undefined;
}
export interface Judgement {
  id: number;
  a: string;
  b: string;
  judgement: 'same' | 'different' | 'unsure';
  reason: string;
  judged_at: string;
  judged_by: string;
  /**
   * as it is now; null where the account is no more, or the judgement came by the command line
   */
  judged_by_name: string | null;
}
export interface JudgementPage {
  items: Judgement[];
  next?: string;
}
export interface Key {
  id: string;
  name: string;
  /**
   * first signs, to tell keys apart
   */
  start: string;
  roles: {
    role: 'contributor' | 'statistician' | 'publisher' | 'lawyer' | 'auditor' | 'administrator';
    office: string;
  }[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}
export interface Keys {
  items: Key[];
  next?: string;
}
export interface LawFeed {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  language: string;
  authors: {
    name: string;
  }[];
  items: {
    id: string;
    url: string;
    title: string;
    content_text: string;
    date_published: string;
    authors: {
      name: string;
    }[];
    tags: string[];
  }[];
}
export interface LawProposal {
  id: number;
  state: string;
  act: string;
  /**
   * of the act
   */
  title: {
    ru: string;
    en: string;
  };
  kind: 'act' | 'claim';
  /**
   * YAML as the proposer wrote it
   */
  text: string;
  note: string;
  proposed_at: string;
  /**
   * id of the person; proposer is the name
   */
  proposed_by: string;
  proposer: string;
  review: {
    decision: 'published' | 'refused';
    reason: string;
    reviewed_at: string;
    reviewed_by: string;
    reviewer: string;
  } | null;
}
export interface LawProposalInFull {
  id: number;
  state: string;
  act: string;
  /**
   * of the act
   */
  title: {
    ru: string;
    en: string;
  };
  kind: 'act' | 'claim';
  /**
   * YAML as the proposer wrote it
   */
  text: string;
  note: string;
  proposed_at: string;
  /**
   * id of the person; proposer is the name
   */
  proposed_by: string;
  proposer: string;
  review: {
    decision: 'published' | 'refused';
    reason: string;
    reviewed_at: string;
    reviewed_by: string;
    reviewer: string;
  } | null;
  /**
   * the day of which parties and answers are told
   */
  on: string;
  /**
   * whether whoever asks proposed it, and so cannot review it
   */
  mine: boolean;
  /**
   * the act without the proposal; null where it is new
   */
  before: {
    id: string;
    title: {
      ru: string;
      en: string;
    };
    kind: ActKind;
    subjects: string[];
    signed: string | null;
    place: string | null;
    on: string;
    amends: string | null;
    replaces: string[];
    remark: string | null;
    parties: {
      state: string;
      status: PartyStatus;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      since?: string;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      until?: string;
      /**
       * states towards which alone it stands so
       */
      towards?: string[];
      missing?: string;
      because: ActClaim[];
      reservations: {
        articles: string[];
        text: string | null;
      }[];
    }[];
    conflicts: {
      event: ActEvent;
      settled: boolean;
      reason: string | null;
      /**
       * the one that counts first
       */
      claims: ActClaim[];
    }[];
    provisions: {
      article: string | null;
      text: {
        ru: string;
        en: string;
      };
      evidence: Evidence;
      source: string | null;
      source_address: string | null;
      rules: {
        domain: Right;
        effect: 'permission' | 'prohibition' | 'limit' | 'equal-treatment' | 'obligation';
        who: string[];
        value?: number;
        unit?: string;
        /**
         * a day, a month, a year, or FROM/TO with .. for an open end
         */
        since?: string;
        /**
         * a day, a month, a year, or FROM/TO with .. for an open end
         */
        until?: string;
      }[];
    }[];
    claims: ActClaim[];
  } | null;
  /**
   * the act with the proposal in it; null where that does not fit
   */
  after: {
    id: string;
    title: {
      ru: string;
      en: string;
    };
    kind: ActKind;
    subjects: string[];
    signed: string | null;
    place: string | null;
    on: string;
    amends: string | null;
    replaces: string[];
    remark: string | null;
    parties: {
      state: string;
      status: PartyStatus;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      since?: string;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      until?: string;
      /**
       * states towards which alone it stands so
       */
      towards?: string[];
      missing?: string;
      because: ActClaim[];
      reservations: {
        articles: string[];
        text: string | null;
      }[];
    }[];
    conflicts: {
      event: ActEvent;
      settled: boolean;
      reason: string | null;
      /**
       * the one that counts first
       */
      claims: ActClaim[];
    }[];
    provisions: {
      article: string | null;
      text: {
        ru: string;
        en: string;
      };
      evidence: Evidence;
      source: string | null;
      source_address: string | null;
      rules: {
        domain: Right;
        effect: 'permission' | 'prohibition' | 'limit' | 'equal-treatment' | 'obligation';
        who: string[];
        value?: number;
        unit?: string;
        /**
         * a day, a month, a year, or FROM/TO with .. for an open end
         */
        since?: string;
        /**
         * a day, a month, a year, or FROM/TO with .. for an open end
         */
        until?: string;
      }[];
    }[];
    claims: ActClaim[];
  } | null;
  /**
   * why it does not fit the register any more
   */
  faults: string[];
  /**
   * answers of that day that become others
   */
  rights: {
    citizen: string;
    in: string;
    role: string;
    domain: Right;
    before: RightSign;
    after: RightSign;
  }[];
}
export interface RightSign {
  status: RightStatus;
  value?: number;
  unit?: string;
}
export interface LawProposals {
  items: LawProposal[];
}
export interface LawReview {
  decision: 'published' | 'refused';
  reason: string;
}
export interface MadeKey {
  id: string;
  /**
   * shown this once
   */
  key: string;
}
export interface Method {
  items: MethodStep[];
}
export interface MethodStep {
  name: string;
  /**
   * what the step decides and why
   */
  decides: string;
  sql: string;
  /**
   * rows that it produced; null where it has not run
   */
  rows: number | null;
  seconds: number | null;
}
export interface MirrorComparison {
  kind: 'reported';
  /**
   * who published the figures; null of a table that was sent
   */
  source: {
    en: string;
    ru: string;
  } | null;
  corridors: MirrorCorridorYear[];
  pairs: MirrorPairYear[];
  /**
   * years in which an office’s series changed its meaning
   */
  breaks: SeriesBreak[];
  /**
   * how the offices count, where that is known
   */
  rules: OfficeRule[];
  /**
   * with their codes of UN M49
   */
  states: {
    state: string;
    numeric: string;
  }[];
  /**
   * the tables that were read
   */
  tables: {
    name: string;
    sha256: string;
    /**
     * fingerprint of the account, where run.json was sent with its flows
     */
    run: string | null;
    /**
     * whether that account is of simulated slips
     */
    simulated: boolean | null;
  }[];
  /**
   * records read
   */
  read: number;
  fault_count: number;
  /**
   * the first thousand
   */
  faults: TableFault[];
  /**
   * what was left out that is no fault, with counts
   */
  passed_over: {
    [k: string]: number | undefined;
  };
  /**
   * whether the table has what the sampled models need
   */
  can_sample: boolean;
}
export interface MirrorCorridorYear {
  origin: string;
  destination: string;
  /**
   * the first year of a period; else the year
   */
  first_year: number;
  /**
   * the year, or the last of a period
   */
  year: number;
  /**
   * by the office of the origin, persons; reported
   */
  departures: number | null;
  /**
   * by the office of the destination, persons; reported
   */
  arrivals: number | null;
  /**
   * arrivals − departures
   */
  gap: number | null;
  /**
   * (departures − arrivals) / their mean, −2 to 2
   */
  asymmetry: number | null;
  /**
   * departures / arrivals
   */
  ratio: number | null;
  departures_flags: string;
  arrivals_flags: string;
}
export interface MirrorPairYear {
  a: string;
  b: string;
  /**
   * the first year of a period; else the year
   */
  first_year: number;
  /**
   * the year, or the last of a period
   */
  year: number;
  /**
   * balance of a with b by the office of a, persons
   */
  balance_a: number | null;
  /**
   * the same balance by the office of b
   */
  balance_b: number | null;
  /**
   * balance_b − balance_a: the sum of the parts
   */
  difference: number | null;
  /**
   * departures − arrivals, from b to a and from a to b
   *
   * @minItems 2
   * @maxItems 2
   */
  parts: never[];
  /**
   * arrivals at a less arrivals at b
   */
  balance_by_arrivals: number | null;
}
export interface SeriesBreak {
  state: string;
  year: number;
  why: {
    en: string;
    ru: string;
  };
  source: {
    en: string;
    ru: string;
  };
}
export interface OfficeRule {
  state: string;
  from: number | null;
  until: number | null;
  /**
   * months after which somebody counts
   */
  stay: (number | 'permanent') | null;
  basis: 'residence' | 'stay' | 'permit';
  source: {
    en: string;
    ru: string;
  };
}
export interface TableFault {
  file: string;
  row: number;
  column: string | null;
  code: string;
  found: string | null;
  expected: string;
  /**
   * whether the row is set aside; else the value is blanked
   */
  set_aside: boolean;
}
export interface MirrorFit {
  model: 'log' | 'binomial' | 'bayes' | 'pooled';
  /**
   * the office whose arrivals are taken as complete
   */
  benchmark: string;
  corridor_effects: boolean;
  factors: CorrectionFactor[];
  flows: FlowEstimate[];
  cells: number;
  cells_used: number;
  prediction: {
    cells: number;
    folds: number;
    /**
     * of log(departures / arrivals) in cells left out
     */
    rmse: number;
    rmse_without_model: number;
    rmse_whole_corridors: number | null;
  } | null;
  residual_corridors: {
    origin: string;
    destination: string;
    cells: number;
    /**
     * mean log(departures / arrivals) above the fit
     */
    mean: number;
  }[];
  sampler: {
    chains: number;
    samples: number;
    divergences: number;
    worst_rhat: number;
    least_ess: number;
    seconds: number;
  } | null;
  warnings: {
    en: string;
    ru: string;
  }[];
}
export interface Move {
  move: number;
  /**
   * means nothing outside the run
   */
  person: number;
  origin: string;
  destination: string;
  moved_on: string;
  /**
   * whether a departure slip belongs to it
   */
  departure_known: boolean;
}
export interface MovePage {
  items: Move[];
  next?: string;
}
export interface NameDeletion {
  id: string;
  office: string;
  /**
   * slips registered before this day
   */
  before: string;
  reason: string;
  batches: string[];
  /**
   * slips whose names and documents were deleted
   */
  slips: number;
  /**
   * run whose persons stand in for the names
   */
  run: string | null;
  proof: {
    batches: {
      batch: string;
      slips: number;
      texts: number;
      names: RewrittenFile | null;
      faults: RewrittenFile | null;
    }[];
    /**
     * what was looked for afterwards; all is well where every count is 0
     */
    verified: {
      at: string;
      names_left: number;
      texts_left: number;
      files_left: number;
      keys_left: number;
    } | null;
  };
  deleted_at: string;
  deleted_by: string;
}
/**
 * SHA-256 of a sealed file before and after, and of its wrapped key before
 */
export interface RewrittenFile {
  before: string;
  after: string | null;
  key_before: string;
}
export interface NameDeletionPage {
  items: NameDeletion[];
  next?: string;
}
export interface NameDeletionRequestInput {
  office: string;
  /**
   * slips registered before this day
   */
  before: string;
  /**
   * why, for those who read the proof
   */
  reason: string;
  /**
   * also of slips that no run has linked: later runs know them by what is left
   */
  unlinked_too?: boolean;
}
export interface NewJudgement {
  /**
   * OFFICE:SLIP_ID
   */
  a: string;
  /**
   * OFFICE:SLIP_ID
   */
  b: string;
  /**
   * unsure leaves the pair to the model
   */
  judgement: 'same' | 'different' | 'unsure';
  reason: string;
}
export interface NewKey {
  name: string;
  /**
   * @minItems 1
   * @maxItems 50
   */
  roles: {
    role: 'contributor' | 'statistician' | 'publisher' | 'lawyer' | 'auditor' | 'administrator';
    office: string;
  }[];
  /**
   * days until it ends; never where absent
   */
  days?: number;
}
export interface NewLawProposalInput {
  state: string;
  /**
   * YAML: act, or claim with of; beside either, sources
   */
  text: string;
  note?: string;
}
export interface NewPerson {
  name: string;
  email: string;
  /**
   * @maxItems 200
   */
  roles: Grant[];
}
export interface NewRoles {
  /**
   * @maxItems 200
   */
  roles: Grant[];
}
export interface Office {
  office: string;
  /**
   * whether the viewer holds a role for this office
   */
  own: boolean;
  /**
   * a count; for the public a multiple of the base of its rounding
   */
  slips: number;
  verdicts: VerdictShare[];
  /**
   * of this office, in each corridor
   */
  coverage: Coverage[];
  timeliness: Timeliness[];
}
export interface VerdictShare {
  office: string;
  verdict: string;
  /**
   * a count; for the public a multiple of the base of its rounding
   */
  count: number;
  share: number;
}
export interface Timeliness {
  office: string;
  kind: 'arrival' | 'departure';
  /**
   * a count; for the public a multiple of the base of its rounding
   */
  slips: number;
  /**
   * a count; for the public a multiple of the base of its rounding
   */
  dated: number;
  /**
   * days from event to registration; null where too few are dated
   */
  median_days: number | null;
  /**
   * days from event to registration; null where too few are dated
   */
  p90_days: number | null;
}
export interface Offices {
  vintage: number;
  items: Office[];
}
export interface OriginBatch {
  /**
   * SHA-256 of the file, for statisticians and auditors; else null
   */
  id: string | null;
  offices: string[];
  /**
   * of the first event
   */
  first_year: number | null;
  /**
   * of the last registration
   */
  last_year: number | null;
}
export interface OutsideSignIn {
  provider: 'outside';
  /**
   * page to come back to, a path of this server
   */
  callbackURL: string;
}
export interface Overview {
  vintage: number;
  /**
   * base of the public’s rounding, null where figures are exact
   */
  rounded_to: number | null;
  /**
   * the kind of each number column
   */
  kinds: {
    [k: string]: 'reported' | 'linked' | 'modelled' | undefined;
  };
  year: number | null;
  years: number[];
  flows: {
    /**
     * ISO 3166-1 alpha-2, ZZ where unknown
     */
    origin: string;
    /**
     * ISO 3166-1 alpha-2, ZZ where unknown
     */
    destination: string;
    /**
     * null where one of the two states sent no slips
     */
    united: number | null;
    /**
     * null where the destination sent no slips
     */
    arrivals_reported: number | null;
    /**
     * null where the origin sent no slips
     */
    departures_reported: number | null;
  }[];
  /**
   * what was reported by anybody, and all moves proved
   */
  totals: {
    /**
     * a count; for the public a multiple of the base of its rounding
     */
    united: number;
    /**
     * a count; for the public a multiple of the base of its rounding
     */
    arrivals_reported: number;
    /**
     * a count; for the public a multiple of the base of its rounding
     */
    departures_reported: number;
  };
  /**
   * of flows between states that both sent slips alone: here the three figures can be compared
   */
  between_offices: {
    totals: {
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      united: number;
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      arrivals_reported: number;
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      departures_reported: number;
    };
    by_year: {
      year: number;
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      united: number;
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      arrivals_reported: number;
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      departures_reported: number;
    }[];
  };
  by_year: {
    year: number;
    /**
     * a count; for the public a multiple of the base of its rounding
     */
    united: number;
    /**
     * a count; for the public a multiple of the base of its rounding
     */
    arrivals_reported: number;
    /**
     * a count; for the public a multiple of the base of its rounding
     */
    departures_reported: number;
  }[];
}
export interface Parameters {
  /**
   * months from which a stay is a move
   */
  threshold: number;
  /**
   * months in which an arrival must follow a departure
   */
  lapse: number;
  /**
   * classes that cells are split by
   */
  by: ('sex' | 'age' | 'citizenship' | 'purpose')[];
}
export interface Password {
  password: string;
}
export interface PasswordChangeInput {
  currentPassword: string;
  newPassword: string;
  /**
   * whether other browsers are signed out
   */
  revokeOtherSessions?: boolean;
}
export interface People {
  items: Person[];
  next?: string;
}
export interface Person {
  id: string;
  name: string;
  email: string;
  second_factor: boolean;
  must_change_password: boolean;
  disabled_at: string | null;
  roles: Grant[];
}
export interface Problem {
  /**
   * what kind of problem: about:blank, or a name of ours
   */
  type: string;
  title: string;
  status: number;
  detail?: string;
  /**
   * which of the reasons that this kind of problem may have
   */
  reason?: string;
  /**
   * id of the request
   */
  instance?: string;
  /**
   * everything that is wrong with the request
   */
  faults?: {
    where: string;
    found?: string;
    expected: string;
  }[];
}
export interface Provisions {
  items: {
    act: string;
    title: {
      ru: string;
      en: string;
    };
    article: string | null;
    text: {
      ru: string;
      en: string;
    };
    evidence: Evidence;
    source: string | null;
    source_address: string | null;
    rules: {
      domain: Right;
      effect: 'permission' | 'prohibition' | 'limit' | 'equal-treatment' | 'obligation';
      who: string[];
      value?: number;
      unit?: string;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      since?: string;
      /**
       * a day, a month, a year, or FROM/TO with .. for an open end
       */
      until?: string;
    }[];
  }[];
}
export interface Quality {
  vintage: number;
  /**
   * base of the public’s rounding, null where figures are exact
   */
  rounded_to: number | null;
  /**
   * the kind of each number column
   */
  kinds: {
    [k: string]: 'reported' | 'linked' | 'modelled' | undefined;
  };
  chapters: {
    number: number;
    id:
      | 'CONTACT'
      | 'META_UPDATE'
      | 'STAT_PRES'
      | 'UNIT_MEASURE'
      | 'REF_PERIOD'
      | 'INST_MANDATE'
      | 'CONF'
      | 'REL_POLICY'
      | 'FREQ_DISS'
      | 'ACCESSIBILITY_CLARITY'
      | 'QUALITY_MGMNT'
      | 'RELEVANCE'
      | 'ACCURACY'
      | 'TIMELINESS_PUNCT'
      | 'COHER_COMPAR'
      | 'COST_BURDEN'
      | 'DATA_REV'
      | 'STAT_PROCESS'
      | 'COMMENT_DSET';
    name: {
      ru: string;
      en: string;
    };
    text: {
      ru: string;
      en: string;
    } | null;
  }[];
  coverage: Coverage[];
  timeliness: Timeliness[];
  asymmetry: {
    median: number | null;
    corridors: {
      /**
       * ISO 3166-1 alpha-2, ZZ where unknown
       */
      origin: string;
      /**
       * ISO 3166-1 alpha-2, ZZ where unknown
       */
      destination: string;
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      arrivals_reported: number;
      /**
       * a count; for the public a multiple of the base of its rounding
       */
      departures_reported: number;
      asymmetry: number;
    }[];
  };
  revisions: {
    /**
     * the vintage compared with
     */
    against: number | null;
    cells: number;
    /**
     * mean absolute revision, moves
     */
    mar: number | null;
    /**
     * the same over the later figures
     */
    rmar: number | null;
  };
  verdicts: VerdictShare[];
}
export interface Redirect {
  url: string;
}
export interface ReleaseInput {
  /**
   * release it though it differs by few slips from one released
   */
  force?: boolean;
}
export interface ReviewPairs {
  items: ReviewedPair[];
}
export interface ReviewedPair {
  /**
   * OFFICE:SLIP_ID
   */
  a: string;
  /**
   * OFFICE:SLIP_ID
   */
  b: string;
  /**
   * evidence for one person, in bits
   */
  weight: number;
  /**
   * chance of one person that follows
   */
  probability: number;
  /**
   * how the run took them
   */
  linked_as: 'same' | 'different';
  /**
   * what hangs on it
   */
  effect: 'short_stay' | 'repeat_or_duplicate' | 'departure_and_arrival' | 'person_only';
  /**
   * expected change of the account
   */
  priority: number;
  /**
   * how much of each slip is shown: whole; without_names where names of its file were deleted after the run; nothing of other_office and not_there
   */
  shown: {
    a: 'whole' | 'without_names' | 'other_office' | 'not_there';
    b: 'whole' | 'without_names' | 'other_office' | 'not_there';
  };
  fields: ReviewedField[];
}
export interface ReviewedField {
  field: string;
  /**
   * null where the slip has nothing there, or where `shown` says why
   */
  a: string | null;
  b: string | null;
  level: 'same' | 'close' | 'differs' | 'missing';
}
export interface RevisionTriangle {
  vintages: number[];
  years: TriangleRow[];
}
export interface TriangleRow {
  year: number;
  values: (number | null)[];
}
export interface RightAnswer {
  domain: Right;
  status: RightStatus;
  value?: number;
  unit?: string;
  because: {
    act: string;
    article: string | null;
  }[];
  missing: string[];
  conflicts: RightConflict[];
  term?: {
    /**
     * for who entered on the day given
     */
    last_day: string | null;
    over: boolean;
    /**
     * how days are counted and rounded
     */
    counting: string;
    /**
     * earlier stays count too: those of so many days in a row, or of a calendar year
     */
    within: (number | 'calendar-year') | null;
  };
  explanation: {
    rules: TriedRule[];
    /**
     * rules that apply too, but stand back behind others
     */
    outranked: {
      rule: string;
      behind: string;
      by: 'override' | 'more-favourable' | 'special' | 'later';
      why: string;
    }[];
    /**
     * of an answer that national law decides: what the register knowingly lacks
     */
    gaps: string[];
  };
  /**
   * rules of acts that both states have to do with, but that do not bind them that day
   */
  not_in_force: TriedRule[];
}
export interface RightConflict {
  act: string;
  /**
   * true where the reason leaves no doubt: the answer stands
   */
  settled: boolean;
  reason: string | null;
  counted: ActClaim;
  others: {
    id: string;
    event: ActEvent;
    /**
     * * for the act as a whole
     */
    party: '*' | string[];
    /**
     * of an event of the whole act: the states that it binds, where these are not all its signatories
     */
    binds?: string[];
    /**
     * states towards which alone the event acts
     */
    towards?: string[];
    /**
     * first day on which what it began no longer stands
     */
    until?: string;
    date: string | null;
    evidence: Evidence;
    source: string | null;
    source_address: string | null;
    note: string | null;
    recorded_on: string;
    status: RightStatus;
    value?: number;
  }[];
}
export interface TriedRule {
  rule: string;
  act: string;
  article: string | null;
  text: {
    ru: string;
    en: string;
  };
  evidence: Evidence;
  effect: 'permission' | 'prohibition' | 'limit' | 'equal-treatment' | 'obligation';
  outcome: 'applies' | 'does-not-apply' | 'uncertain';
  why: string;
  in_force: {
    force: 'in-force' | 'provisional' | 'not-in-force' | 'uncertain';
    because: ActClaim[];
    missing: string | null;
  };
  exceptions: TriedException[];
  missing: string[];
}
export interface TriedException {
  id: string;
  text: {
    ru: string;
    en: string;
  };
  held: boolean;
  why: string;
  missing: string[];
  exceptions: TriedException[];
}
export interface RightDifference {
  domain: Right;
  before: RightStatus;
  after: RightStatus;
  rules: {
    rule: string;
    before: string;
    after: string;
  }[];
}
export interface Rights {
  question: RightsQuestion;
  answers: RightAnswer[];
  compared_with?: RightsQuestion;
  differences?: RightDifference[];
}
export interface RightsQuestion {
  citizen: string;
  in: string;
  on: string;
  role: PersonRole;
  facts: {
    [k: string]: string | undefined;
  };
  known_on: string | null;
  entered?: string;
  stays?: {
    from: string;
    to: string;
  }[];
}
export interface RightsFacts {
  items: {
    fact: string;
    /**
     * values that rules name; any other is none of them
     */
    values: string[];
    domains: Right[];
  }[];
}
export interface RightsMatrix {
  on: string;
  /**
   * the other day with which cells are compared
   */
  against: string;
  role: PersonRole;
  facts: {
    [k: string]: string | undefined;
  };
  known_on: string | null;
  /**
   * the nearest day before on which a cell became another
   */
  earlier: string | null;
  /**
   * the nearest day after on which a cell becomes another
   */
  later: string | null;
  cells: {
    citizen: string;
    in: string;
    domain: Right;
    status: RightStatus;
    value?: number;
    unit?: string;
    before?: RightSign1;
  }[];
}
/**
 * what it was on the other day, where that differs
 */
export interface RightSign1 {
  status: RightStatus;
  value?: number;
  unit?: string;
}
export interface RowFault {
  /**
   * from 1, the header not counted
   */
  row: number;
  column: string | null;
  code: string;
  /**
   * null too where it was deleted with names
   */
  found: string | null;
  expected: string;
  set_aside: boolean;
}
export interface RowFaultPage {
  items: RowFault[];
  next?: string;
}
export interface Run {
  id: string;
  /**
   * in the order in which runs were asked for
   */
  number: number;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  parameters: Parameters;
  label: string | null;
  /**
   * SHA-256 of each batch, in order of acceptance
   */
  batches: string[];
  code_version: string;
  requested_at: string;
  requested_by: string;
  started_at: string | null;
  ended_at: string | null;
  attempt: number;
  error: string | null;
  steps: Step[];
  current: CurrentStep | null;
  vintage: number | null;
}
/**
 * a step that ended, with the rows that it produced
 */
export interface Step {
  name: string;
  rows: number;
  seconds: number;
}
export interface RunPage {
  items: Run[];
  next?: string;
}
export interface RunRequestInput {
  /**
   * months from which a stay is a move
   */
  threshold?: number;
  /**
   * months in which an arrival must follow a departure
   */
  lapse?: number;
  /**
   * classes to split cells by
   *
   * @maxItems 4
   */
  by?: ('sex' | 'age' | 'citizenship' | 'purpose')[];
  /**
   * what to call the vintage
   */
  label?: string;
  /**
   * whose slips are accounted; the offices' where there are any, else those of simulated worlds
   */
  slips?: 'offices' | 'simulated' | 'all';
}
export interface SecondFactor {
  /**
   * otpauth: address to be shown as a QR code
   */
  totpURI: string;
  /**
   * each good for one sign-in; shown this once
   */
  backupCodes: string[];
}
export interface Session {
  actor: Actor;
  /**
   * what must be done before anything else
   */
  first: ('change-password' | 'second-factor') | null;
  /**
   * whether the sign-in has a second factor
   */
  second_factor: boolean;
  /**
   * whether one can sign in with an outside provider
   */
  outside: boolean;
}
export interface ShippedTable {
  table: string;
  /**
   * who published the figures
   */
  source: {
    en: string;
    ru: string;
  };
  first_year: number;
  last_year: number;
  /**
   * states whose offices report something
   */
  offices: string[];
  /**
   * corridors and years
   */
  cells: number;
  /**
   * of them with both sides
   */
  both_sides: number;
}
export interface ShippedTables {
  items: ShippedTable[];
}
export interface SignIn {
  email: string;
  password: string;
  rememberMe?: boolean;
}
export interface SignedIn {
  /**
   * true where a code must follow
   */
  twoFactorRedirect?: boolean;
}
export interface SkillsExchange {
  kind: 'reported';
  levels: {
    education: 'none' | 'basic' | 'secondary' | 'higher' | 'unknown';
    /**
     * persons
     */
    arrivals: number;
    /**
     * persons
     */
    departures: number;
    /**
     * persons
     */
    net: number;
    /**
     * of arrivals whose education is known
     */
    share_in: number | null;
    /**
     * of departures whose education is known
     */
    share_out: number | null;
    /**
     * 100 net / (arrivals + departures)
     */
    effectiveness: number | null;
  }[];
  /**
   * older than 40 and without secondary or higher education
   */
  non_target: {
    /**
     * share from 0 to 1, with bounds; modelled where they differ
     */
    arrivals: {
      low: number;
      value: number;
      high: number;
    } | null;
    /**
     * share from 0 to 1, with bounds; modelled where they differ
     */
    departures: {
      low: number;
      value: number;
      high: number;
    } | null;
  };
}
export interface SlipLayouts {
  items: {
    /**
     * as the parameter profile takes it
     */
    name: string;
    title: {
      ru: string;
      en: string;
    };
  }[];
}
export interface State {
  state: string;
  name: string;
}
export interface States {
  items: State[];
  next?: string;
}
export interface TargetTrack {
  plan: {
    state: string;
    /**
     * the same in both languages
     */
    title: {
      en: string;
      ru: string;
    };
    first_year: number;
    last_year: number;
    /**
     * persons
     */
    balance: number;
    years: {
      year: number;
      /**
       * persons
       */
      balance: number;
    }[];
    partners: string[] | null;
    source: string;
    /**
     * Items: the same in both languages
     */
    notes: {
      en: string;
      ru: string;
    }[];
  };
  series: {
    by: 'own_office' | 'other_offices' | 'arrival_place' | 'united' | 'estimate';
    kind: 'reported' | 'linked' | 'modelled';
    sources: string[];
    years: {
      year: number;
      balance: Range;
      cumulative: Range;
      /**
       * the plan up to this year, of the years that are known
       */
      planned: number;
      /**
       * persons
       */
      gap: number;
      kind: 'reported' | 'linked' | 'modelled';
    }[];
    missing: number[];
    total: Range;
    pace: number | null;
    needed_pace: number | null;
    reached: boolean | null;
    /**
     * of the plan being reached: errors of the years independent, and all the same
     */
    probability: {
      low: number;
      high: number;
    } | null;
    /**
     * of the whole period, if the pace stays; 95 %
     */
    outlook: Range | null;
  }[];
}
export interface Timeline {
  person: number;
  slips: TimelineSlip[];
}
export interface TimelineSlip {
  office: string;
  kind: 'arrival' | 'departure';
  event_on: string | null;
  registered_on: string;
  origin: string;
  destination: string;
  verdict: string;
  move: number | null;
  /**
   * the slip's number, where its office is the viewer's own
   */
  own_slip_id: string | null;
  /**
   * whether the cell asked for counts this slip under the cause
   */
  highlighted: boolean;
}
export interface Timelines {
  items: Timeline[];
}
export interface TimelinessTable {
  items: Timeliness[];
}
/**
 * a checked file that waits to be accepted, for a week
 */
export interface Upload {
  /**
   * SHA-256 of the file's bytes
   */
  id: string;
  file_name: string;
  bytes: number;
  /**
   * layout that the file follows
   */
  profile: string;
  format: 'csv' | 'parquet' | 'json_lines';
  simulated: boolean;
  /**
   * offices that registered the slips
   */
  offices: string[];
  /**
   * rows; accepted + set_aside
   */
  read: number;
  accepted: number;
  set_aside: number;
  /**
   * rows that take a slip back, among those set aside
   */
  withdrawals: number;
  faults: BatchFault[];
  first_event: string | null;
  last_registered: string | null;
  /**
   * as it is now; null where it was not counted
   */
  against_earlier: AgainstEarlier | null;
  /**
   * where the same file was accepted before
   */
  batch: Batch | null;
}
export interface Vintage {
  id: number;
  run: string;
  label: string | null;
  published_at: string;
  /**
   * when the public got it
   */
  released_at: string | null;
  /**
   * true where the slips are of a simulated world
   */
  simulated: boolean;
  parameters: Parameters;
  slips: number;
  persons: number;
  moves: number;
  first_year: number | null;
  last_year: number | null;
  offices: string[];
  /**
   * SHA-256 over the tables as the viewer sees them
   */
  fingerprint: string;
  /**
   * base of the public's rounding; null where figures are exact
   */
  rounded_to: number | null;
}
/**
 * what a vintage was made of: every number can be traced to it
 */
export interface VintageOrigin {
  run: string;
  code_version: string;
  parameters: Parameters;
  /**
   * in order of acceptance
   */
  batches: OriginBatch[];
  /**
   * number of the last judgement respected
   */
  judgements: number;
}
export interface VintagePage {
  items: Vintage[];
  next?: string;
}
export interface Welcome {
  id: string;
  email: string;
  /**
   * shown this once; must be changed at the first sign-in
   */
  one_time_password: string;
}
export interface WorkforceBalance {
  kind: 'modelled';
  resources: Range;
  uses: Range;
  balance: Range2;
  official: Range;
  unregistered: Range;
  lines: {
    item: string;
    /**
     * the same in both languages
     */
    name: {
      en: string;
      ru: string;
    };
    side: 'resource' | 'use' | 'official';
    persons: Range;
    kind: 'reported' | 'linked' | 'modelled';
    source: string;
  }[];
}
/**
 * a figure with bounds; no probability is meant
 */
export interface Range2 {
  /**
   * persons
   */
  low: number;
  /**
   * persons
   */
  value: number;
  /**
   * persons
   */
  high: number;
}
