import { Link } from '@tanstack/react-router';
import { useLanguage } from '../words/language.tsx';

export function NotFound() {
  const { words } = useLanguage();
  return (
    <>
      <h1>{words.notFound.title}</h1>
      <p className="answer">{words.notFound.text}</p>
      <p className="sans">
        <Link to="/">{words.pages.overview}</Link>
      </p>
    </>
  );
}
