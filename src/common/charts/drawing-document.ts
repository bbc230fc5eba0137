import { parseHTML } from 'linkedom';

/** A document to draw in, without a browser; the pages' build puts the browser's own in its place. */
export function drawingDocument(): Document {
  return parseHTML('<!doctype html><html></html>').document;
}
