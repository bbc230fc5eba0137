import type * as Api from './openapi-types.ts';

/** The API's answers by the names that the pages use; their shapes come from the server's own document. */
export type AuditRow = Api.AuditRow;
export type Batch = Api.Batch;
export type Corridor = Api.Corridor;
export type CorridorFigures = Overview['flows'][number];
export type Comparison = Api.Comparison;
export type Coverage = Api.Coverage;
export type Fault = Api.RowFault;
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
export type Upload = Api.Upload;
export type Vintage = Api.Vintage;
export type YearFigures = Api.YearFigures;

/** One page of a list; `next` asks for the following one. */
export interface Page<Item> {
  items: Item[];
  next?: string;
}
