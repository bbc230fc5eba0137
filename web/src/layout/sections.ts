import type { Role } from '../api/types.ts';

/** A page that the navigation names. */
export interface NamedPage {
  to: string;
  name: PageName;
  /** Who sees it named; everybody where nothing is said. */
  roles?: readonly Role[];
}

/** Pages of one subject, which stand in one row. */
export interface Section {
  name: 'accounts' | 'tables' | 'law';
  pages: readonly NamedPage[];
}

export type PageName =
  | 'overview'
  | 'corridor'
  | 'offices'
  | 'quality'
  | 'method'
  | 'load'
  | 'runs'
  | 'review'
  | 'administration'
  | 'rights'
  | 'matrix'
  | 'acts'
  | 'compare'
  | 'reconcile'
  | 'unregistered'
  | 'targets'
  | 'indicators';

/** The pages by subject: the accounts from slips, the offices' published tables, the law. A section without pages is not shown. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'accounts',
    pages: [
      { to: '/', name: 'overview' },
      { to: '/corridors', name: 'corridor' },
      { to: '/offices', name: 'offices' },
      { to: '/quality', name: 'quality' },
      { to: '/method', name: 'method' },
      { to: '/load', name: 'load', roles: ['contributor'] },
      { to: '/runs', name: 'runs', roles: ['statistician', 'publisher'] },
      { to: '/review', name: 'review', roles: ['statistician'] },
      { to: '/administration', name: 'administration', roles: ['administrator', 'auditor'] },
    ],
  },
  {
    name: 'tables',
    pages: [
      { to: '/compare', name: 'compare' },
      { to: '/reconcile', name: 'reconcile' },
      { to: '/unregistered', name: 'unregistered' },
      { to: '/targets', name: 'targets' },
      { to: '/indicators', name: 'indicators' },
    ],
  },
  {
    name: 'law',
    pages: [
      { to: '/rights', name: 'rights' },
      { to: '/rights/matrix', name: 'matrix' },
      { to: '/acts', name: 'acts' },
    ],
  },
];

/** The section whose page stands at this path; the first where none does. */
export function sectionAt(path: string): Section | undefined {
  return SECTIONS.find(({ pages }) => pages.some(({ to }) => isAt(path, to))) ?? SECTIONS[0];
}

/** Whether the path is that of the page or of what lies under it. */
function isAt(path: string, to: string): boolean {
  return path === to || (to !== '/' && path.startsWith(`${to}/`));
}
