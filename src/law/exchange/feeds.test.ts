import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import type { FeedEntry } from './feed-entries.ts';
import { atomFeed, jsonFeed } from './feeds.ts';

const ENTRY: FeedEntry = {
  id: 'tag:saldo.invalid,2026:law/acts/EAEU-2014',
  title: 'A & <b> "c"',
  text: 'one\ntwo ]]> & <three>',
  updated: '2026-11-22T00:00:00.000Z',
  act: 'EAEU-2014',
  subjects: ['work', 'stay'],
  author: 'Казахстан',
};
const OLDER = { ...ENTRY, id: 'tag:saldo.invalid,2026:law/proposals/1', updated: '2025-01-01T10:00:00.000Z' };
const HEAD = {
  title: 'Акты & <право>',
  self: 'https://h/api/acts/feed.atom?state=KZ&subject=work',
  home: 'https://h/acts',
  lang: 'ru',
} as const;

/** Children of RFC 4287 §4.1.1 and §4.1.2 as its RELAX NG has them: least and most of each. */
const FEED = {
  author: [0, 99],
  category: [0, 99],
  generator: [0, 1],
  id: [1, 1],
  link: [0, 99],
  subtitle: [0, 1],
  title: [1, 1],
  updated: [1, 1],
  entry: [0, 99],
} as const;
const IN_ENTRY = {
  author: [0, 99],
  category: [0, 99],
  content: [0, 1],
  id: [1, 1],
  link: [0, 99],
  published: [0, 1],
  summary: [0, 1],
  title: [1, 1],
  updated: [1, 1],
} as const;
/** A date construct: RFC 3339, with a capital T and a zone. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function check(element: Element, children: Readonly<Record<string, readonly [number, number]>>): void {
  const names = [...element.children].map(({ tagName }) => tagName);
  expect(names.filter(name => !(name in children))).toEqual([]);
  for (const [name, [least, most]] of Object.entries(children)) {
    const found = names.filter(each => each === name).length;
    expect(found, name).toBeGreaterThanOrEqual(least);
    expect(found, name).toBeLessThanOrEqual(most);
  }
  const child = (name: string) => [...element.children].find(({ tagName }) => tagName === name);
  expect(child('updated')?.textContent).toMatch(DATE);
  expect(() => new URL(child('id')?.textContent ?? '')).not.toThrow();
  const links = [...element.children].filter(({ tagName }) => tagName === 'link');
  for (const link of links) expect(() => new URL(link.getAttribute('href') ?? '')).not.toThrow();
  // At most one alternate of each type and language (§4.1.1), and each author has a name (§3.2).
  const alternates = links
    .filter(link => link.getAttribute('rel') === 'alternate')
    .map(link => link.getAttribute('type'));
  expect(new Set(alternates).size).toBe(alternates.length);
  for (const author of element.querySelectorAll('author'))
    expect([...author.children].map(({ tagName }) => tagName)).toEqual(['name']);
  for (const category of element.querySelectorAll('category')) expect(category.getAttribute('term')).not.toBe('');
}

test.each([[[ENTRY, OLDER]], [[]]])('an Atom feed is as RFC 4287 wants it, also an empty one', entries => {
  const document = new DOMParser().parseFromString(atomFeed(entries, HEAD), 'text/xml');
  const feed = document.documentElement as unknown as Element;
  expect([feed.tagName, feed.getAttribute('xmlns'), feed.getAttribute('xml:lang')]).toEqual([
    'feed',
    'http://www.w3.org/2005/Atom',
    'ru',
  ]);
  check(feed, FEED);
  // The parser leaves the entities of an XML attribute as they are written.
  const self = feed.querySelector('link[rel=self]')?.getAttribute('href');
  expect(self?.replaceAll('&amp;', '&')).toBe(HEAD.self);
  // A feed has an author unless every entry has (§4.1.1).
  expect(feed.querySelector('author')).not.toBeNull();
  const found = [...feed.children].filter(({ tagName }) => tagName === 'entry');
  expect(found).toHaveLength(entries.length);
  for (const [place, entry] of found.entries()) {
    check(entry, IN_ENTRY);
    // Without an alternate link an entry must have content; text needs no type but text, html or xhtml (§4.1.3.1).
    expect(['text', 'html', 'xhtml']).toContain(entry.querySelector('content')?.getAttribute('type'));
    expect(entry.querySelector('title')?.textContent).toBe(entries[place]?.title);
    expect(entry.querySelector('content')?.textContent).toBe(entries[place]?.text);
  }
  const ids = found.map(entry => entry.querySelector('id')?.textContent);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([[[ENTRY, OLDER]], [[]]])('a JSON feed is as version 1.1 wants it, also an empty one', entries => {
  const feed = jsonFeed(entries, HEAD);
  const KNOWN = [
    'version',
    'title',
    'home_page_url',
    'feed_url',
    'description',
    'user_comment',
    'next_url',
    'icon',
    'favicon',
    'authors',
    'language',
    'expired',
    'hubs',
    'items',
  ];
  expect(Object.keys(feed).filter(key => !KNOWN.includes(key))).toEqual([]);
  expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: HEAD.title, language: 'ru' });
  for (const url of [feed.home_page_url, feed.feed_url]) expect(() => new URL(url)).not.toThrow();
  expect(feed.items).toHaveLength(entries.length);
  for (const [place, item] of feed.items.entries()) {
    // An id is text, and there is content in text or HTML; dates are of RFC 3339.
    expect([typeof item.id, item.id]).toEqual(['string', entries[place]?.id]);
    expect(item.content_text.length).toBeGreaterThan(0);
    expect(item.date_published).toMatch(DATE);
    expect(() => new URL(item.url)).not.toThrow();
    for (const author of item.authors) expect(author.name).not.toBe('');
    for (const tag of item.tags) expect(typeof tag).toBe('string');
  }
});
