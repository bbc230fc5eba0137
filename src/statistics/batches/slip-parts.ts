/** The columns of the table `slip` that name a person, kept sealed and apart from the others. */
export const NAME_COLUMNS = ['surname', 'given_name', 'patronymic', 'document'] as const;

/** The columns of the table `slip` between its number `n` and its place `file`, `row`, in their order (`slips/number-slips.ts`). */
export const SLIP_TABLE_COLUMNS = [
  'slip_id',
  'office',
  'kind',
  'registered_on',
  'event_on',
  'dated_on',
  'surname',
  'given_name',
  'patronymic',
  'sex',
  'birth_year',
  'birth_month',
  'birth_day',
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
] as const;

/** Those that rest open. */
export const OPEN_COLUMNS: readonly string[] = SLIP_TABLE_COLUMNS.filter(
  column => !(NAME_COLUMNS as readonly string[]).includes(column),
);

/** SQL of the relation of a batch's slips without names, with the rows that take slips back (`withdrawn`), from a reading's tables. */
export const OPEN_SLIPS = `
  select row, ${OPEN_COLUMNS.join(', ')}, false as withdrawn from slip
  union all by name
  select row, slip_id, office, true as withdrawn from fault_row where withdraws`;

/** SQL of the names and documents of those slips that have any. */
export const SLIP_NAMES = `
  select row, ${NAME_COLUMNS.join(', ')} from slip where coalesce(${NAME_COLUMNS.join(', ')}) is not null`;

/**
 * SQL of the faults of a reading of one file, in order of row, column and code; `place` counts them from 1. The record of a row set aside
 * stands beside its first fault. `office` and `registered_on` are what the row itself says of them.
 */
export const ROW_FAULTS = `
  select row_number() over in_order as place, fault.row, column_name as "column", code, found, expected, set_aside,
    case when row_number() over (partition by fault.row order by column_name nulls first, code) = 1 then record end as record,
    fault_row.office, fault_row.registered_on
  from fault
  left join set_aside_row aside on aside.row = fault.row
  left join fault_row on fault_row.row = fault.row
  window in_order as (order by fault.row, column_name nulls first, code)
  order by place`;
