import { useLanguage } from '../../words/language.tsx';

/** Who acted, by name; an account that is no more is told as such, by its id. */
export function ActorName({ id, name }: { id: string; name: string | null }) {
  const { words } = useLanguage();
  if (name !== null) return <span title={id}>{name}</span>;
  return (
    <span className="quiet">
      {words.administration.noMore} <code>{id.slice(0, 8)}</code>
    </span>
  );
}
