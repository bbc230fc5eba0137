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
  title,
  caption,
  source,
  told,
  over,
  onDrawn,
  narrow = false,
}: {
  svg: string;
  name: string;
  rows: ChartRows;
  title?: ReactNode;
  caption?: ReactNode;
  /** Address of the numbers; what was sent has none. */
  source?: string | undefined;
  /** What is pointed at, under the picture. */
  told?: string;
  /** What lies over the picture and can be chosen. */
  over?: ReactNode;
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
      {title && <p className="title">{title}</p>}
      <div className="picture">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the picture is drawn here, from numbers and names of states. */}
        <div ref={picture} dangerouslySetInnerHTML={{ __html: svg }} />
        {over}
      </div>
      {told && <p className="told">{told}</p>}
      {caption && <figcaption>{caption}</figcaption>}
      <div className="tools">
        <span>{words.save}:</span>
        <button type="button" className="plain" onClick={() => saveSvg(svg, name)}>
          {words.saveSvg}
        </button>
        <button type="button" className="plain" onClick={() => savePng(svg, name)}>
          {words.savePng}
        </button>
        <button type="button" className="plain" onClick={() => saveCsv(rows, name)}>
          {words.saveCsv}
        </button>
        {source !== undefined && (
          <>
            <span>{words.data}:</span>
            <a href={source}>{source}</a>
          </>
        )}
      </div>
    </figure>
  );
}
