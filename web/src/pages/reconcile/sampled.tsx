import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatShare } from '../../../../src/common/wording/numbers.ts';
import { follow } from '../../api/events.ts';
import type { MirrorComparison, MirrorFit } from '../../api/mirror.ts';
import { formOf, useOwnTables } from '../../api/own-tables.ts';
import { ProblemNote } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { FactorAnswer, Fitted } from './fitted.tsx';

type Stage =
  | { name: 'ready' }
  | { name: 'sampling'; share: number }
  | { name: 'done'; fit: MirrorFit }
  | { name: 'failed'; error: unknown };

/** A sampled model of the reader's own table: it is asked for, watched, and ends when the reader leaves. */
export function Sampled({
  model,
  benchmark,
  comparison,
  chooser,
}: {
  model: 'bayes' | 'pooled';
  benchmark: string;
  comparison: MirrorComparison;
  chooser: ReactNode;
}) {
  const { words, lang } = useLanguage();
  const own = useOwnTables();
  const [stage, setStage] = useState<Stage>({ name: 'ready' });
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const path = `/api/mirror/fit/events?model=${model}&benchmark=${benchmark}`;
  const sample = async () => {
    if (own === undefined) return;
    const controller = new AbortController();
    leaving.current = controller;
    setStage({ name: 'sampling', share: 0 });
    try {
      const tell = (_event: string, data: unknown) =>
        setStage({ name: 'sampling', share: (data as { share: number }).share });
      const fit = await follow<MirrorFit>(path, formOf(own), { end: 'fit', tell, signal: controller.signal });
      setStage({ name: 'done', fit });
    } catch (error) {
      setStage(controller.signal.aborted ? { name: 'ready' } : { name: 'failed', error });
    }
  };
  return (
    <>
      {stage.name === 'done' && <FactorAnswer fit={stage.fit} />}
      {chooser}
      {stage.name === 'ready' && (
        <button type="button" className="act" onClick={sample}>
          {words.reconcile.sample}
        </button>
      )}
      {stage.name === 'sampling' && (
        <div className="progress sans" role="status">
          <span>
            {words.reconcile.sampling} {formatShare(stage.share, lang, 0)}
          </span>
          <progress max={1} value={stage.share} aria-label={words.reconcile.sampling} />
          <button type="button" className="act light small" onClick={() => leaving.current?.abort()}>
            {words.reconcile.stop}
          </button>
        </div>
      )}
      {stage.name === 'failed' && <ProblemNote error={stage.error} again={sample} />}
      {stage.name === 'done' && <Fitted fit={stage.fit} comparison={comparison} source={undefined} />}
    </>
  );
}
