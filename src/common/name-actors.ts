/**
 * The display names of those who acted, by the ids under which logs and judgements keep them. Who is no more, such as a key that was ended,
 * has none.
 */
export type NameActors = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
