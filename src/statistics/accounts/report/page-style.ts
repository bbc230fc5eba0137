import { colourProperties } from '../../../common/charts/palette.ts';

/** The style sheet of a report: one column on a phone, light and dark by the reader's choice, everything open in print. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; ${colourProperties('light')} }
@media (prefers-color-scheme: dark) { :root { ${colourProperties('dark')} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "PT Serif", Georgia, "Times New Roman", serif; }
.page { max-width: 1060px; margin: 0 auto; padding: 28px 24px 48px; }
h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance; }
h1 { font-size: 30px; margin: 0 0 4px; }
h2 { font-size: 22px; margin: 0 0 8px; }
h3 { font-size: 17px; margin: 20px 0 6px; }
p { margin: 0 0 12px; max-width: 46em; }
section { border-top: 1px solid var(--ink); padding-top: 14px; margin-top: 36px; }
.answer { font-size: 18px; }
.scope, .note, figcaption, footer { color: var(--quiet); }
.scope { max-width: none; }
.simulated { border: 1px solid var(--ink); padding: 8px 12px; max-width: none; font-weight: 600; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 2px; }
nav ol { columns: 2 320px; margin: 14px 0 0; padding-left: 24px; }
nav li { break-inside: avoid; padding-right: 16px; }
figure, table, .note, .kind, figcaption, footer, nav, summary, dl, aside, .scope { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-size: 14px; }
figure { margin: 0 0 22px; }
.title { font-weight: 600; margin: 0 0 6px; }
figcaption { font-size: 12.5px; line-height: 1.4; margin-top: 4px; max-width: 62em; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
.corridors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 8px 44px; align-items: start; }
.corridors svg { max-width: 520px; }
.narrow { display: none; }
.scroll { overflow-x: auto; margin: 12px 0; max-width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; line-height: 1.35; }
th, td { padding: 4px 0 4px 20px; text-align: right; vertical-align: top; font-weight: 400; white-space: nowrap; }
thead th { white-space: normal; vertical-align: bottom; border-bottom: 1px solid var(--ink); font-weight: 600; min-width: 84px; max-width: 170px; }
th:first-child, th.text, td.text { text-align: left; }
th:first-child { padding-left: 0; }
td.text { white-space: normal; min-width: 200px; }
tbody tr + tr > * { border-top: 1px solid var(--rule); }
tfoot tr > * { border-top: 1px solid var(--ink); font-weight: 600; }
.meaning { display: block; color: var(--quiet); font-size: 13px; white-space: normal; max-width: 44em; }
.kind { color: var(--quiet); font-size: 12px; font-weight: 400; }
thead .kind { display: block; }
.modelled { color: var(--modelled); font-style: italic; }
code { font-size: 12px; }
details { margin: 8px 0; }
summary { cursor: pointer; padding: 2px 0; }
aside ul { margin: 6px 0 12px; padding-left: 18px; columns: 2 300px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 46em); gap: 4px 20px; margin: 8px 0 16px; }
dt { font-weight: 600; }
dd { margin: 0; }
.swatch { display: inline-block; width: 11px; height: 11px; margin-right: 8px; border: 1px solid var(--ink); }
footer { border-top: 1px solid var(--ink); margin-top: 40px; padding-top: 10px; font-size: 12.5px; }
:focus-visible { outline: 2px solid var(--destination); outline-offset: 2px; }
@media (max-width: 640px) {
  .page { padding: 18px 16px 32px; }
  h1 { font-size: 25px; }
  h2 { font-size: 20px; }
  .answer { font-size: 17px; }
  .wide { display: none; }
  .narrow { display: block; }
  table { font-size: 13px; }
  th, td { padding-left: 10px; }
  thead th { min-width: 64px; }
  tbody th { white-space: normal; min-width: 84px; }
  td.text { min-width: 160px; }
  td .kind { display: block; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 8px; }
}
@media print {
  :root { color-scheme: light; ${colourProperties('light')} }
  body { font-size: 10.5pt; }
  .page { max-width: none; padding: 0; }
  nav { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { padding-left: 3mm; white-space: normal; }
  thead th { min-width: 0; }
  td.text { min-width: 25mm; }
  figure, tr { break-inside: avoid; }
  h2, h3, .answer { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  code { overflow-wrap: anywhere; }
}
`;
