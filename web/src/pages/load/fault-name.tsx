import { SLIP_FAULT_WORDS } from '../../../../src/common/wording/fault-words.ts';
import { useLanguage } from '../../words/language.tsx';

/** A fault in the reader's language, with the code by which files and formats know it. */
export function FaultName({ code }: { code: string }) {
  const { lang } = useLanguage();
  return (
    <>
      {SLIP_FAULT_WORDS[code]?.name[lang]} <code className="quiet">{code}</code>
    </>
  );
}
