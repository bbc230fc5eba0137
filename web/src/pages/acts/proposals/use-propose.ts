import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../../api/client.ts';
import { PROPOSALS } from '../../../api/law-queries.ts';
import type { LawProposal } from '../../../api/types.ts';

/** Sends a proposal and goes on to its page; what was refused is kept with the text that was sent. */
export function usePropose() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [refused, setRefused] = useState<{ error: unknown; text: string }>();
  const [sending, setSending] = useState(false);
  const propose = async (proposal: { state: string; text: string; note: string }) => {
    setRefused(undefined);
    setSending(true);
    try {
      const { id } = await send<LawProposal>('POST', PROPOSALS, proposal);
      await client.invalidateQueries({ queryKey: [PROPOSALS] });
      await navigate({ to: '/acts/proposals/$proposal', params: { proposal: String(id) } });
    } catch (error) {
      setRefused({ error, text: proposal.text });
    } finally {
      setSending(false);
    }
  };
  return { refused, sending, propose };
}
