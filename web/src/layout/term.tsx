import { type ReactNode, useId, useState } from 'react';
import { GLOSSARY } from '../../../src/common/wording/glossary.ts';
import { useLanguage } from '../words/language.tsx';

/** A word with its meaning behind it, for pointer, finger and keyboard alike. */
export function TermWord({ term, children }: { term: keyof typeof GLOSSARY; children?: ReactNode }) {
  const { lang } = useLanguage();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { name, meaning } = GLOSSARY[term];
  return (
    <span className="has-meaning">
      <button
        type="button"
        className="term"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        onBlur={() => setOpen(false)}
        onKeyDown={event => event.key === 'Escape' && setOpen(false)}
      >
        {children ?? name[lang]}
      </button>
      {open && (
        <span role="note" id={id} className="meaning">
          {meaning[lang]}
        </span>
      )}
    </span>
  );
}
