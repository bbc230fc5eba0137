import { formatYears } from '../../../common/wording/numbers.ts';
import { officeName } from '../../../common/wording/offices.ts';
import { paragraph, type Section } from './blocks.ts';
import { type Edition, listed } from './edition.ts';
import { Html, html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

/** The whole page around its sections: no script, no font, no picture from anywhere else. */
export function page(sections: readonly Section[], edition: Edition): string {
  const { account, lang, words } = edition;
  const banner = account.run.simulated ? html`<p class="simulated" role="note">${words.simulated}</p>` : '';
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
<div class="page">
<header>
<h1>${words.title}</h1>
${paragraph(scopeOf(edition), 'scope')}
${banner}
<nav aria-label="${words.contents}"><ol>${sections.map(({ id, question }) => html`<li><a href="#${id}">${question}</a></li>`)}</ol></nav>
</header>
<main>
${sections.map(sectionHtml)}
</main>
<footer>Saldo ${account.run.codeVersion}</footer>
</div>
</body>
</html>
`.text;
}

function scopeOf(edition: Edition): string {
  const { account, lang, words } = edition;
  const { firstYear, lastYear, offices } = account.run;
  const names = listed(
    offices.map(office => officeName(office, lang)),
    edition,
  );
  const sources = names.charAt(0).toUpperCase() + names.slice(1);
  return account.flows.length === 0 ? sources : words.scope(sources, formatYears(firstYear, lastYear));
}

function sectionHtml({ id, question, answer, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${question}</h2>
${paragraph(answer, 'answer')}
${body}
</section>
`;
}
