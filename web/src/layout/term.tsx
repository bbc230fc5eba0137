import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import type { Term } from '../../../src/common/wording/cause-words.ts';
import { GLOSSARY } from '../../../src/common/wording/glossary.ts';
import { useLanguage } from '../words/language.tsx';

const GAP = 6;
const MARGIN = 12;

/** A word with its meaning behind it, for pointer, finger and keyboard alike: a term of the glossary, or a cause or verdict by itself. */
export function TermWord({ term, children }: { term: keyof typeof GLOSSARY | Term; children?: ReactNode }) {
  const { lang } = useLanguage();
  const word = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { name, meaning }: Term = typeof term === 'string' ? GLOSSARY[term] : term;
  const place = (event: ToggleEvent<HTMLSpanElement>) => {
    if (event.newState === 'open' && word.current !== null) putBeside(event.currentTarget, word.current);
  };
  return (
    <>
      <button ref={word} type="button" className="term" popoverTarget={id}>
        {children ?? name[lang]}
      </button>
      <span id={id} popover="auto" role="note" className="meaning" onToggle={place}>
        <b>{name[lang]}</b> {meaning[lang]}
      </span>
    </>
  );
}

/** Below the word, or above it where the window ends; never beyond its edges. */
function putBeside(meaning: HTMLElement, word: HTMLElement): void {
  const { left, top, bottom } = word.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = meaning;
  const below = bottom + GAP + height + MARGIN < innerHeight || top < height + GAP;
  meaning.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`;
  meaning.style.top = `${below ? bottom + GAP : top - GAP - height}px`;
}
