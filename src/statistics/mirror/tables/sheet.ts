/** A sheet of a spreadsheet: its cells as text, empty where there is nothing. */
export interface Sheet {
  file: string;
  name: string;
  rows: readonly (readonly string[])[];
}

/** Where a cell stands, as spreadsheets name it: `Лист1!C12`; rows and columns from 0. */
export function cellName({ name }: Pick<Sheet, 'name'>, row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${name}!${letters}${row + 1}`;
}
