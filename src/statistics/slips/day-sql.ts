import { sqlText } from '../../engine/sql.ts';

const NATIVE_DATES = 'yyyy-mm-dd';

/** SQL of the day that a text names in a form such as `dd.mm.yyyy`, null where it names none. */
export function daySql(text: string, form: string): string {
  return `case when ${hasForm(text, form)} then try_cast(${isoSql(text, form)} as date) end`;
}

/** SQL of the first day that a text may mean which may lack its day, or day and month: `2011-05` gives 1 May 2011. */
export function firstDaySql(text: string, form: string): string {
  const forms = partialForms(form).map(
    partial => `when ${hasForm(text, partial)} then try_cast(${isoSql(text, partial)} as date)`,
  );
  return `case ${forms.join(' ')} end`;
}

/** SQL of how many parts of a date a text has: 3 for a day, 2 for a month, 1 for a year. */
export function knownPartsSql(text: string, form: string): string {
  const forms = partialForms(form).map((partial, missing) => `when ${hasForm(text, partial)} then ${3 - missing}`);
  return `case ${forms.join(' ')} end`;
}

/** The form and what is left of it without the day, and without day and month. */
function partialForms(form: string): string[] {
  return [form, form.replace(/dd[./-]?|[./-]?dd$/, ''), 'yyyy'];
}

function hasForm(text: string, form: string): string {
  return `${text} like ${sqlText(form.replace(/[ymd]/g, '_'))}`;
}

function isoSql(text: string, form: string): string {
  if (form === NATIVE_DATES) return text;
  const part = (letters: string): string => {
    const start = form.indexOf(letters);
    return start < 0 ? `'01'` : `substr(${text}, ${start + 1}, ${letters.length})`;
  };
  return `${part('yyyy')} || '-' || ${part('mm')} || '-' || ${part('dd')}`;
}
