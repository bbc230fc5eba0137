import { stateName } from '../../../../src/common/states.ts';
import { useLanguage } from '../../words/language.tsx';

const FACTOR_MODELS = ['log', 'log-corridors', 'binomial'] as const;
const SAMPLED_MODELS = ['pooled', 'bayes'] as const;
export type Model = (typeof FACTOR_MODELS)[number] | (typeof SAMPLED_MODELS)[number];

/** The model, and the office whose arrivals are taken as complete. */
export function ChooseFit({
  model,
  benchmark,
  benchmarks,
  canSample,
  choose,
}: {
  model: Model;
  benchmark: string;
  benchmarks: readonly string[];
  canSample: boolean;
  choose: (next: { model?: Model; benchmark?: string }) => void;
}) {
  const { words, lang } = useLanguage();
  const models: readonly Model[] = canSample ? [...FACTOR_MODELS, ...SAMPLED_MODELS] : FACTOR_MODELS;
  const byName = benchmarks.toSorted((a, b) => stateName(a, lang).localeCompare(stateName(b, lang), lang));
  return (
    <form aria-label={words.reconcile.choose}>
      <div className="row">
        <label>
          {words.reconcile.model}
          <select value={model} onChange={event => choose({ model: event.target.value as Model })}>
            {models.map(each => (
              <option key={each} value={each}>
                {words.reconcile.models[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.reconcile.benchmark}
          <select value={benchmark} onChange={event => choose({ benchmark: event.target.value })}>
            {byName.map(each => (
              <option key={each} value={each}>
                {stateName(each, lang)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="note quiet">{words.reconcile.modelNotes[model]}</p>
    </form>
  );
}
