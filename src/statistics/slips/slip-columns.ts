/** The columns of a slip as the format names them (docs/formats.md), in its order. */
export const SLIP_COLUMNS = [
  'slip_id',
  'office',
  'kind',
  'registered_on',
  'event_on',
  'surname',
  'given_name',
  'patronymic',
  'sex',
  'birth_date',
  'birth_country',
  'citizenship',
  'document',
  'origin',
  'origin_place',
  'destination',
  'destination_place',
  'purpose',
  'intended_months',
  'basis',
  'ground',
  'status',
] as const;

export type SlipColumn = (typeof SLIP_COLUMNS)[number];

/** A file without one of these holds no slips; a row without one of them is set aside. */
export const REQUIRED_COLUMNS: readonly SlipColumn[] = ['slip_id', 'office', 'kind', 'registered_on'];

/** The words that a column may hold; letters may be capital or small. */
export const COLUMN_WORDS = {
  kind: ['arrival', 'departure'],
  sex: ['M', 'F'],
  purpose: ['permanent', 'work', 'study', 'family', 'humanitarian', 'other'],
  basis: ['residence', 'stay', 'permit'],
  ground: ['declared', 'expired', 'administrative'],
  status: ['withdrawn'],
} as const satisfies Partial<Record<SlipColumn, readonly string[]>>;

export type WordColumn = keyof typeof COLUMN_WORDS;

export const STATE_COLUMNS = ['office', 'birth_country', 'citizenship', 'origin', 'destination'] as const;

export type StateColumn = (typeof STATE_COLUMNS)[number];
