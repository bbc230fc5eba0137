import { useQuery } from '@tanstack/react-query';
import { get } from './client.ts';
import type {
  Act,
  ActConflicts,
  Acts,
  LawProposal,
  LawProposalInFull,
  Provisions,
  Rights,
  RightsFacts,
  RightsMatrix,
} from './types.ts';

/** Words of a question in an address; what is absent stays out. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

export function lawAddress(path: string, asked: Asked): string {
  const words = Object.entries(asked).flatMap(([name, value]) =>
    [value ?? []].flat().map(each => [name, each] as [string, string]),
  );
  return words.length === 0 ? path : `${path}?${new URLSearchParams(words)}`;
}

/** While another answer is on its way, the one before stays. */
function useLaw<Answer>(path: string, asked: Asked, enabled = true) {
  const address = lawAddress(path, asked);
  return useQuery({
    queryKey: [address],
    queryFn: () => get<Answer>(address),
    enabled,
    placeholderData: before => before,
  });
}

export const useRights = (asked: Asked, enabled = true) => useLaw<Rights>('/api/rights', asked, enabled);
export const useRightsFacts = () => useLaw<RightsFacts>('/api/rights/facts', {});
export const useRightsMatrix = (asked: Asked) => useLaw<RightsMatrix>('/api/rights/matrix', asked);
export const useActs = (asked: Asked) => useLaw<Acts>('/api/acts', asked);
export const useAct = (id: string, asked: Asked) =>
  useQuery({
    queryKey: [lawAddress(`/api/acts/${id}`, asked)],
    queryFn: () => get<Act>(lawAddress(`/api/acts/${encodeURIComponent(id)}`, asked)),
  });
export const useConflicts = (asked: Asked) => useLaw<ActConflicts>('/api/conflicts', asked);
export const useProvisions = (asked: Asked, enabled = true) => useLaw<Provisions>('/api/provisions', asked, enabled);

export const PROPOSALS = '/api/proposals';
export const useProposals = () => useLaw<{ items: LawProposal[] }>(PROPOSALS, {});
export const useProposal = (id: string, asked: Asked) =>
  useLaw<LawProposalInFull>(`${PROPOSALS}/${encodeURIComponent(id)}`, asked);
