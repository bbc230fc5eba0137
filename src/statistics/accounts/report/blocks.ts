import { Html, html } from './html.ts';

/** One part of a report: a question, and the answer as the first sentence of its body. */
export interface Section {
  id: string;
  question: string;
  answer: string;
  body: Html;
}

interface Figure {
  title: string;
  svg: string;
  note: string;
}

interface Table {
  /** What the table holds, for readers who cannot see where it stands. */
  label: string;
  head: readonly (string | Html)[];
  rows: readonly (readonly (string | Html)[])[];
  foot?: readonly string[];
  /** The columns that are text, from 0; the others are numbers, set right. */
  text?: readonly number[];
}

/** A picture with its title over it, and unit and source under it. */
export function figure({ title, svg, note }: Figure): Html {
  return html`<figure><p class="title">${title}</p>${new Html(svg)}<figcaption>${note}</figcaption></figure>`;
}

/** A table in a box of its own, which scrolls where the page is narrow. */
export function table({ label, head, rows, foot, text = [0] }: Table): Html {
  const cell = (value: string | Html, column: number) =>
    column === 0
      ? html`<th scope="row">${value}</th>`
      : html`<td${new Html(text.includes(column) ? ' class="text"' : '')}>${value}</td>`;
  const row = (cells: readonly (string | Html)[]) => html`<tr>${cells.map(cell)}</tr>`;
  const headCells = head.map(
    (value, column) => html`<th scope="col"${new Html(text.includes(column) ? ' class="text"' : '')}>${value}</th>`,
  );
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>
<thead><tr>${headCells}</tr></thead>
<tbody>${rows.map(row)}</tbody>${foot === undefined ? '' : html`<tfoot>${row(foot)}</tfoot>`}
</table></div>`;
}

/** What stands ready behind its title. */
export function details(summary: string, body: Html): Html {
  return html`<details><summary>${summary}</summary>${body}</details>`;
}

/** The kind of number, beside what it qualifies: reported, linked or modelled. */
export function kind(name: string): Html {
  return html`<small class="kind">${name}</small>`;
}

/** A paragraph. */
export function paragraph(text: string | Html, className = ''): Html {
  return className === '' ? html`<p>${text}</p>` : html`<p class="${className}">${text}</p>`;
}
