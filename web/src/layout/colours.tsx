import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useState } from 'react';
import { colourProperties } from '../../../src/common/charts/palette.ts';

export type Scheme = 'light' | 'dark';

const SchemeContext = createContext<{ scheme: Scheme; turn: () => void }>({ scheme: 'light', turn: () => {} });
const KEPT = 'saldo.scheme';
const DARK = '(prefers-color-scheme: dark)';

/** Light or dark: as the reader turned it, or else as the system has it. Charts take their colours from the same properties. */
export function Colours({ children }: { children: ReactNode }) {
  const [scheme, setScheme] = useState<Scheme>(firstScheme);
  useEffect(() => {
    const system = matchMedia(DARK);
    const follow = () => setScheme(firstScheme());
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  useLayoutEffect(() => {
    const style =
      document.getElementById('colours') ??
      document.head.appendChild(Object.assign(document.createElement('style'), { id: 'colours' }));
    style.textContent = `:root { color-scheme: ${scheme}; ${colourProperties(scheme)} }`;
  }, [scheme]);
  const turn = () => {
    const other = scheme === 'light' ? 'dark' : 'light';
    localStorage.setItem(KEPT, other);
    setScheme(other);
  };
  return <SchemeContext.Provider value={{ scheme, turn }}>{children}</SchemeContext.Provider>;
}

export function useScheme() {
  return useContext(SchemeContext);
}

function firstScheme(): Scheme {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia(DARK).matches ? 'dark' : 'light';
}
