import { lazy, Suspense, useMemo, useState } from 'react';
import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { capital } from '../../../../src/common/wording/capital.ts';
import { formatCount, formatDecimal } from '../../../../src/common/wording/numbers.ts';
import { officeGenitive, officeLabel, officeName } from '../../../../src/common/wording/offices.ts';
import type { FlowEstimate, MirrorComparison, MirrorFit } from '../../api/mirror.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Loading } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { shown } from '../compare/tables.tsx';

const FactorDots = lazy(() =>
  import('../../charts/factor-dots.tsx').then(({ FactorDots }) => ({ default: FactorDots })),
);
const ReportedLines = lazy(() =>
  import('../../charts/reported-lines.tsx').then(({ ReportedLines }) => ({ default: ReportedLines })),
);

const SIDES = ['arrivals', 'departures'] as const;

/** A fit: what the figures are multiplied by, how far that can be trusted, and the flows that follow. */
export function Fitted({
  fit,
  comparison,
  source,
}: {
  fit: MirrorFit;
  comparison: MirrorComparison;
  source: string | undefined;
}) {
  return (
    <>
      <Suspense fallback={<Loading tall />}>
        <div className="two">
          {SIDES.map(side => (
            <FactorDots key={side} factors={fit.factors.filter(each => each.side === side)} source={source} />
          ))}
        </div>
      </Suspense>
      <FactorTable fit={fit} />
      <Flows fit={fit} comparison={comparison} source={source} />
      <Trust fit={fit} />
      <Made fit={fit} />
    </>
  );
}

export function FactorAnswer({ fit }: { fit: MirrorFit }) {
  const { words, lang } = useLanguage();
  const farthest = fit.factors.toSorted((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)))[0];
  if (farthest === undefined) return null;
  return (
    <p className="answer">
      {words.reconcile.answer({
        office: officeGenitive(farthest.office, lang),
        side: farthest.side,
        factor: formatDecimal(farthest.factor, 2, lang),
        low: formatDecimal(farthest.low95, 2, lang),
        high: formatDecimal(farthest.high95, 2, lang),
      })}{' '}
      {fit.prediction !== null &&
        words.reconcile.prediction({
          cells: fit.prediction.cells,
          rmse: formatDecimal(fit.prediction.rmse, 2, lang),
          without: formatDecimal(fit.prediction.rmse_without_model, 2, lang),
        })}
    </p>
  );
}

function FactorTable({ fit }: { fit: MirrorFit }) {
  const { words, lang } = useLanguage();
  const offices = [...new Set(fit.factors.map(({ office }) => office))].toSorted((a, b) =>
    officeLabel(a, lang).localeCompare(officeLabel(b, lang), lang),
  );
  const factorOf = (office: string, side: (typeof SIDES)[number]) =>
    fit.factors.find(each => each.office === office && each.side === side);
  return (
    <details className="sans" open={offices.length < 12}>
      <summary>{words.reconcile.factors}</summary>
      <Scrolled label={words.reconcile.factors}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.offices.office}
              </th>
              {SIDES.map(side => (
                <th key={side} scope="col">
                  {words.reconcile.sides[side]}
                  <span className="kind">{words.modelled}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offices.map(office => (
              <tr key={office}>
                <th scope="row" className="text">
                  {capital(officeName(office, lang))}
                </th>
                {SIDES.map(side => {
                  const found = factorOf(office, side);
                  return (
                    <td key={side} className="modelled">
                      {found === undefined
                        ? '…'
                        : `${formatDecimal(found.factor, 2, lang)} (${formatDecimal(found.low95, 2, lang)}–${formatDecimal(found.high95, 2, lang)})`}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

/** One direction at a time, those with both sides first, the largest first: both reports and the estimate in its band. */
function Flows({
  fit,
  comparison,
  source,
}: {
  fit: MirrorFit;
  comparison: MirrorComparison;
  source: string | undefined;
}) {
  const { words, lang } = useLanguage();
  const corridors = useMemo(() => corridorsBySize(fit.flows), [fit]);
  const [chosen, choose] = useState<string>();
  const corridor = corridors.find(({ key }) => key === chosen) ?? corridors[0];
  if (corridor === undefined) return null;
  const { origin, destination, years } = corridor;
  const last = years.findLast(({ estimate }) => estimate !== null);
  const firstYears = new Map(
    comparison.corridors
      .filter(each => each.origin === origin && each.destination === destination)
      .map(each => [each.year, each.first_year]),
  );
  return (
    <section>
      <h2>{words.reconcile.flowsTitle}</h2>
      {last !== undefined && (
        <p className="answer">
          {words.reconcile.flowsAnswer({
            corridor: corridorTitle(corridor, lang),
            year: String(last.year),
            estimate: shown(last.estimate, formatCount),
            low: shown(last.low95, formatCount),
            high: shown(last.high95, formatCount),
          })}
        </p>
      )}
      <form aria-label={words.corridor.choose}>
        <label>
          {words.pages.corridor}
          <select value={corridor.key} onChange={event => choose(event.target.value)}>
            {corridors.map(each => (
              <option key={each.key} value={each.key}>
                {corridorTitle(each, lang)}
              </option>
            ))}
          </select>
        </label>
      </form>
      <div className="chart-and-more">
        <Suspense fallback={<Loading tall />}>
          <ReportedLines
            {...{ origin, destination, source }}
            years={years.map(each => ({
              year: each.year,
              firstYear: firstYears.get(each.year) ?? each.year,
              departures: each.departures_reported,
              arrivals: each.arrivals_reported,
              estimate: each.estimate,
              low95: each.low95,
              high95: each.high95,
            }))}
            caption={words.reconcile.flowsNote}
          />
        </Suspense>
        <FlowTable years={years} />
      </div>
    </section>
  );
}

function FlowTable({ years }: { years: readonly FlowEstimate[] }) {
  const { words } = useLanguage();
  return (
    <Scrolled label={words.reconcile.flowsTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.year}
            </th>
            {[words.arrivals, words.departures].map(head => (
              <th key={head} scope="col">
                {head}
                <span className="kind">{words.reported}</span>
              </th>
            ))}
            <th scope="col">
              {words.reconcile.estimate}
              <span className="kind">{words.modelled}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(each => (
            <tr key={each.year}>
              <th scope="row" className="text">
                {each.year}
              </th>
              <td>{shown(each.arrivals_reported, formatCount)}</td>
              <td>{shown(each.departures_reported, formatCount)}</td>
              <td className="modelled">
                {each.estimate === null
                  ? '…'
                  : `${formatCount(each.estimate)} (${shown(each.low95, formatCount)}–${shown(each.high95, formatCount)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

interface CorridorFlows {
  key: string;
  origin: string;
  destination: string;
  years: readonly FlowEstimate[];
}

function corridorsBySize(flows: readonly FlowEstimate[]): CorridorFlows[] {
  const groups = new Map<string, FlowEstimate[]>();
  for (const flow of flows) {
    const key = `${flow.origin}-${flow.destination}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [flow]);
    else group.push(flow);
  }
  const size = ({ years }: CorridorFlows) => years.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0);
  const hasBoth = ({ years }: CorridorFlows) =>
    years.some(each => each.arrivals_reported !== null && each.departures_reported !== null);
  return [...groups]
    .map(([key, years]) => ({ key, origin: key.slice(0, 2), destination: key.slice(3), years }))
    .toSorted((a, b) => Number(hasBoth(b)) - Number(hasBoth(a)) || size(b) - size(a));
}

function Trust({ fit }: { fit: MirrorFit }) {
  const { words, lang } = useLanguage();
  const { prediction, sampler, residual_corridors: residuals, warnings } = fit;
  const decimal = (value: number) => formatDecimal(value, 2, lang);
  return (
    <section>
      <h2>{words.reconcile.trustTitle}</h2>
      {prediction !== null && (
        <>
          <p>{words.reconcile.used({ used: fit.cells_used, cells: formatCount(fit.cells) })}</p>
          <dl className="pairs">
            <dt>{words.reconcile.errorModel}</dt>
            <dd>{decimal(prediction.rmse)}</dd>
            <dt>{words.reconcile.errorNone}</dt>
            <dd>{decimal(prediction.rmse_without_model)}</dd>
            {prediction.rmse_whole_corridors !== null && (
              <>
                <dt>{words.reconcile.errorCorridors}</dt>
                <dd>{decimal(prediction.rmse_whole_corridors)}</dd>
              </>
            )}
          </dl>
        </>
      )}
      {sampler !== null && (
        <p>
          {words.reconcile.sampler({
            draws: sampler.chains * sampler.samples,
            divergences: sampler.divergences,
            rhat: formatDecimal(sampler.worst_rhat, 3, lang),
            ess: formatCount(sampler.least_ess),
            seconds: formatDecimal(sampler.seconds, 1, lang),
          })}
        </p>
      )}
      {warnings.map(warning => (
        <p key={warning.en} className="problem sans">
          {capital(warning[lang])}.
        </p>
      ))}
      {residuals.length > 0 && (
        <>
          <h3>{words.reconcile.residuals}</h3>
          <p className="note">{words.reconcile.residualsNote}</p>
          <Scrolled label={words.reconcile.residuals}>
            <table>
              <thead>
                <tr>
                  <th scope="col" className="text">
                    {words.pages.corridor}
                  </th>
                  <th scope="col">{words.reconcile.years}</th>
                  <th scope="col">{words.reconcile.residual}</th>
                </tr>
              </thead>
              <tbody>
                {residuals.slice(0, 10).map(each => (
                  <tr key={each.origin + each.destination}>
                    <th scope="row" className="text">
                      {corridorTitle(each, lang)}
                    </th>
                    <td>{each.cells}</td>
                    <td>× {formatDecimal(Math.exp(each.mean), 2, lang)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        </>
      )}
    </section>
  );
}

function Made({ fit }: { fit: MirrorFit }) {
  const { words, lang } = useLanguage();
  return (
    <section>
      <h2>{words.tables.made}</h2>
      <p>{words.reconcile.made(officeGenitive(fit.benchmark, lang))}</p>
    </section>
  );
}
