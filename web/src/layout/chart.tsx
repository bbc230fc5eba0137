import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../words/language.tsx';
import { saveCsv, savePng, saveSvg } from './save.ts';

/** Rows behind a chart, as its CSV has them: the first is the header. */
export type ChartRows = readonly (readonly (string | number | null)[])[];

/** A picture with its caption, its files and the address of its numbers. */
export function Chart({
  svg,
  name,
  rows,
  caption,
  source,
  onDrawn,
  narrow = false,
}: {
  svg: string;
  name: string;
  rows: ChartRows;
  caption?: ReactNode;
  source: string;
  onDrawn?: (figure: HTMLElement) => void;
  /** Of charts whose letters would grow too large across the page. */
  narrow?: boolean;
}) {
  const { words } = useLanguage();
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picture.current !== null && svg !== '') onDrawn?.(picture.current);
  }, [svg, onDrawn]);
  return (
    <figure className={narrow ? 'narrow' : undefined}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the picture is drawn here, from numbers and names of states. */}
      <div ref={picture} dangerouslySetInnerHTML={{ __html: svg }} />
      {caption && <figcaption>{caption}</figcaption>}
      <div className="tools">
        <button type="button" className="plain" onClick={() => saveSvg(svg, name)}>
          {words.saveSvg}
        </button>
        <button type="button" className="plain" onClick={() => savePng(svg, name)}>
          {words.savePng}
        </button>
        <button type="button" className="plain" onClick={() => saveCsv(rows, name)}>
          {words.saveCsv}
        </button>
        <a href={source}>{source}</a>
      </div>
    </figure>
  );
}
