import type { Language } from '../../common/language.ts';
import { stateName } from '../../common/states.ts';
import { dateInWords } from '../../common/wording/date-words.ts';
import type { Worded } from '../../common/wording/worded.ts';
import type { PartyStatus } from '../force/parties.ts';
import type { Force } from '../force/standing.ts';
import type { Claim, Right, Role } from '../register/act.ts';
import type { Outcome, Principle, Status } from './status.ts';

export const RIGHT_WORDS: Readonly<Record<Right, Worded>> = {
  'visa-free-entry': { ru: 'въезд без визы', en: 'entry without a visa' },
  'stay-without-registration': { ru: 'пребывание без регистрации', en: 'stay without registration' },
  'work-without-permit': { ru: 'работа без разрешения', en: 'work without a permit' },
  'equal-pay': { ru: 'равная оплата и условия труда', en: 'equal pay and conditions of work' },
  education: { ru: 'учёба наравне с гражданами', en: 'education as for nationals' },
  'recognition-of-education': { ru: 'признание документов об образовании', en: 'recognition of education documents' },
  property: { ru: 'имущественные права наравне с гражданами', en: 'property rights as for nationals' },
  'social-security': { ru: 'социальное обеспечение', en: 'social security' },
  'medical-care': { ru: 'медицинская помощь', en: 'medical care' },
  pension: { ru: 'пенсия с учётом стажа в обоих государствах', en: 'pension that counts service in both states' },
  'local-elections': { ru: 'голос на местных выборах', en: 'vote in local elections' },
  'national-elections': { ru: 'голос на общегосударственных выборах', en: 'vote in national elections' },
  'public-office': { ru: 'государственная служба', en: 'public office' },
};

/** In what quality somebody asks. */
export const ROLE_WORDS: Readonly<Record<Role, Worded>> = {
  citizen: { ru: 'гражданин', en: 'citizen' },
  worker: { ru: 'трудящийся', en: 'worker' },
  family: { ru: 'член семьи трудящегося', en: 'member of a worker’s family' },
  student: { ru: 'учащийся', en: 'student' },
  resident: { ru: 'постоянно проживающий', en: 'permanent resident' },
};

export const STATUS_WORDS: Readonly<Record<Status, Worded>> = {
  yes: { ru: 'да', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
  'national-law': { ru: 'решает закон страны', en: 'the host’s own law decides' },
  unknown: { ru: 'неизвестно', en: 'unknown' },
  disputed: { ru: 'источники расходятся', en: 'disputed' },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, Worded>> = {
  applies: { ru: 'применяется', en: 'applies' },
  'does-not-apply': { ru: 'не применяется', en: 'does not apply' },
  uncertain: { ru: 'не установлено', en: 'not certain' },
};

export const FORCE_WORDS: Readonly<Record<Force, Worded>> = {
  'in-force': { ru: 'действует', en: 'in force' },
  provisional: { ru: 'применяется временно', en: 'applied provisionally' },
  'not-in-force': { ru: 'не действует', en: 'not in force' },
  uncertain: { ru: 'не установлено', en: 'not certain' },
};

/** How an act stands for one state. */
export const PARTY_WORDS: Readonly<Record<PartyStatus, Worded>> = {
  ...FORCE_WORDS,
  signed: { ru: 'подписан', en: 'signed' },
  suspended: { ru: 'приостановлен', en: 'suspended' },
  ended: { ru: 'прекращён', en: 'ended' },
  observer: { ru: 'наблюдатель', en: 'observer' },
};

/** Why one rule stands back behind another. */
export const PRINCIPLE_WORDS: Readonly<Record<Principle, Worded>> = {
  override: { ru: 'прямо отменена другой нормой', en: 'overridden by name' },
  'more-favourable': {
    ru: 'другая норма благоприятнее, и акт её допускает',
    en: 'the other is more favourable, and the act lets it stand',
  },
  special: {
    ru: 'другой акт специальный: его сторон меньше',
    en: 'the other act is the special one: it has fewer parties',
  },
  later: { ru: 'другой акт подписан позже', en: 'the other act was signed later' },
};

/** Facts about a person on which rules hang. */
export const FACT_WORDS: Readonly<Record<string, Worded>> = {
  occupation: { ru: 'какая работа', en: 'which occupation' },
  qualification: { ru: 'какой документ об образовании', en: 'which qualification' },
  purpose: { ru: 'цель поездки', en: 'the purpose' },
};

export const EVENT_WORDS: Readonly<Record<Claim['event'], Worded>> = {
  'entry-into-force': { ru: 'вступление в силу', en: 'entry into force' },
  'provisional-application': { ru: 'временное применение', en: 'provisional application' },
  withdrawal: { ru: 'выход', en: 'withdrawal' },
  termination: { ru: 'прекращение', en: 'termination' },
  'notice-of-denunciation': { ru: 'уведомление о денонсации', en: 'notice of denunciation' },
  suspension: { ru: 'приостановление', en: 'suspension' },
  objection: { ru: 'возражение', en: 'objection' },
  reservation: { ru: 'оговорка', en: 'reservation' },
  'not-in-force': { ru: 'в силу не вступил', en: 'never in force' },
  notification: { ru: 'уведомление о выполнении процедур', en: 'notification of procedures' },
  ratification: { ru: 'ратификация', en: 'ratification' },
  accession: { ru: 'присоединение', en: 'accession' },
  amendment: { ru: 'изменение', en: 'amendment' },
  signature: { ru: 'подписание', en: 'signature' },
  'ratification-law': { ru: 'закон о ратификации', en: 'ratification law' },
  parliament: { ru: 'парламент', en: 'parliament' },
  approval: { ru: 'утверждение', en: 'approval' },
  party: { ru: 'участник', en: 'party' },
  observer: { ru: 'наблюдатель', en: 'observer' },
  status: { ru: 'состояние', en: 'status' },
  text: { ru: 'текст', en: 'text' },
  rule: { ru: 'правило вступления или выхода', en: 'rule of entry or withdrawal' },
  progress: { ru: 'ход', en: 'progress' },
};

/** "entry into force, Kazakhstan, 1 January 2015 (MOTH)". */
export function claimInWords({ event, party, date, source, evidence }: Claim, lang: Language): string {
  const whose = party === '*' ? [] : [party.map(state => stateName(state, lang)).join(', ')];
  const when = date === undefined ? [] : [dateInWords(date.text, lang)];
  return `${[EVENT_WORDS[event][lang], ...whose, ...when].join(', ')} (${source ?? EVIDENCE_WORDS[evidence][lang]})`;
}

export const EVIDENCE_WORDS: Readonly<Record<Claim['evidence'], Worded>> = {
  seen: { ru: 'прочитано в источнике', en: 'read in the source' },
  seed: { ru: 'по записке', en: 'by the founding note' },
  recalled: { ru: 'по памяти', en: 'recalled' },
};
