import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { stateName } from '../../../../src/common/states.ts';
import { useAct } from '../../api/law-queries.ts';
import type { Act, PartyStatus } from '../../api/types.ts';
import { ChooseDay } from '../../law/choose-day.tsx';
import { ClaimParty, ClaimSource } from '../../law/claim-line.tsx';
import { formatLegalDate, limitOf, said, today } from '../../law/said.ts';
import { useActTitle } from '../../law/use-act-title.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered } from '../../layout/states.tsx';
import { useTitle } from '../../layout/titled.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { formatDay } from '../../words/moments.ts';
import { ActsMenu } from './acts-menu.tsx';
import { ConflictTable } from './conflict-table.tsx';
import { PartyBars } from './party-bars.tsx';
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
        · {act.subjects.map(subject => words.subjects[subject] ?? subject).join(', ')}
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

function PartiesTable({ act: { parties } }: { act: Act }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { one } = words.acts;
  return (
    <Scrolled label={one.parties}>
      <table>
        <thead>
          <tr>
            {[one.party, one.status, one.since, one.until].map(name => (
              <th key={name} scope="col" className="text">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map(({ state, status, since, until, towards, reservations }) => (
            <tr key={state}>
              <th scope="row" className="text">
                {stateName(state, lang)}
              </th>
              <td className="text wrap">
                {words.party[status]}
                {towards !== undefined && ` (${towards.map(other => stateName(other, lang)).join(', ')})`}
                {reservations.map(({ articles, text }) => (
                  <small className="remark" key={articles.join() + String(text)}>
                    {one.reservation}: {text === null ? articles.join(', ') : said(text, lang)}
                  </small>
                ))}
              </td>
              <td className="text">{since === undefined ? '' : formatLegalDate(since, lang, words)}</td>
              <td className="text">{until === undefined ? '' : formatLegalDate(until, lang, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function ProvisionsList({ act: { provisions } }: { act: Act }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { one } = words.acts;
  if (provisions.length === 0) return <p className="empty sans">{one.noProvisions}</p>;
  return (
    <ul className="provisions">
      {provisions.map(provision => (
        <li key={provision.article + provision.text.en}>
          {provision.article !== null && <b>{words.article(provision.article)} </b>}
          {said(provision.text, lang)} <ClaimSource claim={provision} />
          {provision.rules.length > 0 && (
            <p className="sans quiet">
              {one.gives}{' '}
              {provision.rules
                .map(rule => {
                  const limit = limitOf(rule, words);
                  const denied = rule.effect === 'prohibition' ? ` (${words.statuses.no})` : '';
                  return `${words.rights[rule.domain]}${limit === null ? '' : `, ${limit}`}${denied}`;
                })
                .join('; ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function ClaimsTable({ act: { claims } }: { act: Act }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { one } = words.acts;
  const first = (date: string | null) => date ?? '9999';
  return (
    <Scrolled label={one.claims}>
      <table>
        <thead>
          <tr>
            {[one.date, one.event, one.party, one.source, one.note].map(name => (
              <th key={name} scope="col" className="text">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {claims
            .toSorted((a, b) => first(a.date).localeCompare(first(b.date)))
            .map(claim => (
              <tr key={claim.id}>
                <td className="text">{claim.date === null ? '–' : formatLegalDate(claim.date, lang, words)}</td>
                <th scope="row" className="text">
                  {words.events[claim.event]}
                </th>
                <td className="text wrap">
                  <ClaimParty party={claim.party} />
                </td>
                <td className="text wrap">
                  <ClaimSource claim={claim} />
                </td>
                <td className="text wrap">{claim.note === null ? '' : said(claim.note, lang)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
