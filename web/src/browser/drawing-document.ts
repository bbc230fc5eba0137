/** The browser's own document, to draw charts in. */
export function drawingDocument(): Document {
  return document;
}
