import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** Changes something on the server and asks anew for the list that shows it; what was refused is kept as the error. */
export function useChange(list: string) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const change = async <Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
    setError(undefined);
    try {
      return await work();
    } catch (problem) {
      setError(problem);
      return undefined;
    } finally {
      await client.invalidateQueries({ queryKey: [list] });
    }
  };
  return { error, change };
}
