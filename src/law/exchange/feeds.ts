import type { Language } from '../../common/language.ts';
import { element, escapeXml, XML_DECLARATION } from '../../common/xml.ts';
import type { FeedEntry } from './feed-entries.ts';

/** What stands over the entries of a feed. */
export interface FeedHead {
  title: string;
  /** Address of the feed itself. */
  self: string;
  /** Address of the page of acts. */
  home: string;
  lang: Language;
}

/** A feed by RFC 4287. */
export function atomFeed(entries: readonly FeedEntry[], { title, self, home, lang }: FeedHead): string {
  const latest = entries[0]?.updated ?? '1970-01-01T00:00:00.000Z';
  return `${XML_DECLARATION}${element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang },
    element('id', {}, escapeXml(self)),
    element('title', {}, escapeXml(title)),
    element('updated', {}, latest),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    element('author', {}, element('name', {}, 'Saldo')),
    ...entries.map(entry => atomEntry(entry, home)),
  )}\n`;
}

function atomEntry({ id, title, text, updated, act, subjects, author }: FeedEntry, home: string): string {
  return element(
    'entry',
    {},
    element('id', {}, escapeXml(id)),
    element('title', {}, escapeXml(title)),
    element('updated', {}, updated),
    element('author', {}, element('name', {}, escapeXml(author))),
    element('link', { rel: 'alternate', type: 'text/html', href: addressOf(act, home) }),
    ...subjects.map(term => element('category', { term })),
    element('content', { type: 'text' }, escapeXml(text)),
  );
}

/** A feed by JSON Feed 1.1. */
export function jsonFeed(entries: readonly FeedEntry[], { title, self, home, lang }: FeedHead) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    language: lang,
    authors: [{ name: 'Saldo' }],
    items: entries.map(({ id, title, text, updated, act, subjects, author }) => ({
      ...{ id, title },
      url: addressOf(act, home),
      content_text: text,
      date_published: updated,
      authors: [{ name: author }],
      tags: subjects,
    })),
  };
}

function addressOf(act: string, home: string): string {
  return `${home}/${encodeURIComponent(act)}`;
}
