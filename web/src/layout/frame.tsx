import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { send } from '../api/client.ts';
import { useSession } from '../api/queries.ts';
import type { Role, Session } from '../api/types.ts';
import { useLanguage } from '../words/language.tsx';
import { useScheme } from './colours.tsx';
import { SECTIONS, type Section, sectionAt } from './sections.ts';

/** What stands around every page: where one can go, who one is, the language and the colours. */
export function Frame() {
  const { words, lang, speak } = useLanguage();
  const { scheme, turn } = useScheme();
  const { data: session } = useSession();
  const content = useContentFocus();
  return (
    <div className="page">
      <a className="skip sans" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          Saldo
        </Link>
        <Sections session={session} />
        <div className="choices">
          <button
            type="button"
            className="plain"
            lang={lang === 'ru' ? 'en' : 'ru'}
            onClick={() => speak(lang === 'ru' ? 'en' : 'ru')}
          >
            {words.other}
          </button>
          <button type="button" className="plain" onClick={turn}>
            {scheme === 'light' ? words.dark : words.light}
          </button>
          <SignedIn session={session} />
        </div>
      </header>
      <main id="content" ref={content} tabIndex={-1}>
        <Unfinished session={session} />
        <Outlet />
      </main>
      <footer>
        <span>Saldo</span>
        <a href="/api/docs">API</a>
        <a href="/api/openapi.json">OpenAPI</a>
        <a href="/api/sdmx/structure/dataflow/SALDO">SDMX</a>
      </footer>
    </div>
  );
}

/** The subjects in one row where there is more than one, and under them the pages of the present one. */
function Sections({ session }: { session: Session | undefined }) {
  const { words } = useLanguage();
  const { pathname } = useLocation();
  const open = ({ pages }: Section) => pages.filter(({ roles }) => roles === undefined || holds(session, roles));
  const sections = SECTIONS.filter(section => open(section).length > 0);
  const here = sectionAt(pathname);
  return (
    <>
      {sections.length > 1 && (
        <nav aria-label={words.sectionsOf} className="sections">
          {sections.map(section => (
            <Link
              key={section.name}
              to={open(section)[0]?.to ?? '/'}
              className={section === here ? 'here' : ''}
              activeOptions={{ exact: true }}
            >
              {words.sections[section.name]}
            </Link>
          ))}
        </nav>
      )}
      {here !== undefined && (
        <nav aria-label={words.pagesOf} className="pages">
          {open(here).map(({ to, name }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: to === '/' || to === '/rights', includeSearch: false }}
              activeProps={{ className: 'active' }}
            >
              {words.pages[name]}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}

/** After a way from page to page the keyboard and the screen reader go on at the new page, not at the link that led there. */
function useContentFocus() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    for (const active of document.querySelectorAll('header .here, header .active'))
      active.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (last.current === pathname) return;
    last.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
}

/** Until the password is one's own and a needed second factor is there, the server refuses all else: this says so. */
function Unfinished({ session }: { session: Session | undefined }) {
  const { words } = useLanguage();
  const { pathname } = useLocation();
  if (session === undefined || session.first === null || pathname === '/sign-in') return null;
  return (
    <p className="problem sans" role="status">
      {words.signIn.finish} <Link to="/sign-in">{words.signIn.goOn}</Link>
    </p>
  );
}

export function holds(session: Session | undefined, roles: readonly Role[]): boolean {
  return session?.actor.roles.some(({ role }) => roles.includes(role)) ?? false;
}

function SignedIn({ session }: { session: Session | undefined }) {
  const { words } = useLanguage();
  if (session === undefined) return null;
  if (session.actor.kind === 'public') return <Link to="/sign-in">{words.pages.signIn}</Link>;
  const signOut = async () => {
    await send('POST', '/api/auth/sign-out', {});
    location.assign('/');
  };
  return (
    <span>
      <Link to="/sign-in">{session.actor.name}</Link>{' '}
      <button type="button" className="plain" onClick={signOut}>
        {words.signOut}
      </button>
    </span>
  );
}
