import type * as Api from './openapi-types.ts';

/** The API's answers by the names that the pages use; their shapes come from the server's own document. */
export type AuditRow = Api.AuditRow;
export type Corridor = Api.Corridor;
export type CorridorFigures = Overview['flows'][number];
export type Comparison = Api.Comparison;
export type Coverage = Api.Coverage;
export type GapFigures = Corridor['causes'][number];
export type Grant = Api.Grant;
export type Judgement = Api.Judgement;
export type Key = Api.Key;
export type MethodStep = Api.MethodStep;
export type Office = Api.Office;
export type Offices = Api.Offices;
export type Overview = Api.Overview;
export type Person = Api.Person;
export type Problem = Api.Problem;
export type Quality = Api.Quality;
export type ReviewPair = Api.ReviewedPair;
export type RevisionTriangle = Api.RevisionTriangle;
export type Role = Grant['role'];
export type Run = Api.Run;
export type Session = Api.Session;
export type Side = GapFigures['side'];
export type Timeline = Api.Timeline;
export type TimelineSlip = Api.TimelineSlip;
export type Timeliness = Api.Timeliness;
export type VerdictShare = Api.VerdictShare;
export type Vintage = Api.Vintage;
export type YearFigures = Api.YearFigures;

/** One page of a list; `next` asks for the following one. */
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
