export const PAIRS = '/api/review/pairs';
export const JUDGEMENTS = '/api/judgements';
