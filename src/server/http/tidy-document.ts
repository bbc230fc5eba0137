import { PROBLEM_TYPE } from '../../common/http/problem.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type ApiDocument = { [name: string]: Json };

const SCHEMAS = '#/components/schemas/';

/**
 * The document with one name for one schema: `ThingInput`, which the schemas' library writes for what comes in, becomes `Thing` where
 * both are the same, and components that nothing names are left out. Problems have their own media type.
 */
export function tidyDocument(document: ApiDocument): ApiDocument {
  const components = document['components'] as { [name: string]: Json };
  const schemas = components['schemas'] as { [name: string]: Json };
  const same = sameSchemas(schemas);
  const renamed = withNames(document, same);
  const kept = reachable(renamed, same);
  const named = (renamed['components'] as { [name: string]: Json })['schemas'] as { [name: string]: Json };
  const tidy = Object.fromEntries(
    Object.entries(named)
      .filter(([name]) => kept.has(name) && !same.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const result: ApiDocument = { ...renamed, components: { ...(renamed['components'] as object), schemas: tidy } };
  return withProblemType(result) as ApiDocument;
}

/** Names of schemas that say the same going in as the one without `Input` says going out, through all that they refer to. */
function sameSchemas(schemas: { [name: string]: Json }): Set<string> {
  const same = new Set(
    Object.keys(schemas).filter(name => name.endsWith('Input') && name.slice(0, -5) in schemas && name !== 'Input'),
  );
  for (let before = -1; before !== same.size; ) {
    before = same.size;
    for (const name of same) {
      const going = plain(withNames({ it: schemas[name] ?? null }, same));
      const coming = plain(withNames({ it: schemas[name.slice(0, -5)] ?? null }, same));
      if (going !== coming) same.delete(name);
    }
  }
  return same;
}

/** A schema as text, without what differs by direction alone: going out nothing beyond the properties is promised. */
function plain(schema: Json): string {
  return JSON.stringify(schema, (name, value) =>
    name === 'additionalProperties' && value === false ? undefined : value,
  );
}

function withNames(value: ApiDocument, same: ReadonlySet<string>): ApiDocument {
  return mapReferences(value, name => (same.has(name) ? name.slice(0, -5) : name)) as ApiDocument;
}

function mapReferences(value: Json, rename: (name: string) => string): Json {
  if (Array.isArray(value)) return value.map(item => mapReferences(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string' && inner.startsWith(SCHEMAS)
        ? [key, SCHEMAS + rename(inner.slice(SCHEMAS.length))]
        : [key, mapReferences(inner, rename)],
    ),
  );
}

/** Names of the schemas that the paths refer to, directly or through others. */
function reachable(document: ApiDocument, same: ReadonlySet<string>): Set<string> {
  const schemas = (document['components'] as { [name: string]: Json })['schemas'] as { [name: string]: Json };
  const found = new Set<string>();
  const visit = (value: Json): void => {
    mapReferences(value, name => {
      if (!found.has(name) && !same.has(name)) {
        found.add(name);
        visit(schemas[name] ?? null);
      }
      return name;
    });
  };
  visit(document['paths'] ?? null);
  return found;
}

/** Wherever an answer is a problem, its media type says so. */
function withProblemType(value: Json): Json {
  if (Array.isArray(value)) return value.map(withProblemType);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key === 'application/json' && isProblem(inner) ? PROBLEM_TYPE : key,
      withProblemType(inner),
    ]),
  );
}

function isProblem(media: Json): boolean {
  return JSON.stringify(media) === JSON.stringify({ schema: { $ref: `${SCHEMAS}Problem` } });
}
