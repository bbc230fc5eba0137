import type { ReactNode } from 'react';
import { formatDecimal, formatShare } from '../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../src/common/wording/offices.ts';
import { addresses, useQuality, useVintage, useVintageId } from '../api/queries.ts';
import type { Quality } from '../api/types.ts';
import { Answered } from '../layout/states.tsx';
import { everyForm, TableSource } from '../layout/table-source.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';
import { TimelinessTable } from './offices/timeliness-table.tsx';
import { VerdictsTable } from './offices/verdicts-table.tsx';
import { AsymmetryTable } from './quality/asymmetry-table.tsx';
import { CoverageTable } from './quality/coverage-table.tsx';
import { Revisions } from './quality/revisions.tsx';

export function QualityPage() {
  const { words } = useLanguage();
  const chosen = useVintageId();
  const vintage = useVintage(chosen);
  const quality = useQuality(chosen);
  useTitle(words.quality.title);
  return (
    <>
      {vintage.data && <VintageLine vintage={vintage.data} />}
      <h1>{words.quality.title}</h1>
      <Answered query={quality} missing={<p className="empty sans">{words.overview.empty}</p>}>
        {answer => <Report quality={answer} />}
      </Answered>
    </>
  );
}

/** The chapters of the ESMS in their order; those that are measured bear their tables. */
function Report({ quality }: { quality: Quality }) {
  const { words, lang } = useLanguage();
  const tables = tablesOf(quality);
  return (
    <>
      <p className="answer">
        <AnswerSentence quality={quality} />
      </p>
      <div className="chapters">
        {quality.chapters.map(({ number, id, name, text }) => (
          <section key={id} id={id.toLowerCase()}>
            <h2>
              {number}. {name[lang]}
            </h2>
            <div>
              <p className={text === null ? 'quiet' : ''}>{text?.[lang] ?? words.quality.toBeWritten}</p>
              {tables[id]}
            </div>
          </section>
        ))}
      </div>
      <TableSource addresses={[{ name: 'JSON', href: addresses.quality(quality.vintage) }]} />
    </>
  );
}

function AnswerSentence({ quality }: { quality: Quality }) {
  const { words, lang } = useLanguage();
  const worst = quality.coverage
    .filter(({ coverage }) => coverage !== null)
    .toSorted((a, b) => (a.coverage ?? 0) - (b.coverage ?? 0))[0];
  const { median } = quality.asymmetry;
  const asymmetry = median === null ? words.quality.unmeasured : words.quality.answer(formatDecimal(median, 2, lang));
  if (worst === undefined) return asymmetry;
  return `${asymmetry} ${words.quality.least({
    office: officeLabel(worst.office, lang),
    stream: words[worst.side],
    share: formatShare(worst.coverage ?? 0, lang),
  })}`;
}

/** By the codes of the chapters: accuracy, timeliness, coherence, revision, processing. */
function tablesOf(quality: Quality): Readonly<Record<string, ReactNode>> {
  const { vintage } = quality;
  return {
    ACCURACY: (
      <>
        <CoverageTable rows={quality.coverage} />
        <TableSource addresses={everyForm(addresses.coverage(vintage))} />
      </>
    ),
    TIMELINESS_PUNCT: <TimelinessTable rows={quality.timeliness} />,
    COHER_COMPAR: <AsymmetryTable corridors={quality.asymmetry.corridors} />,
    DATA_REV: <Revisions revisions={quality.revisions} />,
    STAT_PROCESS: <VerdictsTable offices={officesOf(quality.verdicts)} />,
  };
}

function officesOf(verdicts: Quality['verdicts']) {
  const offices = [...new Set(verdicts.map(({ office }) => office))];
  return offices.map(office => {
    const own = verdicts.filter(each => each.office === office);
    return { office, slips: own.reduce((sum, { count }) => sum + count, 0), verdicts: own };
  });
}
