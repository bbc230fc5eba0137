import { type FormEvent, useState } from 'react';
import { SPACE_STATES } from '../../../../../src/common/space.ts';
import { stateName } from '../../../../../src/common/states.ts';
import { useAct, useActs } from '../../../api/law-queries.ts';
import type { ActClaim } from '../../../api/types.ts';
import { formatLegalDate, today } from '../../../law/said.ts';
import { useLanguage } from '../../../words/language.tsx';
import { useLawWords, useProposalWords } from '../../../words/law-words.ts';
import { ChooseOwnState } from './choose-own-state.tsx';
import { claimText, freeClaimId } from './claim-text.ts';
import { ProposalFaults } from './proposal-faults.tsx';
import { usePropose } from './use-propose.ts';

const NEW = '+';

/** A claim about an act that the register has, field by field. */
export function ProposeClaim({ states }: { states: readonly string[] }) {
  const { lang } = useLanguage();
  const words = useProposalWords();
  const acts = useActs({}).data?.items ?? [];
  const [state, setState] = useState(states[0] ?? '');
  const [act, setAct] = useState('');
  const { refused, sending, propose } = usePropose();
  return (
    <div className="column wide sans">
      <div className="row">
        <ChooseOwnState states={states} value={state} choose={setState} />
        <label className="grows">
          {words.actOfClaim}
          <select value={act} onChange={({ target }) => setAct(target.value)}>
            <option value="" />
            {acts
              .toSorted((a, b) => a.title[lang].localeCompare(b.title[lang], lang))
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title[lang]} ({id})
                </option>
              ))}
          </select>
        </label>
      </div>
      {act !== '' && (
        <AboutAct
          key={act}
          act={act}
          state={state}
          sending={sending}
          propose={(text, note) => propose({ state, text, note })}
        />
      )}
      {refused && <ProposalFaults {...refused} />}
    </div>
  );
}

function AboutAct({
  act,
  state,
  sending,
  propose,
}: {
  act: string;
  state: string;
  sending: boolean;
  propose: (text: string, note: string) => void;
}) {
  const { lang } = useLanguage();
  const law = useLawWords();
  const words = useProposalWords();
  const known = useAct(act, { lang }).data;
  const claims = known?.claims ?? [];
  const [everybody, setEverybody] = useState(false);
  const [source, setSource] = useState('');
  const sources = new Map(claims.flatMap(({ source: key, source_address }) => (key ? [[key, source_address]] : [])));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string) => String(given.get(name) ?? '').trim();
    const text = claimText({
      ...{ of: act, event: field('event'), date: field('date'), evidence: field('evidence') },
      id: freeClaimId(
        state,
        today(),
        claims.map(({ id }) => id),
      ),
      parties: everybody ? [] : given.getAll('party').map(String),
      source: source === NEW ? field('key') : source,
      address: source === NEW ? field('address') : '',
      note: { ru: field('note-ru'), en: field('note-en') },
      supersedes: field('supersedes'),
      because: { ru: field('because-ru'), en: field('because-en') },
      settled: given.get('settled') !== null,
    });
    propose(text, field('note'));
  };
  const parties = [...new Set([...(known?.parties.map(party => party.state) ?? []), ...SPACE_STATES])];
  return (
    <form onSubmit={submit} aria-label={words.claimTitle}>
      <div className="row">
        <label>
          {words.event}
          <select name="event">
            {Object.entries(law.events).map(([event, name]) => (
              <option key={event} value={event}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="grows">
          {words.date}
          <input name="date" pattern="[0-9/.\-]*" maxLength={21} autoComplete="off" aria-describedby="date-help" />
          <small id="date-help">{words.dateHelp}</small>
        </label>
      </div>
      <fieldset>
        <legend>{words.parties}</legend>
        <label className="tick">
          <input type="checkbox" checked={everybody} onChange={({ target }) => setEverybody(target.checked)} />
          {words.allParties}
        </label>
        {!everybody &&
          parties.map(party => (
            <label key={party} className="tick">
              <input type="checkbox" name="party" value={party} defaultChecked={party === state} />
              {stateName(party, lang)}
            </label>
          ))}
      </fieldset>
      <div className="row">
        <label>
          {words.evidence}
          <select name="evidence">
            {Object.entries(words.evidenceKinds).map(([evidence, name]) => (
              <option key={evidence} value={evidence}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="grows">
          {words.source}
          <select value={source} onChange={({ target }) => setSource(target.value)}>
            <option value="" />
            {[...sources].map(([key, address]) => (
              <option key={key} value={key}>
                {law.sources[key] ?? `${key}: ${address}`}
              </option>
            ))}
            <option value={NEW}>{words.newSource}</option>
          </select>
        </label>
      </div>
      {source === NEW && (
        <div className="row">
          <label>
            {words.sourceKey}
            <input name="key" required pattern="[A-Z0-9]+" maxLength={40} autoComplete="off" />
          </label>
          <label className="grows">
            {words.sourceAddress}
            <input name="address" required maxLength={500} autoComplete="off" />
          </label>
        </div>
      )}
      <BothTexts names={['note-ru', 'note-en']} labels={[words.noteRussian, words.noteEnglish]} />
      <details>
        <summary>{words.instead}</summary>
        <label>
          {words.supersedes}
          <select name="supersedes">
            <option value="">{words.nothing}</option>
            {claims.map(claim => (
              <option key={claim.id} value={claim.id}>
                <ClaimTitle claim={claim} />
              </option>
            ))}
          </select>
        </label>
        <BothTexts names={['because-ru', 'because-en']} labels={[words.chosenRussian, words.chosenEnglish]} />
        <label className="tick">
          <input type="checkbox" name="settled" />
          {words.settled}
        </label>
      </details>
      <label>
        {words.note}
        <textarea name="note" rows={2} maxLength={2000} />
      </label>
      <button type="submit" className="act" disabled={sending || known === undefined}>
        {words.submit}
      </button>
    </form>
  );
}

function ClaimTitle({ claim: { event, party, date } }: { claim: ActClaim }) {
  const { lang } = useLanguage();
  const law = useLawWords();
  const whose = party === '*' ? law.wholeAct : party.map(state => stateName(state, lang)).join(', ');
  return [law.events[event], whose, formatLegalDate(date, lang, law)].join(', ');
}

/** A text in both languages of the register; one alone is not taken. */
function BothTexts({ names, labels }: { names: readonly [string, string]; labels: readonly [string, string] }) {
  const [texts, setTexts] = useState(['', '']);
  const needed = texts.some(text => text.trim() !== '');
  return (
    <div className="row">
      {labels.map((label, place) => (
        <label key={label} className="grows">
          {label}
          <textarea
            name={names[place]}
            rows={2}
            maxLength={1000}
            required={needed}
            value={texts[place]}
            onChange={({ target }) => setTexts(texts.with(place, target.value))}
          />
        </label>
      ))}
    </div>
  );
}
