export type Role = 'contributor' | 'statistician' | 'publisher' | 'auditor' | 'administrator';
export interface Grant {
  role: Role;
  office: string;
}
export interface Actor {
  kind: 'public' | 'user' | 'key' | 'system';
  id: string;
  name: string;
  roles: Grant[];
}
export interface Session {
  actor: Actor;
  first: 'change-password' | 'second-factor' | null;
}
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  faults?: { where: string; found?: string; expected: string }[];
}
export interface Parameters {
  threshold: number;
  lapse: number;
  by: readonly string[];
}
export interface Vintage {
  id: number;
  run: string;
  label: string | null;
  published_at: string;
  released_at: string | null;
  simulated: boolean;
  parameters: Parameters;
  slips: number;
  persons: number;
  moves: number;
  first_year: number | null;
  last_year: number | null;
  offices: readonly string[];
  fingerprint: string;
  rounded_to: number | null;
}
export interface Figures {
  united: number;
  arrivals_reported: number;
  departures_reported: number;
}
export interface CorridorFigures extends Figures {
  origin: string;
  destination: string;
}
export interface YearFigures extends Figures {
  year: number;
}
export interface Overview {
  vintage: number;
  rounded_to: number | null;
  kinds: Record<string, string>;
  year: number | null;
  years: number[];
  flows: CorridorFigures[];
  totals: Figures;
  by_year: YearFigures[];
}
export type Side = 'arrivals' | 'departures';
export interface GapFigures {
  year: number;
  side: Side;
  cause: string;
  count: number;
}
export interface Coverage {
  office: string;
  side: Side;
  origin: string;
  destination: string;
  own: number;
  other: number;
  matched: number;
  coverage: number | null;
  low95: number | null;
  high95: number | null;
  true_flow: number | null;
  true_low95: number | null;
  true_high95: number | null;
}
export interface Corridor {
  vintage: number;
  rounded_to: number | null;
  origin: string;
  destination: string;
  years: YearFigures[];
  causes: GapFigures[];
  coverage: Coverage[];
  opposite: YearFigures[];
  balance: { united: number; by_arrivals: number; by_origin_office: number; by_destination_office: number };
}
export interface Timeliness {
  office: string;
  kind: 'arrival' | 'departure';
  slips: number;
  dated: number;
  median_days: number | null;
  p90_days: number | null;
}
export interface VerdictShare {
  office: string;
  verdict: string;
  count: number;
  share: number;
}
export interface Worded {
  ru: string;
  en: string;
}
export interface Quality {
  vintage: number;
  rounded_to: number | null;
  chapters: { number: number; id: string; name: Worded; text: Worded | null }[];
  coverage: Coverage[];
  timeliness: Timeliness[];
  asymmetry: {
    median: number | null;
    corridors: {
      origin: string;
      destination: string;
      arrivals_reported: number;
      departures_reported: number;
      asymmetry: number;
    }[];
  };
  revisions: { against: number | null; cells: number; mar: number | null; rmar: number | null };
  verdicts: VerdictShare[];
}
export interface Office {
  office: string;
  own: boolean;
  slips: number;
  verdicts: VerdictShare[];
  coverage: Coverage[];
  timeliness: Timeliness[];
}
export interface Step {
  name: string;
  rows: number;
  seconds: number;
}
export interface Run {
  id: string;
  number: number;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  parameters: Parameters;
  label: string | null;
  batches: readonly string[];
  code_version: string;
  requested_at: string;
  requested_by: string;
  started_at: string | null;
  ended_at: string | null;
  attempt: number;
  error: string | null;
  steps: readonly Step[];
  current: { name: string; since: string; percent: number | null } | null;
  vintage: number | null;
}
export interface MethodStep {
  name: string;
  decides: string;
  sql: string;
  rows: number | null;
  seconds: number | null;
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
  own_slip_id: string | null;
  highlighted: boolean;
}
export interface Timeline {
  person: number;
  slips: TimelineSlip[];
}
export interface Page<Item> {
  items: Item[];
  next?: string;
}
export interface FaultCount {
  code: string;
  set_aside: boolean;
  count: number;
  rows: number;
  example?: { row: number; column: string | null; found: string | null; expected: string };
}
export interface Batch {
  id: string;
  file_name: string;
  bytes: number;
  profile: string;
  format: string;
  offices: readonly string[];
  read: number;
  accepted: number;
  set_aside: number;
  faults: readonly FaultCount[];
  first_event: string | null;
  last_registered: string | null;
  accepted_at: string;
  accepted_by: string;
  names_deleted_at?: string | null;
}
export interface Upload extends Omit<Batch, 'accepted_at' | 'accepted_by'> {
  batch: Batch | null;
}
export interface Fault {
  row: number;
  column: string | null;
  code: string;
  found: string | null;
  expected: string;
  set_aside: boolean;
}
export interface ReviewPair {
  a: string;
  b: string;
  weight: number;
  probability: number;
  linked_as: 'same' | 'different';
  effect: string;
  priority: number;
  fields: { field: string; a: string | null; b: string | null; level: string | null }[];
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
export interface Key {
  id: string;
  name: string;
  start: string;
  roles: Grant[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}
export interface AuditRow {
  id: number;
  at: string;
  actor: string;
  actor_kind: string;
  action: string;
  subject: string;
  status: number;
  request: string;
}
