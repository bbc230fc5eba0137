import { AGENCY } from './artefact.ts';

/** Schemas of SDMX-JSON 2.0, which clients know a message by. */
const SCHEMAS = {
  structure:
    'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json',
  data: 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json',
} as const;

/** When the structures last changed: the day of their version. */
export const STRUCTURES_PREPARED = '2026-11-23T00:00:00Z';

/**
 * The head of a message. It stands first in its message: clients look for the schema in the first few hundred characters.
 *
 * @param prepared when the content last changed; by default when the structures did
 */
export function messageMeta(kind: keyof typeof SCHEMAS, subject: string, prepared = STRUCTURES_PREPARED) {
  return {
    schema: SCHEMAS[kind],
    id: `saldo-${subject.replace(/[^A-Za-z0-9_-]/g, '_')}`,
    prepared,
    test: false,
    contentLanguages: ['en', 'ru'],
    sender: { id: AGENCY },
  };
}
