import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { get, sendForm } from './client.ts';
import type * as Api from './openapi-types.ts';
import { formOf, type OwnTables, useOwnTables } from './own-tables.ts';

export type MirrorComparison = Api.MirrorComparison;
export type MirrorFit = Api.MirrorFit;
export type MirrorPairYear = Api.MirrorPairYear;
export type MirrorCorridorYear = Api.MirrorCorridorYear;
export type FlowEstimate = Api.FlowEstimate;

/** Names the reader's own tables where a shipped one would be named. */
export const OWN = 'own';

/** How a fit of factors is asked for. */
export interface FitChoice {
  model: 'log' | 'binomial';
  corridors: boolean;
  benchmark: string;
}

export const mirrorAddress = (table: string) => `/api/mirror/tables/${table}`;
const fitQuery = ({ model, corridors, benchmark }: FitChoice) =>
  `model=${model}&benchmark=${benchmark}${corridors ? '&corridors=true' : ''}`;

/** Where the numbers of a table come from: its address, or the one that takes the reader's own. */
export function comparisonAddress(table: string): string {
  return table === OWN ? '/api/mirror/compare' : mirrorAddress(table);
}

export function fitAddress(table: string, choice: FitChoice): string {
  return `${table === OWN ? '/api/mirror' : mirrorAddress(table)}/fit?${fitQuery(choice)}`;
}

export const useShippedTables = () =>
  useQuery({ queryKey: ['/api/mirror/tables'], queryFn: () => get<Api.ShippedTables>('/api/mirror/tables') });

export function useComparison(table: string): UseQueryResult<MirrorComparison> {
  return useOfTable<MirrorComparison>(table, comparisonAddress(table));
}

export function useFit(table: string, choice: FitChoice, enabled: boolean): UseQueryResult<MirrorFit> {
  return useOfTable<MirrorFit>(table, fitAddress(table, choice), enabled);
}

/** An answer about a shipped table, or about the reader's own, which are sent with the question. */
function useOfTable<Answer>(table: string, address: string, enabled = true): UseQueryResult<Answer> {
  const own = useOwnTables();
  const sent: OwnTables | undefined = table === OWN ? own : undefined;
  return useQuery({
    queryKey: [address, sent?.id ?? 0],
    queryFn: () => (sent === undefined ? get<Answer>(address) : sendForm<Answer>(address, formOf(sent))),
    enabled: enabled && (table !== OWN || own !== undefined),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
