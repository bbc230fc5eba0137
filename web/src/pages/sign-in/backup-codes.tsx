import { useLanguage } from '../../words/language.tsx';

/** Codes that stand in for the second factor, shown this once. */
export function BackupCodes({ codes, kept }: { codes: readonly string[]; kept: () => void }) {
  const { words } = useLanguage();
  return (
    <>
      <p>{words.signIn.backupCodes}</p>
      <ul className="codes">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="act" onClick={kept}>
        {words.signIn.kept}
      </button>
    </>
  );
}
