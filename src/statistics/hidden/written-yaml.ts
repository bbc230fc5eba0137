import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../../common/fault.ts';

/** A YAML file that an expert writes by hand; its faults name the line on which they stand. */
export class WrittenYaml {
  readonly name: string;
  readonly value: unknown;
  readonly faults: Fault[] = [];
  readonly #rowOf: (path: readonly PropertyKey[]) => number;

  constructor(name: string, source: string) {
    const lines = new LineCounter();
    const document = parseDocument(source, { lineCounter: lines });
    this.name = name;
    this.#rowOf = path => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    };
    for (const { message, pos } of document.errors) {
      const [first = message] = message.split('\n');
      const row = lines.linePos(pos[0]).line;
      this.#push({ row, column: null, code: 'bad_yaml', found: null, expected: `YAML: ${first.replace(/:$/, '')}` });
    }
    this.value = document.errors.length > 0 ? undefined : document.toJS();
    if (this.value === null) this.#push({ row: 1, column: null, code: 'empty_file', found: null, expected: 'a sheet' });
  }

  /** Whether the text is YAML that holds something. */
  get readable(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** A fault at `gaps.0.id`, on the line of what stands there or of what it lacks. */
  fault(place: string, found: string | null, expected: string): void {
    this.faultAt(place === '' ? [] : place.split('.'), found, expected);
  }

  /** What a schema does not take, each with what was found. */
  issues(issues: readonly z.core.$ZodIssue[], under: readonly PropertyKey[] = []): void {
    for (const issue of issues) this.#issue(issue, [...under, ...issue.path]);
  }

  faultAt(path: readonly PropertyKey[], found: string | null, expected: string): void {
    const column = path.length === 0 ? null : path.join('.');
    this.#push({ row: this.#rowOf(path), column, code: 'invalid_value', found, expected });
  }

  #issue(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): void {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.faultAt([...path, key], key, 'no such key');
      return;
    }
    const deeper = issue.code === 'invalid_union' ? issue.errors.find(each => each.some(at => at.path.length > 0)) : [];
    if (deeper !== undefined && deeper.length > 0) this.issues(deeper, path);
    else this.faultAt(path, textOf(valueAt(this.value, path)), expectedOf(issue));
  }

  #push(fault: Omit<Fault, 'file' | 'setAside'>): void {
    this.faults.push({ file: this.name, ...fault, setAside: true });
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
};

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('expected ')) return issue.message.slice('expected '.length);
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.join(' or ');
  if (issue.code === 'too_small') return `at least ${issue.minimum} of them`;
  return issue.code === 'invalid_union' ? 'a text, or en and ru' : issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
