import { useLanguage } from '../words/language.tsx';

export interface TableAddress {
  name: string;
  href: string;
}

/** Where a table's numbers come from: the address that gives them, in the forms that it has. */
export function TableSource({ addresses, note }: { addresses: readonly TableAddress[]; note?: string }) {
  const { words } = useLanguage();
  return (
    <p className="tools">
      {note && <span>{note}</span>}
      <span>{words.data}:</span>
      {addresses.map(({ name, href }) => (
        <a key={href} href={href}>
          {name}
        </a>
      ))}
    </p>
  );
}

const FORMATS = [
  { name: 'JSON', format: 'json' },
  { name: 'CSV', format: 'csv' },
  { name: 'Parquet', format: 'parquet' },
  { name: 'SDMX-CSV', format: 'sdmx-csv' },
  { name: 'SDMX-JSON', format: 'sdmx-json' },
] as const;

/** One table of a vintage in every form that the API gives it in. */
export function everyForm(path: string, query = ''): TableAddress[] {
  return FORMATS.map(({ name, format }) => ({
    name,
    href: `${path}?${query === '' ? '' : `${query}&`}format=${format}`,
  }));
}
