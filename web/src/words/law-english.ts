import type {
  ActEvent,
  ActKind,
  Evidence,
  PartyStatus,
  PersonRole,
  Right,
  RightStatus,
  RuleOutcome,
} from '../api/types.ts';
import { count } from './count-english.ts';

const RIGHTS: Readonly<Record<Right, string>> = {
  'visa-free-entry': 'Entry without a visa',
  'stay-without-registration': 'Stay without registration',
  'work-without-permit': 'Work without a permit',
  'equal-pay': 'Equal pay and conditions of work',
  education: 'Study',
  'recognition-of-education': 'Recognition of diplomas',
  property: 'Property',
  'social-security': 'Social security',
  'medical-care': 'Medical care',
  pension: 'Pension',
  'local-elections': 'Vote in local elections',
  'national-elections': 'Vote in national elections',
  'public-office': 'Public service',
};

const RIGHTS_SHORT: Readonly<Record<Right, string>> = {
  'visa-free-entry': 'Entry',
  'stay-without-registration': 'Stay',
  'work-without-permit': 'Work',
  'equal-pay': 'Pay',
  education: 'Study',
  'recognition-of-education': 'Diploma',
  property: 'Property',
  'social-security': 'Social',
  'medical-care': 'Medical',
  pension: 'Pension',
  'local-elections': 'Vote, local',
  'national-elections': 'Vote, state',
  'public-office': 'Service',
};

/** What somebody who has the right may do; goes on after "may". */
const MAY: Readonly<Record<Right, (limit: string | null) => string>> = {
  'visa-free-entry': () => 'enter without a visa',
  'stay-without-registration': limit =>
    limit === null ? 'stay without registering' : `stay ${limit} without registering`,
  'work-without-permit': () => 'work without a permit',
  'equal-pay': () => 'have the same pay and conditions of work as citizens',
  education: () => 'study on the same terms as citizens',
  'recognition-of-education': () => 'have a diploma recognised',
  property: () => 'have the same property rights as citizens',
  'social-security': () => 'get social security as citizens do',
  'medical-care': () => 'get the medical care that the treaty promises',
  pension: () => 'get a pension that counts years of work in both states',
  'local-elections': () => 'vote in local elections',
  'national-elections': () => 'vote in national elections',
  'public-office': () => 'enter the public service',
};

/** What kind of office decides or helps, where a state's own law has the say; the names differ from state to state. */
const OFFICES: Readonly<Record<Right, string>> = {
  'visa-free-entry': 'the consulate, before you leave',
  'stay-without-registration': 'the migration authority, in the first days',
  'work-without-permit': 'the migration authority, before you begin to work',
  'equal-pay': 'the labour inspectorate',
  education: 'the school or university, or the education authority',
  'recognition-of-education': 'the education ministry or its centre for recognition',
  property: 'a notary, or the register of property',
  'social-security': 'the office of social protection',
  'medical-care': 'a clinic, or the health insurance fund',
  pension: 'the pension fund',
  'local-elections': 'the election commission',
  'national-elections': 'the election commission',
  'public-office': 'the office that hires',
};

const STATUSES: Readonly<Record<RightStatus, string>> = {
  yes: 'yes',
  no: 'no',
  'national-law': 'the state’s own law decides',
  unknown: 'not known',
  disputed: 'sources disagree',
};

const PURPOSES = {
  visit: 'to visit or pass through',
  work: 'to work',
  study: 'to study',
  family: 'to join a family member who works there',
  permanent: 'I live there permanently',
};
export type Purpose = keyof typeof PURPOSES;

const ROLES: Readonly<Record<PersonRole, string>> = {
  citizen: 'any citizen',
  worker: 'worker',
  family: 'worker’s family member',
  student: 'student',
  resident: 'permanent resident',
};

const EVENTS: Readonly<Record<ActEvent, string>> = {
  'entry-into-force': 'entry into force',
  'provisional-application': 'applied provisionally',
  withdrawal: 'withdrawal',
  termination: 'end',
  'notice-of-denunciation': 'notice of denunciation',
  suspension: 'suspended',
  objection: 'objection',
  reservation: 'reservation',
  'not-in-force': 'not in force',
  notification: 'notification',
  ratification: 'ratification',
  accession: 'accession',
  amendment: 'amended',
  signature: 'signed',
  'ratification-law': 'ratification law',
  parliament: 'parliament',
  approval: 'approval',
  party: 'party',
  observer: 'observer',
  status: 'status',
  text: 'text',
  rule: 'rule of entry or withdrawal',
  progress: 'in preparation',
};

const PARTY: Readonly<Record<PartyStatus, string>> = {
  'in-force': 'in force',
  provisional: 'applied provisionally',
  signed: 'signed, not in force',
  suspended: 'suspended',
  ended: 'ended',
  'not-in-force': 'not in force',
  uncertain: 'not known whether in force',
  observer: 'observer',
};

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  seen: 'read in the source',
  seed: 'not found elsewhere',
  recalled: 'from memory, not checked',
};

const SOURCES: Readonly<Record<string, string>> = {
  SEED: 'note CARIM-East 2013/111',
  SEED0: 'article of the CIS portal',
};

const KINDS: Readonly<Record<ActKind, string>> = {
  treaty: 'treaty',
  agreement: 'agreement',
  convention: 'convention',
  protocol: 'protocol',
  decision: 'decision',
  concept: 'concept',
  memorandum: 'memorandum',
  denunciation: 'denunciation',
  'national-rule': 'national rule',
};

const OUTCOMES: Readonly<Record<RuleOutcome, string>> = {
  applies: 'applies',
  'does-not-apply': 'does not apply',
  uncertain: 'cannot be told',
};

const FACTS: Readonly<Record<string, string>> = {
  occupation: 'What will your work be?',
  qualification: 'Which document is to be recognised?',
};

const FACT_VALUES: Readonly<Record<string, string>> = {
  pedagogical: 'teaching',
  legal: 'law',
  medical: 'medicine',
  pharmaceutical: 'pharmacy',
  'academic-degree': 'an academic degree (candidate or doctor of science)',
  'occupation=other': 'none of these',
  'qualification=other': 'a school, college or university diploma',
};

const UNITS: Readonly<Record<string, (value: number) => string>> = {
  day: value => count(value, 'day'),
  month: value => count(value, 'month'),
  year: value => count(value, 'year'),
};

/** The texts of the pages of the law in English; the other languages have the same. */
export const LAW_ENGLISH = {
  rights: RIGHTS,
  rightsShort: RIGHTS_SHORT,
  may: MAY,
  offices: OFFICES,
  statuses: STATUSES,
  purposes: PURPOSES,
  roles: ROLES,
  events: EVENTS,
  party: PARTY,
  evidence: EVIDENCE,
  /** Sources that are no pages. */
  sources: SOURCES,
  kinds: KINDS,
  outcomes: OUTCOMES,
  facts: FACTS,
  factValues: FACT_VALUES,
  otherValue: 'another',
  units: UNITS,
  today: 'today',
  wholeAct: 'all parties',
  noDate: 'day not found',
  article: (article: string) => `art.\u00a0${article}`,
  whatMayI: {
    titleEmpty: 'What may I do in another state?',
    title: (citizen: string, host: string) => `What may a citizen ${citizen} do ${host}?`,
    answerEmpty: 'Say whose citizen you are and where you are going: the treaties between the two states answer.',
    citizen: 'I am a citizen of',
    host: 'I am going to',
    purpose: 'What for',
    on: 'On which day',
    choose: 'choose…',
    form: 'The question',
    same: 'At home one’s own law decides: choose two states.',
    answer: (at: { day: string; citizen: string; host: string; may: string }) =>
      `${at.day} a citizen ${at.citizen} may, ${at.host}, by treaty: ${at.may}.`,
    answerNone: (at: { day: string; citizen: string; host: string }) =>
      `${at.day} no treaty of the register gives a citizen ${at.citizen} a right ${at.host}: the law of that state decides.`,
    onDay: (day: string) => `On ${day}`,
    todayDay: (day: string) => `Today, ${day},`,
    yesTitle: 'You may',
    noTitle: 'You may not',
    unclearTitle: 'Not certain',
    lawTitle: (of: string) => `What the law ${of} decides`,
    lawText:
      'No treaty of the register that is in force on this day speaks of the following. That does not mean no: the state’s own law, or a treaty that the register does not hold, may allow it. Ask.',
    yes: (may: string) => `You may ${may}.`,
    no: (may: string) => `You may not ${may}.`,
    unknown: (may: string) => `Whether you may ${may} is not known.`,
    disputed: (may: string) => `Sources disagree whether you may ${may}.`,
    missing: 'Not known:',
    answerAbove: (question: string) => `Answer the question above: ${question}`,
    ask: (office: string) => `Ask ${office}.`,
    entered: 'I entered on (if already there)',
    lastDay: (day: string) => `Last day: ${day}.`,
    over: 'The term is over.',
    counting: (how: string) => `Counting: ${how}.`,
    dependsOnIt: 'on this depends:',
    notCertain: (may: string) => `It is not certain whether you may ${may}.`,
    andMore: (more: number) => `and ${count(more, 'more right')}`,
    why: 'Why so?',
    says: 'It says:',
    because: 'In force between the two states because:',
    becauseNot: 'Not in force between them because:',
    becauseUncertain: 'What is known of it:',
    exceptions: 'Exceptions tried:',
    behind: 'but it stands back:',
    held: 'holds',
    notHeld: 'does not hold',
    notTried: 'not tried',
    strange: (rules: number) =>
      `${count(rules, 'rule')} more of acts that did not bind the two states ${rules === 1 ? 'is' : 'are'} left out.`,
    moreRights: (rights: number) => `${count(rights, 'more right')}`,
    triedToo: 'Other rules, and why they do not decide',
    conflict: 'Sources disagree about a day',
    doubt: 'A day is doubtful',
    counts: 'counts',
    otherwise: (answer: string) => `by this day the answer would be: ${answer}`,
    reason: 'Why this one counts:',
    steps: 'What to do, step by step',
    stepVisa: 'You need no visa. Which travel documents are accepted, the border guard or the consulate says.',
    stepAskVisa: 'Ask the consulate whether you need a visa, before you leave.',
    stepRegister: (limit: string) =>
      `Count the days from the day of entry. Whoever stays longer than ${limit} registers before they are over, at the migration authority (as a rule a part of the interior ministry).`,
    stepOver:
      'The term without registration is over: go to the migration authority (as a rule a part of the interior ministry) without delay.',
    stepAskRegister:
      'Ask the migration authority (as a rule a part of the interior ministry) in the first days how soon you must register: the state’s own law sets the term.',
    stepWork: 'No work permit is needed: you and the employer conclude a contract. Keep a copy.',
    stepAskWork: 'Before you begin to work, ask the migration authority whether you need a permit, and which.',
    stepDiploma:
      'If the work needs a diploma, show it to the employer: by treaty it is recognised, except where the text above says otherwise.',
    stepAskDiploma:
      'If the work needs a diploma, ask the education ministry or its centre for recognition how it is recognised.',
    stepStudy: 'Apply to the school or university on the same terms as citizens.',
    stepAskStudy: 'Ask the school or university on which terms it takes citizens of other states.',
    stepPension: 'Keep papers of every job in both states: contracts, work book, certificates of insurance.',
    papers: 'Which papers an office wants, the treaties of the register do not say: the office tells you.',
    more: 'What else the treaties between the two states say',
    limits:
      'This page reads treaties between states, as far as the register holds them. It is information, not a decision: offices and courts decide.',
    source: 'The same answer as data:',
    print: 'Print',
    printed: (moment: string) => `Printed on ${moment}`,
    compare: 'What would be different…',
    compareDay: 'on another day',
    compareCitizen: 'with another citizenship',
    compareNothing: 'Nothing would be different.',
    compareChange: (before: string, after: string) => `${before} → ${after}`,
    compareReasons: 'by other rules, the same answer',
    was: 'first:',
    is: 'then:',
    matrix: 'All states side by side',
  },
  matrix: {
    titleRight: (right: string) => `${right}: between which states?`,
    titleHost: (host: string) => `Who may do what ${host}?`,
    titleCitizen: (citizen: string) => `Which rights does a citizen ${citizen} have, and where?`,
    answer: (at: { day: string; yes: number; all: number; changed: number }) =>
      `On ${at.day} an act in force gives it in ${at.yes} of ${at.all} cases; ${at.changed === 0 ? 'nothing changed that day' : `${at.changed} changed that day`}.`,
    view: 'Show',
    oneRight: 'one right, all states',
    oneCitizen: 'one citizenship, all rights',
    oneHost: 'one host, all rights',
    right: 'Right',
    citizen: 'Citizen of',
    host: 'In',
    role: 'As',
    day: 'Day',
    earlier: 'Earlier change',
    later: 'Later change',
    table: 'Matrix of rights',
    corner: 'Citizen of ↓, in →',
    cornerRights: 'Right ↓, in →',
    cornerHost: 'Right ↓, citizen of →',
    legend: 'What the signs mean',
    limit: 'yes, for so many days',
    changedThatDay: 'changed that day',
    changedSince: (day: string) => `other than on ${day}, where the slider was`,
    help: 'Arrow keys move from cell to cell, Enter explains it.',
    own: 'own state',
    cell: (at: { citizen: string; host: string; right: string; answer: string }) =>
      `${at.right}; citizen ${at.citizen}, ${at.host}: ${at.answer}`,
    before: (answer: string) => `before: ${answer}`,
    explain: 'Explanation',
    choose: 'Choose a cell to see why.',
    open: 'The whole question',
  },
  acts: {
    title: 'Which acts bind the states of the space?',
    answer: (at: { acts: number; bound: number; day: string; open: number }) =>
      `The register holds ${count(at.acts, 'act')}; on ${at.day}, ${at.bound} of them are in force for two states or more. ${at.open === 0 ? 'No conflict between sources is open.' : `Sources disagree, with the question open, in ${at.open}.`}`,
    found: (found: number) => (found === 0 ? 'No act is as you look for.' : `${count(found, 'act')} found.`),
    list: 'Acts',
    conflicts: 'Conflicts between sources',
    search: 'Search',
    state: 'State',
    subject: 'Subject',
    all: 'all',
    on: 'On',
    act: 'Act',
    signed: 'signed',
    inForceFor: 'in force for',
    forNobody: 'nobody',
    uncertainFor: 'not known whether for',
    hasConflict: 'sources disagree',
    one: {
      answer: (at: { day: string; states: string }) => `On ${at.day} the act is in force for ${at.states}.`,
      provisional: (states: string) => `It is applied provisionally by ${states}.`,
      answerNobody: (day: string) => `On ${day} the act is in force for nobody.`,
      uncertain: (states: string) => `It is not known whether it is in force for ${states}.`,
      signed: (day: string, place: string | null) => `signed on ${day}${place === null ? '' : `, ${place}`}`,
      replaces: 'Takes the place of:',
      replacedBy: 'Its place was taken by:',
      amends: 'Amends:',
      timeline: 'How it stood for each state',
      parties: 'Parties',
      since: 'Since',
      until: 'Until',
      status: 'Status',
      reservation: 'Reservation',
      provisions: 'What it says',
      noProvisions: 'The register does not hold its text yet.',
      gives: 'Rights that follow:',
      conflicts: 'Where sources disagree',
      claims: 'All that sources say',
      event: 'Event',
      party: 'Party',
      date: 'Date',
      source: 'Source',
      evidence: 'Evidence',
      note: 'Note',
      missing: 'There is no such act',
      missingText: 'The register does not hold it under this name.',
      all: 'All acts',
    },
    conflictsPage: {
      title: 'Where do sources disagree?',
      answer: (settled: number, open: number, doubtful: number) =>
        `Sources give different days in ${count(settled + open, 'case')}: ${settled} settled, ${open} open. Both days are kept; answers that depend on an open one say so. ${count(doubtful, 'day')} more ${doubtful === 1 ? 'is' : 'are'} doubtful, though no other source says otherwise.`,
      settled: 'settled',
      open: 'open',
      doubtful: 'doubtful',
      chosen: 'counts',
      other: 'does not count',
      why: 'Why:',
      noReason: 'no reason is recorded',
    },
  },
};

export type LawWords = typeof LAW_ENGLISH;
