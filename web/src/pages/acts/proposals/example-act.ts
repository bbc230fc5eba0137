/** What an act's file looks like, to be filled with a real one: its day and address are nobody's. */
export const EXAMPLE_ACT = `sources:
  GAZETTE: https://example.org/where-it-was-read
act:
  id: KGTJ-WORK-2030
  title:
    ru: Соглашение о …
    en: Agreement on …
  kind: agreement
  subjects: [work]
  signed: 2030-01-31
  signatories: [KG, TJ]
  claims:
    - id: c1
      event: entry-into-force
      party: '*'
      date: 2030-06-01
      evidence: seen
      source: GAZETTE
  provisions:
    - article: '3'
      text:
        ru: Граждане работают без разрешения.
        en: Citizens work without a permit.
      evidence: seen
      source: GAZETTE
      rules:
        - right: work-without-permit
          effect: permission
          who: [worker]
`;
