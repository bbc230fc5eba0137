import { studyWords } from '../../../src/common/wording/study-words.ts';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { AgeSection } from './indicators/age.tsx';
import { FlowsSection } from './indicators/flows.tsx';
import { SkillsSection } from './indicators/skills.tsx';

/** Indicators: of flows between states, of the ages at which people move, of the skills that a state gains and loses. */
export function IndicatorsPage() {
  const { lang } = useLanguage();
  const { indicators } = studyWords(lang);
  useTitle(indicators.title);
  return (
    <>
      <h1>{indicators.title}</h1>
      <FlowsSection />
      <AgeSection />
      <SkillsSection />
    </>
  );
}
