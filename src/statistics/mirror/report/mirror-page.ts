import type { Language } from '../../../common/language.ts';
import { packageVersion } from '../../../common/package-version.ts';
import { paragraph, type Section } from '../../accounts/report/blocks.ts';
import { Html, html } from '../../accounts/report/html.ts';
import { PAGE_STYLE } from '../../accounts/report/page-style.ts';
import type { TableOrigin } from '../tables/table-origin.ts';
import { mirrorWords } from './mirror-words.ts';

/** A page of the room around its sections: no script, no font, no picture from anywhere else; the tables that were read stand at its foot. */
export function mirrorPage(
  title: string,
  scope: string,
  sections: readonly Section[],
  lang: Language,
  tables: readonly TableOrigin[] = [],
): string {
  const words = mirrorWords(lang);
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
<div class="page">
<header>
<h1>${title}</h1>
${paragraph(scope, 'scope')}
<nav aria-label="${words.contents}"><ol>${sections.map(({ id, question }) => html`<li><a href="#${id}">${question}</a></li>`)}</ol></nav>
</header>
<main>
${sections.map(
  ({ id, question, answer, body }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${question}</h2>
${paragraph(answer, 'answer')}
${body}
</section>
`,
)}
</main>
<footer>${tables.map(
    each => html`<p>${originWords(each, lang)}</p>
`,
  )}Saldo ${packageVersion}</footer>
</div>
</body>
</html>
`.text;
}

/** "flows.csv, SHA-256 1f0a…, run 33bc…, simulated slips" */
function originWords({ name, sha256, run, simulated }: TableOrigin, lang: Language): string {
  const words = mirrorWords(lang);
  return [
    name,
    `SHA-256 ${sha256}`,
    ...(run === null ? [] : [`${words.run} ${run}`]),
    ...(simulated ? [words.simulated] : []),
  ].join(', ');
}
