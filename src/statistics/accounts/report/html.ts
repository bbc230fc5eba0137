import { escapeHtml } from '../../../common/charts/escape-html.ts';

/** Text that is already HTML. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Insertable = string | Html | readonly Insertable[];

/** HTML from a template; what is put in is escaped, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Insertable[]): Html {
  return new Html(strings.map((part, index) => part + textOf(values[index] ?? '')).join(''));
}

function textOf(value: Insertable): string {
  if (typeof value === 'string') return escapeHtml(value);
  return value instanceof Html ? value.text : value.map(textOf).join('');
}
