import * as Plot from '@observablehq/plot';
import { drawingDocument } from './drawing-document.ts';
import { escapeHtml } from './escape-html.ts';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * Draws a plot and gives its SVG, fit for a page and for a file alone.
 *
 * @param title what the picture shows, for readers who cannot see it
 */
export function drawSvg(options: Plot.PlotOptions, title: string): string {
  const document = drawingDocument();
  const svg = Plot.plot({ ...options, document, className: 'chart' });
  svg.querySelector('style')?.remove();
  svg.setAttribute('xmlns', SVG_NAMESPACE);
  svg.setAttribute('role', 'img');
  svg.setAttribute('font-size', '12');
  const body = svg.outerHTML.replace(/<g [^>]*>/g, withoutAria).replace(NUMBERED_ATTRIBUTE, rounded);
  // linkedom leaves & and < bare in attributes, which a file of its own may not have: the title goes in by hand.
  return body.replace('<svg ', `<svg aria-label="${escapeHtml(title)}" `);
}

/** An element of a picture that is drawn by hand. */
export function svgElement(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly Element[] = [],
): SVGElement {
  const element = document.createElementNS(SVG_NAMESPACE, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (typeof content === 'string') element.textContent = content;
  else element.append(...content);
  return element;
}

const NUMBERED_ATTRIBUTE = / (?:d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform)="[^"]*"/g;

/** Plot's own names of marks are English and mean nothing beside the picture's title. */
function withoutAria(tag: string): string {
  return tag.replace(/ aria-(?:label|hidden)="[^"]*"/g, '');
}

/** A tenth of a pixel is as fine as any screen shows; it keeps the file small and alike on all machines. */
function rounded(attribute: string): string {
  return attribute.replace(/-?\d+\.\d+/g, number => String(Math.round(Number(number) * 10) / 10 + 0));
}
