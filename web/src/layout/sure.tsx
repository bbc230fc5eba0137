import { useState } from 'react';
import { useLanguage } from '../words/language.tsx';

/** A button for what cannot be taken back: it says what will happen, and does it when it is asked once more. */
export function Sure({
  name,
  warning,
  className,
  act,
}: {
  name: string;
  warning: string;
  className: string;
  act: () => void;
}) {
  const { words } = useLanguage();
  const [asked, setAsked] = useState(false);
  const answer = (sure: boolean) => {
    setAsked(false);
    if (sure) act();
  };
  if (!asked)
    return (
      <button type="button" className={className} onClick={() => setAsked(true)}>
        {name}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and here are none.
    <div className="sure" role="group" aria-label={name}>
      <p>{warning}</p>
      <div className="row">
        <button type="button" className="act small" onClick={() => answer(true)}>
          {name}
        </button>
        {/* The question takes the focus of the button it replaces, on the answer that does no harm. */}
        <button type="button" className="act light small" ref={button => button?.focus()} onClick={() => answer(false)}>
          {words.notYet}
        </button>
      </div>
    </div>
  );
}
