import { describe, expect, it } from 'vitest';
import { SECTIONS, sectionAt } from './sections.ts';

describe('sections', () => {
  it('name every page once, and find its section by its path', () => {
    const paths = SECTIONS.flatMap(({ pages }) => pages.map(({ to }) => to));
    expect(new Set(paths).size).toBe(paths.length);
    for (const section of SECTIONS)
      for (const { to } of section.pages)
        expect(sectionAt(`${to}/below`.replace('//', '/'))).toBe(to === '/' ? SECTIONS[0] : section);
  });

  it('give an unknown page the first section', () => {
    expect(sectionAt('/nowhere')).toBe(SECTIONS[0]);
  });
});
