import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { stateName } from '../../../src/common/states.ts';
import { subjectName } from '../../../src/common/wording/subject-words.ts';
import { useActs } from '../api/law-queries.ts';
import type { Acts } from '../api/types.ts';
import { ChooseState } from '../law/choose-state.tsx';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { useLawWords } from '../words/law-words.ts';
import { formatDay, formatShortDay } from '../words/moments.ts';
import { ActsMenu } from './acts/acts-menu.tsx';
import { Follow } from './acts/follow.tsx';
import type { ActSearch } from './acts/search.ts';
import '../law/law.css';

const TYPED_MS = 250;

type Item = Acts['items'][number];

export function ActsPage() {
  const { acts } = useLawWords();
  const { search: words, state, subject } = useSearch({ from: '/acts' });
  const search = { search: words, state, subject };
  const all = useActs({});
  const found = useActs(search);
  const navigate = useNavigate();
  useTitle(acts.title);
  return (
    <>
      <h1>{acts.title}</h1>
      <Answered query={all}>{register => <AnswerSentence register={register} />}</Answered>
      <ActsMenu />
      <SearchForm
        search={search}
        subjects={all.data?.subjects ?? []}
        look={next => navigate({ to: '/acts', search: next, replace: true, resetScroll: false })}
      />
      <Answered query={found}>
        {({ items }) => (
          <>
            <p role="status" className="quiet sans">
              {acts.found(items.length)}
            </p>
            <ul className="acts">
              {items.map(act => (
                <OneLine key={act.id} act={act} />
              ))}
            </ul>
          </>
        )}
      </Answered>
      <Follow search={search} />
    </>
  );
}

function AnswerSentence({ register: { items, on } }: { register: Acts }) {
  const { lang } = useLanguage();
  const { acts } = useLawWords();
  return (
    <p className="answer">
      {acts.answer({
        acts: items.length,
        bound: items.filter(act => boundStates(act).length > 1).length,
        day: formatDay(on, lang),
        open: items.filter(({ conflicts }) => conflicts.open > 0).length,
      })}
    </p>
  );
}

function boundStates({ parties }: Item): string[] {
  return parties.filter(({ status }) => status === 'in-force' || status === 'provisional').map(({ state }) => state);
}

/** Those of whom no source says whether the act binds them: not the same as not bound. */
function uncertainStates({ parties }: Item): string[] {
  return parties.filter(({ status }) => status === 'uncertain').map(({ state }) => state);
}

function SearchForm({
  search,
  subjects,
  look,
}: {
  search: ActSearch;
  subjects: readonly string[];
  look: (search: ActSearch) => void;
}) {
  const { lang } = useLanguage();
  const { acts } = useLawWords();
  const [typed, setTyped] = useState(search.search ?? '');
  useEffect(() => {
    if (typed === (search.search ?? '')) return;
    const timer = setTimeout(() => look({ ...search, search: typed || undefined }), TYPED_MS);
    return () => clearTimeout(timer);
  }, [typed, search, look]);
  return (
    <form aria-label={acts.search} onSubmit={event => event.preventDefault()}>
      <div className="row">
        <label className="grows">
          {acts.search}
          <input type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <ChooseState
          label={acts.state}
          value={search.state}
          empty={acts.all}
          choose={state => look({ ...search, state })}
        />
        <label>
          {acts.subject}
          <select
            value={search.subject ?? ''}
            onChange={({ target }) => look({ ...search, subject: target.value || undefined })}
          >
            <option value="">{acts.all}</option>
            {subjects.map(subject => (
              <option key={subject} value={subject}>
                {subjectName(subject, lang)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </form>
  );
}

function OneLine({ act }: { act: Item }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const [bound, uncertain] = [boundStates(act), uncertainStates(act)];
  const named = (states: readonly string[]) => states.map(state => stateName(state, lang)).join(', ');
  const { settled, open } = act.conflicts;
  return (
    <li>
      <Link to="/acts/$act" params={{ act: act.id }}>
        {act.title[lang]}
      </Link>
      <p className="quiet sans">
        {act.id}
        {act.signed !== null && ` · ${words.acts.signed} ${formatShortDay(act.signed, lang)}`}
        {(bound.length > 0 || uncertain.length === 0) &&
          ` · ${words.acts.inForceFor}: ${bound.length === 0 ? words.acts.forNobody : named(bound)}`}
        {uncertain.length > 0 && ` · ${words.acts.uncertainFor}: ${named(uncertain)}`}
        {settled + open > 0 && (
          <>
            {' · '}
            <b>{words.acts.hasConflict}</b>
          </>
        )}
      </p>
    </li>
  );
}
