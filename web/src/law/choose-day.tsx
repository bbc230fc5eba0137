import { useEffect, useState } from 'react';
import { dayOf, FIRST_DAY } from './address.ts';

/** A day to choose; what is half typed is no day yet. */
export function ChooseDay({
  label,
  value,
  last,
  choose,
}: {
  label: string;
  /** Empty where none is chosen yet. */
  value: string;
  last?: string;
  choose: (day: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <label>
      {label}
      <input
        type="date"
        min={FIRST_DAY}
        max={last}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          const day = dayOf(target.value);
          if (day !== undefined) choose(day);
        }}
      />
    </label>
  );
}
