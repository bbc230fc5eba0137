import type * as Api from './openapi-types.ts';

/** The API's answers by the names that the pages use; their shapes come from the server's own document. */
export type Act = Api.Act;
export type ActClaim = Api.ActClaim;
export type ActConflicts = Api.ActConflicts;
export type ActEvent = Api.ActEvent;
export type ActKind = Api.ActKind;
export type Acts = Api.Acts;
export type AuditRow = Api.AuditRow;
export type BalanceSheet = Api.BalanceSheet;
export type AgeProfile = Api.AgeProfile;
export type Batch = Api.Batch;
export type CensusResidual = Api.CensusResidual;
export type Corridor = Api.Corridor;
export type CorridorFigures = Overview['flows'][number];
export type Comparison = Api.Comparison;
export type Coverage = Api.Coverage;
export type Evidence = Api.Evidence;
export type Fault = Api.RowFault;
export type FlowIndicators = Api.FlowIndicators;
export type GapFigures = Corridor['causes'][number];
export type Grant = Api.Grant;
export type Judgement = Api.Judgement;
export type Key = Api.Key;
export type LawProposal = Api.LawProposal;
export type LawProposalInFull = Api.LawProposalInFull;
export type MethodStep = Api.MethodStep;
export type Office = Api.Office;
export type Offices = Api.Offices;
export type Overview = Api.Overview;
export type PartyStatus = Api.PartyStatus;
export type Person = Api.Person;
export type PersonRole = Api.PersonRole;
export type Problem = Api.Problem;
export type Provisions = Api.Provisions;
export type Quality = Api.Quality;
export type ReviewPair = Api.ReviewedPair;
export type RevisionTriangle = Api.RevisionTriangle;
export type Right = Api.Right;
export type RightAnswer = Api.RightAnswer;
export type RightConflict = Api.RightConflict;
export type Rights = Api.Rights;
export type RightsFacts = Api.RightsFacts;
export type RightsMatrix = Api.RightsMatrix;
export type RightStatus = Api.RightStatus;
export type Role = Grant['role'];
export type RuleOutcome = TriedRule['outcome'];
export type Run = Api.Run;
export type Session = Api.Session;
export type SkillsExchange = Api.SkillsExchange;
export type Side = GapFigures['side'];
export type Timeline = Api.Timeline;
export type TimelineSlip = Api.TimelineSlip;
export type Timeliness = Api.Timeliness;
export type TriedRule = Api.TriedRule;
export type TargetTrack = Api.TargetTrack;
export type UnregisteredGap = Api.UnregisteredGap;
export type VerdictShare = Api.VerdictShare;
export type Upload = Api.Upload;
export type Vintage = Api.Vintage;
export type WorkforceBalance = Api.WorkforceBalance;
export type YearFigures = Api.YearFigures;

/** One page of a list; `next` asks for the following one. */
export interface Page<Item> {
  items: Item[];
  next?: string;
}
