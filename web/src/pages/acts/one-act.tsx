import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { stateName } from '../../../../src/common/states.ts';
import { subjectName } from '../../../../src/common/wording/subject-words.ts';
import { useAct } from '../../api/law-queries.ts';
import type { Act, PartyStatus } from '../../api/types.ts';
import { ChooseDay } from '../../law/choose-day.tsx';
import { said, today } from '../../law/said.ts';
import { useActTitle } from '../../law/use-act-title.ts';
import { Answered } from '../../layout/states.tsx';
import { useTitle } from '../../layout/titled.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { formatDay } from '../../words/moments.ts';
import { ActsMenu } from './acts-menu.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { ConflictTable } from './conflict-table.tsx';
import { PartiesTable } from './parties-table.tsx';
import { PartyBars } from './party-bars.tsx';
import { ProvisionsList } from './provisions-list.tsx';
import '../../law/law.css';

export function OneActPage() {
  const { act } = useParams({ from: '/acts/$act' });
  const { lang } = useLanguage();
  const [on, setOn] = useState(today);
  const query = useAct(act, { on, lang });
  return (
    <Answered query={query} missing={<NoSuchAct />}>
      {found => <Shown act={found} on={on} choose={setOn} />}
    </Answered>
  );
}

function NoSuchAct() {
  const { one } = useLawWords().acts;
  useTitle(one.missing);
  return (
    <>
      <h1>{one.missing}</h1>
      <p className="answer">{one.missingText}</p>
      <ActsMenu />
    </>
  );
}

function Shown({ act, on, choose }: { act: Act; on: string; choose: (day: string) => void }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { one } = words.acts;
  const title = said(act.title, lang);
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <AnswerSentence act={act} />
      <ActsMenu />
      <p className="sans quiet">
        {words.kinds[act.kind]} {act.id}
        {act.signed !== null &&
          `, ${one.signed(formatDay(act.signed, lang), act.place === null ? null : said(act.place, lang))}`}{' '}
        · {act.subjects.map(subject => subjectName(subject, lang)).join(', ')}
      </p>
      <Related act={act} />
      <section>
        <h2>{one.timeline}</h2>
        <PartyBars act={act} today={today()} />
        <form aria-label={one.parties}>
          <ChooseDay label={words.acts.on} value={on} choose={choose} />
        </form>
        <PartiesTable act={act} />
      </section>
      <section>
        <h2>{one.provisions}</h2>
        <ProvisionsList act={act} />
      </section>
      {act.conflicts.length > 0 && (
        <section className="sans">
          <h2>{one.conflicts}</h2>
          {act.conflicts.map(conflict => (
            <ConflictTable key={conflict.claims[0]?.id} conflict={conflict} />
          ))}
        </section>
      )}
      <section>
        <h2>{one.claims}</h2>
        <ClaimsTable act={act} />
      </section>
    </>
  );
}

function AnswerSentence({ act: { parties, on } }: { act: Act }) {
  const { lang } = useLanguage();
  const { one } = useLawWords().acts;
  const named = (...statuses: PartyStatus[]) =>
    parties
      .filter(({ status }) => statuses.includes(status))
      .map(({ state }) => stateName(state, lang))
      .join(', ');
  const [bound, applied, uncertain] = [named('in-force'), named('provisional'), named('uncertain')];
  const day = formatDay(on, lang);
  return (
    <p className="answer" role="status">
      {bound !== '' && one.answer({ day, states: bound })}
      {applied !== '' && ` ${one.provisional(applied)}`}
      {bound + applied + uncertain === '' && one.answerNobody(day)}
      {uncertain !== '' && ` ${one.uncertain(uncertain)}`}
    </p>
  );
}

/** The acts that stand before and after this one. */
function Related({ act: { replaces, replaced_by, amends } }: { act: Act }) {
  const { one } = useLawWords().acts;
  const titleOf = useActTitle();
  const line = (label: string, ids: readonly string[]) =>
    ids.length > 0 && (
      <p className="sans">
        {label}{' '}
        {ids.map(id => (
          <Link key={id} to="/acts/$act" params={{ act: id }}>
            {titleOf(id)}
          </Link>
        ))}
      </p>
    );
  return (
    <>
      {line(one.amends, amends === null ? [] : [amends])}
      {line(one.replaces, replaces)}
      {line(one.replacedBy, replaced_by)}
    </>
  );
}
