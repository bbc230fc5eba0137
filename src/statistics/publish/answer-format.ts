import { HttpProblem } from '../../common/http/problem.ts';

/** The forms in which tables are given, with the media type of each. */
export const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  'sdmx-csv': 'application/vnd.sdmx.data+csv;version=2.0.0',
  'sdmx-json': 'application/vnd.sdmx.data+json;version=2.0.0',
} as const;

export type AnswerFormat = keyof typeof MEDIA_TYPES;
export const ANSWER_FORMATS = Object.keys(MEDIA_TYPES) as [AnswerFormat, ...AnswerFormat[]];

/** The ending of a file of each form. */
export const FILE_ENDINGS: Readonly<Record<AnswerFormat, string>> = {
  json: 'json',
  csv: 'csv',
  parquet: 'parquet',
  'sdmx-csv': 'sdmx.csv',
  'sdmx-json': 'sdmx.json',
};

/** The form of tables that a request wants, as `formatWanted`. */
export function answerFormat<Offered extends AnswerFormat>(
  offered: readonly [Offered, ...Offered[]],
  wanted: { format?: Offered | undefined; accept?: string | undefined },
): Offered {
  return formatWanted(offered, wanted, MEDIA_TYPES);
}

/**
 * The form that a request wants: the one that it names, else the best by its `Accept` of those offered, else the first offered.
 *
 * @throws HttpProblem 406 where `Accept` names only others
 */
export function formatWanted<Offered extends string>(
  offered: readonly [Offered, ...Offered[]],
  wanted: { format?: Offered | undefined; accept?: string | undefined },
  types: Readonly<Record<Offered, string>>,
): Offered {
  if (wanted.format !== undefined) return wanted.format;
  const ranges = mediaRanges(wanted.accept ?? '');
  if (ranges.length === 0) return offered[0];
  for (const { type } of ranges) {
    const found = offered.find(format => fits(type, types[format].split(';')[0] ?? ''));
    if (found !== undefined) return found;
  }
  throw new HttpProblem(406, `accept: found ${wanted.accept}, offered ${offered.map(each => types[each]).join(', ')}`);
}

/** The media types of an `Accept` header, most wanted first. */
function mediaRanges(accept: string): { type: string; quality: number }[] {
  return accept
    .split(',')
    .map(part => {
      const [type = '', ...parameters] = part.split(';').map(word => word.trim().toLowerCase());
      const quality = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
      return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ type, quality }) => type !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

function fits(range: string, type: string): boolean {
  return range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}
