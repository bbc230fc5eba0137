/** The tables that a vintage brings, and their columns in the rows store beside `vintage`. */
export const PUBLISHED_TABLES = {
  vintage_flow: {
    origin: 'text',
    destination: 'text',
    year: 'integer',
    classes: 'jsonb',
    united: 'integer',
    arrivals_reported: 'integer',
    departures_reported: 'integer',
  },
  vintage_gap: {
    origin: 'text',
    destination: 'text',
    year: 'integer',
    classes: 'jsonb',
    side: 'text',
    cause: 'text',
    count: 'integer',
  },
  vintage_coverage: {
    office: 'text',
    side: 'text',
    origin: 'text',
    destination: 'text',
    own: 'integer',
    other: 'integer',
    matched: 'integer',
    genuine: 'double precision',
    genuine_low95: 'double precision',
    genuine_high95: 'double precision',
    coverage: 'double precision',
    low95: 'double precision',
    high95: 'double precision',
    true_flow: 'double precision',
    true_low95: 'double precision',
    true_high95: 'double precision',
  },
  vintage_verdict: { office: 'text', verdict: 'text', count: 'integer' },
  vintage_timeliness: {
    office: 'text',
    kind: 'text',
    slips: 'integer',
    dated: 'integer',
    median_days: 'double precision',
    p90_days: 'double precision',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type PublishedTable = keyof typeof PUBLISHED_TABLES;

export const PUBLISHED_TABLE_NAMES = Object.keys(PUBLISHED_TABLES) as PublishedTable[];

/** Folder inside that of a run in which its process leaves the rows to publish, until they are. */
export const TO_PUBLISH = 'to-publish';
