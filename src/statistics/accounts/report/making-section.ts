import { formatCount, formatDecimal } from '../../../common/wording/numbers.ts';
import { officeName } from '../../../common/wording/offices.ts';
import { details, paragraph, type Section, table } from './blocks.ts';
import { type Edition, listed } from './edition.ts';
import { type Html, html } from './html.ts';

/** Parameters, inputs by hash and the steps of the run. */
export function makingSection(edition: Edition): Section {
  const { account, words } = edition;
  const { accepted, inputs, read, setAside } = account.run;
  const answer = words.making.answer({
    read: formatCount(read),
    files: words.making.files(inputs.length),
    accepted: formatCount(accepted),
    setAside: formatCount(setAside),
  });
  const body = html`${paragraph(words.making.method)}${parameters(edition)}${inputsTable(edition)}${stepsTable(edition)}`;
  return { id: 'making', question: words.making.question, answer, body };
}

function parameters(edition: Edition): Html {
  const { account, lang } = edition;
  const its = edition.words.making;
  const { codeVersion, lapse, offices, threshold } = account.run;
  const entries = [
    [its.threshold, its.months(threshold)],
    [its.lapse, its.months(lapse)],
    [
      its.offices,
      listed(
        offices.map(office => officeName(office, lang)),
        edition,
      ),
    ],
    [its.version, codeVersion],
  ];
  return html`<h3>${its.parameters}</h3><dl>${entries.map(([name = '', value = '']) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function inputsTable({ account, words }: Edition): Html {
  const its = words.making;
  const rows = account.run.inputs.map(({ path, sha256, rows: count }) => [
    path,
    html`<code>${sha256}</code>`,
    formatCount(count),
  ]);
  return details(its.inputs, table({ label: its.inputs, head: [its.path, 'SHA-256', its.rows], rows, text: [0, 1] }));
}

function stepsTable({ account, lang, words }: Edition): Html {
  const its = words.making;
  const rows = account.run.steps.map(({ name, rows: count, seconds }) => [
    name,
    formatCount(count),
    formatDecimal(seconds, 2, lang),
  ]);
  return details(its.steps, table({ label: its.steps, head: [its.step, its.rows, its.seconds], rows }));
}
