/** Whose figures a page shows: those that come with Saldo, or the reader's own, from which there is a way back. */
export function WhoseLine({
  published,
  words,
  back,
  to = 'own',
}: {
  published: string;
  words: { is: string; title: string; back: string };
  back: (() => void) | undefined;
  /** Where one's own are dropped. */
  to?: string;
}) {
  return (
    <p className="simulated">
      <b>{back === undefined ? published : words.is} </b>
      <span className="quiet">
        <a href={`#${to}`}>{words.title}</a>
        {back !== undefined && (
          <>
            {' · '}
            <button type="button" className="plain" onClick={back}>
              {words.back}
            </button>
          </>
        )}
      </span>
    </p>
  );
}
