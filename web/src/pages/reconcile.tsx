import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/client.ts';
import { type FitChoice, fitAddress, type MirrorComparison, OWN, useComparison, useFit } from '../api/mirror.ts';
import { useOwnTables } from '../api/own-tables.ts';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { ChooseFit, type Model } from './reconcile/choose-fit.tsx';
import { FactorAnswer, Fitted } from './reconcile/fitted.tsx';
import { Sampled } from './reconcile/sampled.tsx';
import { DropTables } from './tables/drop-tables.tsx';
import { PublishedLine } from './tables/published-line.tsx';

const FIRST_TABLE = 'eurostat-2010-2019';
const FIRST_BENCHMARK = 'SE';

/** What brings two offices' figures together: factors, or a model of the true flow. */
export function ReconcilePage() {
  const { words } = useLanguage();
  useTitle(words.reconcile.title);
  const { table: asked = FIRST_TABLE } = useSearch({ strict: false });
  const own = useOwnTables();
  const table = asked === OWN && own === undefined ? FIRST_TABLE : asked;
  const comparison = useComparison(table);
  return (
    <>
      <PublishedLine table={table} source={comparison.data?.source ?? null} />
      <h1>{words.reconcile.title}</h1>
      <Answered query={comparison}>{answer => <Reconciled key={table} table={table} comparison={answer} />}</Answered>
      <section id="own">
        <h2>{words.tables.yours}</h2>
        <p>{words.reconcile.yoursNote}</p>
        <DropTables />
      </section>
    </>
  );
}

function Reconciled({ table, comparison }: { table: string; comparison: MirrorComparison }) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const benchmarks = [
    ...new Set(comparison.corridors.flatMap(({ destination, arrivals }) => (arrivals === null ? [] : [destination]))),
  ].sort();
  const benchmark =
    benchmarks.find(each => each === search.benchmark) ??
    benchmarks.find(each => each === FIRST_BENCHMARK) ??
    benchmarks[0] ??
    FIRST_BENCHMARK;
  const model = modelOf(search.model);
  const choose = (next: { model?: Model; benchmark?: string }) =>
    navigate({ to: '.', search: before => ({ ...before, ...next }), replace: true, resetScroll: false });
  const chooser = (
    <ChooseFit {...{ model, benchmark, benchmarks, choose }} canSample={comparison.can_sample && table === OWN} />
  );
  return (
    <>
      {model === 'bayes' || model === 'pooled' ? (
        <Sampled key={`${model}${benchmark}`} {...{ model, benchmark, comparison, chooser }} />
      ) : (
        <ByFactors
          table={table}
          comparison={comparison}
          chooser={chooser}
          choice={{ model: model === 'binomial' ? 'binomial' : 'log', corridors: model === 'log-corridors', benchmark }}
        />
      )}
    </>
  );
}

function modelOf(name: string | undefined): Model {
  return name === 'log-corridors' || name === 'binomial' || name === 'bayes' || name === 'pooled' ? name : 'log';
}

function ByFactors({
  table,
  comparison,
  chooser,
  choice,
}: {
  table: string;
  comparison: MirrorComparison;
  chooser: ReactNode;
  choice: FitChoice;
}) {
  const fit = useFit(table, choice, true);
  const source = table === OWN ? undefined : fitAddress(table, choice);
  return (
    <>
      {fit.data !== undefined && <FactorAnswer fit={fit.data} />}
      {fit.data === undefined && isRefusal(fit.error) && <Refused error={fit.error} />}
      {chooser}
      {!isRefusal(fit.error) && (
        <Answered query={fit}>{answer => <Fitted fit={answer} comparison={comparison} source={source} />}</Answered>
      )}
    </>
  );
}

function isRefusal(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.problem.type === 'saldo:not_identified';
}

/** What the data do not allow is no failure: the reason stands there as the answer. */
function Refused({ error: { problem } }: { error: ProblemError }) {
  const { words, lang } = useLanguage();
  return (
    <div role="status">
      <p className="answer">
        {words.reconcile.refused} {words.reconcile.refusedFor[problem.reason ?? '']}
      </p>
      {lang === 'en' && <p className="sans quiet">{problem.detail}</p>}
    </div>
  );
}
