import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import type { LocalCopy } from './session-state.ts'

/** Whose text of what a copy is, and of which tab. */
export interface CopyKey {
  userId: string
  articleId: string
  /** A language, or `metadata`. */
  part: string
  tab: string
}

export interface FoundCopy<C> {
  key: CopyKey
  copy: LocalCopy<C>
}

/** Milliseconds after which a copy that nobody took up is thrown away. */
const lifetime = 60 * 24 * 3600_000

let opened: UseStore | undefined

function store(): UseStore {
  opened ??= createStore('istok-drafts', 'copies')
  return opened
}

/** Writes a copy in place of the tab's last one, or removes it. Rejects when the browser has no store or no space. */
export async function keepCopy<C>(key: CopyKey, copy: LocalCopy<C> | null): Promise<void> {
  if (copy === null) await del(nameOf(key), store())
  else await set(nameOf(key), { key, copy }, store())
}

/** The copies of this text that other tabs left behind and that are not open any more, the newest first. `isOpen` tells of a tab whether it is. */
export async function findCopies<C>(
  { userId, articleId, part }: Omit<CopyKey, 'tab'>,
  isOpen: (tab: string) => Promise<boolean>,
  now: number,
): Promise<FoundCopy<C>[]> {
  const all = (await entries<string, FoundCopy<C>>(store())).map(([, found]) => found)
  const found: FoundCopy<C>[] = []
  for (const one of all) {
    const { key, copy } = one
    if (now - copy.at > lifetime) await del(nameOf(key), store())
    else if (key.userId === userId && key.articleId === articleId && key.part === part && !(await isOpen(key.tab))) found.push(one)
  }
  return found.sort((a, b) => b.copy.at - a.copy.at)
}

function nameOf({ userId, articleId, part, tab }: CopyKey): string {
  return [userId, articleId, part, tab].join(' ')
}
