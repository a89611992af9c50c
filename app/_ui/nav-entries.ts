import type { Messages } from '#app/_i18n/catalogues.ts'
import type { IconName } from './icon.tsx'

/** What the person may see; the use cases behind the pages check again. */
export interface Rights {
  operator: boolean
  /** Everywhere, or in some categories. */
  write: boolean
  /** Also what every category shares. */
  writeAll: boolean
  publish: boolean
  admin: boolean
}

export interface NavEntry {
  href: string
  icon: IconName
  label: keyof Messages['shell']['nav']
  /** The shortcut that leads there; see shortcuts/keys.ts. */
  keys?: string
  /** Without it everybody who is signed in. */
  needs?: keyof Rights
}

export interface NavSection {
  title: 'studio' | 'panel' | 'settings'
  entries: NavEntry[]
}

/** The pages of the navigation, in its order; the command palette offers the same. */
export const navSections: NavSection[] = [
  {
    title: 'studio',
    entries: [
      { href: '/studio', icon: 'home', label: 'home', keys: 'G H' },
      { href: '/studio/articles', icon: 'articles', label: 'articles', keys: 'G A' },
      { href: '/studio/reviews', icon: 'reviews', label: 'reviews', keys: 'G V' },
      { href: '/studio/facts', icon: 'facts', label: 'facts', keys: 'G F' },
      { href: '/studio/snippets', icon: 'snippets', label: 'snippets', keys: 'G S' },
      { href: '/studio/categories', icon: 'categories', label: 'categories', keys: 'G C' },
      { href: '/studio/synonyms', icon: 'synonyms', label: 'synonyms', keys: 'G Y' },
      { href: '/studio/media', icon: 'media', label: 'media', keys: 'G M' },
      { href: '/studio/releases', icon: 'releases', label: 'releases', keys: 'G R' },
      { href: '/studio/gaps', icon: 'gaps', label: 'gaps', keys: 'G G' },
      { href: '/studio/tasks', icon: 'warning', label: 'tasks', keys: 'G T', needs: 'write' },
      { href: '/studio/scripts', icon: 'windows', label: 'scripts', keys: 'G P' },
      { href: '/studio/imports', icon: 'upload', label: 'imports', needs: 'writeAll' },
    ],
  },
  { title: 'panel', entries: [{ href: '/operator', icon: 'operator', label: 'operator', keys: 'G O', needs: 'operator' }] },
  {
    title: 'settings',
    entries: [
      { href: '/studio/settings/users', icon: 'user', label: 'users', needs: 'admin' },
      { href: '/studio/settings/sessions', icon: 'clock', label: 'sessions' },
      { href: '/studio/settings/audit', icon: 'history', label: 'audit', needs: 'admin' },
      { href: '/studio/settings/organisation', icon: 'home', label: 'organisation', needs: 'admin' },
      { href: '/studio/settings/keys', icon: 'key', label: 'keys', needs: 'admin' },
      { href: '/studio/settings/approval', icon: 'reviews', label: 'approval', needs: 'admin' },
      { href: '/studio/settings/answering', icon: 'gaps', label: 'answering', needs: 'admin' },
      { href: '/studio/settings/embedding', icon: 'windows', label: 'embedding', needs: 'admin' },
    ],
  },
]

/** The sections with the pages that somebody with these rights may see. */
export function navSectionsFor(rights: Rights): NavSection[] {
  return navSections
    .map(({ title, entries }) => ({ title, entries: entries.filter(({ needs }) => needs === undefined || rights[needs]) }))
    .filter(({ entries }) => entries.length > 0)
}
