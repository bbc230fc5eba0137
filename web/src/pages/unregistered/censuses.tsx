import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { hiddenWords, rangeWords } from '../../../../src/common/wording/hidden-words.ts';
import { formatShare, formatSigned, formatYears } from '../../../../src/common/wording/numbers.ts';
import { get, ProblemError, send } from '../../api/client.ts';
import type { CensusResidual } from '../../api/types.ts';
import { Answered, Loading } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useTitle } from '../../layout/titled.ts';
import { useLanguage } from '../../words/language.tsx';
import { DropTexts } from '../tables/drop-texts.tsx';
import type { SentText } from '../tables/sent-texts.ts';
import { WhoseLine } from '../tables/whose-line.tsx';
import { CensusChoice, type Choice, FIRST_CHOICE } from './census-choice.tsx';
import { AgesTable, GroupsTable } from './census-tables.tsx';
import { Ways } from './ways.tsx';

const CensusAges = lazy(() =>
  import('../../charts/census-ages.tsx').then(({ CensusAges: made }) => ({ default: made })),
);

const PATH = '/api/hidden/census';

/** Net migration between censuses: of an invented table, or of one's own. */
export function CensusesPage() {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  const { census } = words;
  const [choice, setChoice] = useState<Choice>(FIRST_CHOICE);
  const [own, setOwn] = useState<SentText>();
  const query = useCensus(choice, own);
  useTitle(census.title);
  const isOwn = choice.table === 'own';
  const source = isOwn ? undefined : addressOf(choice);
  const take = async (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined) return;
    setOwn({ name: `${file.name} ${Date.now()}`, text: await file.text() });
    setChoice({ ...choice, table: 'own', method: 'auto' });
  };
  const reset = () => setChoice({ ...choice, table: 'by-age', method: 'auto' });
  return (
    <>
      <Ways />
      <WhoseLine published={census.invented} words={census.own} back={isOwn ? reset : undefined} />
      <h1>{census.question}</h1>
      {query.data !== undefined && query.error === null && <NetAnswer found={query.data} />}
      {isRefusal(query.error) && <Refused error={query.error} />}
      <CensusChoice choice={choice} change={setChoice} hasOwn={own !== undefined} />
      {!isRefusal(query.error) && !(isOwn && query.error !== null) && (
        <Answered query={query}>{found => <Found found={found} source={source} />}</Answered>
      )}
      <section id="made">
        <h2>{words.made}</h2>
        {Object.values(census.definitions).map(each => (
          <p key={each}>{each}</p>
        ))}
        {source !== undefined && <TableSource addresses={[{ name: 'JSON', href: source }]} />}
      </section>
      <DropTexts
        words={census.own}
        send={files => void take(files)}
        pending={isOwn && query.isPending}
        error={isOwn && !isRefusal(query.error) ? query.error : null}
      />
    </>
  );
}

const errorsOf = ({ censusError, mortalityError }: Choice) => ({
  census_error: censusError,
  mortality_error: mortalityError,
});

function addressOf({ table, method, ...choice }: Choice): string {
  const { census_error: census, mortality_error: mortality } = errorsOf({ table, method, ...choice });
  return `${PATH}/${table}?method=${method}&census_error=${census}&mortality_error=${mortality}`;
}

function useCensus(choice: Choice, own: SentText | undefined) {
  const isOwn = choice.table === 'own';
  return useQuery({
    queryKey: [PATH, choice, isOwn ? own?.name : null],
    queryFn: () =>
      isOwn && own !== undefined
        ? send<CensusResidual>('POST', PATH, { table: own.text, method: choice.method, ...errorsOf(choice) })
        : get<CensusResidual>(addressOf(choice)),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function isRefusal(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.problem.type === 'saldo:not_identified';
}

/** What a table does not hold is no failure: the reason stands there as the answer. */
function Refused({ error: { problem } }: { error: ProblemError }) {
  const { lang } = useLanguage();
  return (
    <div role="status">
      <p className="answer">{hiddenWords(lang).census.refused}</p>
      <p className="sans quiet" lang="en">
        {problem.detail}
      </p>
    </div>
  );
}

function NetAnswer({ found }: { found: CensusResidual }) {
  const { lang } = useLanguage();
  const { census, kinds } = hiddenWords(lang);
  const { net, registered, unregistered, first_year: first, last_year: last } = found;
  return (
    <p className="answer">
      {census.answer({ years: formatYears(first, last), net: rangeWords(net, formatSigned) })}{' '}
      {registered !== null &&
        unregistered !== null &&
        census.registered({
          registered: formatSigned(registered.net),
          unregistered: rangeWords(unregistered, formatSigned),
        })}{' '}
      <small className="kind">{kinds.modelled}</small>
    </p>
  );
}

function Found({ found, source }: { found: CensusResidual; source: string | undefined }) {
  const { lang } = useLanguage();
  const { census } = hiddenWords(lang);
  const { notes, method, census_error: error, mortality_error: mortality } = found;
  const interval = { census: formatShare(error, lang), mortality: formatShare(mortality, lang) };
  return (
    <>
      <p className="quiet sans">{census.interval(interval)}</p>
      {notes.map(note => (
        <p key={note} className="quiet sans">
          {census.notes[note]}
        </p>
      ))}
      {method !== 'totals' && (
        <>
          <section id="groups">
            <h2>{census.byGroup}</h2>
            <GroupsTable found={found} />
          </section>
          <section id="ages">
            <h2>{census.byAge}</h2>
            <Suspense fallback={<Loading tall />}>
              <CensusAges found={found} source={source} />
            </Suspense>
          </section>
        </>
      )}
      <AgesTable found={found} />
    </>
  );
}
