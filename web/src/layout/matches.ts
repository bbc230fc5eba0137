import { useSyncExternalStore } from 'react';

/** A phone, on which pictures are drawn in their narrow form. */
export const NARROW = '(max-width: 560px)';

/** Where nothing can be pointed at, only touched. */
export const WITHOUT_POINTER = '(hover: none)';

/** Whether the window is as a media query says, followed as it changes. */
export function useMatches(query: string): boolean {
  return useSyncExternalStore(
    changed => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
