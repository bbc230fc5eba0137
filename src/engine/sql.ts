/** A text as an SQL literal. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Texts as an SQL list literal: `['a','b']`. */
export function sqlList(values: readonly string[]): string {
  return `[${values.map(sqlText).join(',')}]`;
}
