import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Language } from '../../../src/common/language.ts';
import { get } from './client.ts';
import type {
  Batch,
  Corridor,
  MethodStep,
  Offices,
  Overview,
  Page,
  Quality,
  Run,
  Session,
  Timeline,
  Vintage,
} from './types.ts';

/** Which vintage the pages show: a number, or the newest that the viewer may see. */
export type VintageId = number | 'latest';

/** The vintage that the address asks for, else the newest. */
export function useVintageId(): VintageId {
  return useSearch({ strict: false }).vintage ?? 'latest';
}

const table = (vintage: VintageId, rest: string) => `/api/vintages/${vintage}${rest}`;

export const addresses = {
  overview: (vintage: VintageId, year: number | null) =>
    table(vintage, `/overview${year === null ? '' : `?year=${year}`}`),
  corridor: (vintage: VintageId, origin: string, destination: string) =>
    table(vintage, `/corridors/${origin}/${destination}`),
  quality: (vintage: VintageId) => table(vintage, '/quality'),
  flows: (vintage: VintageId) => table(vintage, '/flows'),
  gaps: (vintage: VintageId) => table(vintage, '/gaps'),
  coverage: (vintage: VintageId) => table(vintage, '/coverage'),
  timeliness: (vintage: VintageId) => table(vintage, '/timeliness'),
};

function useAnswer<Answer>(path: string, options: { enabled?: boolean; refetchInterval?: number | false } = {}) {
  return useQuery({ queryKey: [path], queryFn: () => get<Answer>(path), ...options });
}

export const useSession = () => useAnswer<Session>('/api/session');
export const useVintages = (refetchInterval?: number) =>
  useAnswer<Page<Vintage>>('/api/vintages', { refetchInterval: refetchInterval ?? false });
export const useVintage = (vintage: VintageId) => useAnswer<Vintage>(table(vintage, ''));
export const useOverview = (vintage: VintageId, year: number | null) =>
  useQuery({
    queryKey: [addresses.overview(vintage, year)],
    queryFn: () => get<Overview>(addresses.overview(vintage, year)),
    placeholderData: before => before,
  });
export const useCorridor = (vintage: VintageId, origin: string, destination: string, enabled = true) =>
  useQuery({
    queryKey: [addresses.corridor(vintage, origin, destination)],
    queryFn: () => get<Corridor>(addresses.corridor(vintage, origin, destination)),
    enabled,
    placeholderData: before => before,
  });
export const useQuality = (vintage: VintageId) => useAnswer<Quality>(addresses.quality(vintage));
export const useOffices = () => useAnswer<Offices>('/api/offices');
export const useBatches = (enabled: boolean) => useAnswer<Page<Batch>>('/api/batches', { enabled });
export const useRuns = (enabled: boolean, refetchInterval: number | false = false) =>
  useAnswer<Page<Run>>('/api/runs', { enabled, refetchInterval });
export const useMethod = (vintage: VintageId, language: Language) =>
  useAnswer<{ items: MethodStep[] }>(table(vintage, `/method?language=${language}`));
export const useTimelines = (vintage: VintageId, query: string, enabled: boolean) =>
  useAnswer<{ items: Timeline[] }>(table(vintage, `/timelines?${query}`), { enabled });
export const useList = <Item>(path: string, enabled = true) => useAnswer<Page<Item>>(path, { enabled });
export const useObject = <Answer>(path: string, enabled = true) => useAnswer<Answer>(path, { enabled });
