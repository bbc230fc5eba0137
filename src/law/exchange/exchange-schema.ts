import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<string, never, never>;

/** The tables of the exchange of acts. */
export interface ExchangeSchema {
  law_proposal: {
    id: Generated<number>;
    state: string;
    act: string;
    kind: 'act' | 'claim';
    text: string;
    note: string;
    proposed_at: Moment;
    proposed_by: string;
    proposer: string;
  };
  law_review: {
    proposal: number;
    decision: 'published' | 'refused';
    reason: string;
    reviewed_at: Moment;
    reviewed_by: string;
    reviewer: string;
  };
}
