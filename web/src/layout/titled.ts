import { useEffect } from 'react';

/** The page's question in the browser's title too. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Saldo`;
  }, [title]);
}
