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

/** A copy as it is stored: the browser copies a text in a tenth of the time that it takes for the objects of a long document, while somebody types. */
interface StoredCopy {
  key: CopyKey
  /** Milliseconds since the epoch. */
  at: number
  /** JSON of a LocalCopy. */
  text: string
}

/**
 * Writes a copy in place of the tab's last one, or removes it. Rejects when the browser has no store or no space. `spell`: JSON of a content, where there is a
 * quicker way than to go through all of it.
 */
export async function keepCopy<C>(key: CopyKey, copy: LocalCopy<C> | null, spell: (content: C) => string = JSON.stringify): Promise<void> {
  if (copy === null) return del(nameOf(key), store())
  const { content, base, unconfirmed, at } = copy
  const from = `{"version":${JSON.stringify(base.version)},"content":${spell(base.content)}}`
  const text = `{"content":${spell(content)},"base":${from},"unconfirmed":[${unconfirmed.map(sent => spell(sent)).join()}],"at":${at}}`
  await set(nameOf(key), { key, at, text } satisfies StoredCopy, store())
}

/** The copies of this text that other tabs left behind and that are not open any more, the newest first. `isOpen` tells of a tab whether it is. */
export async function findCopies<C>(
  { userId, articleId, part }: Omit<CopyKey, 'tab'>,
  isOpen: (tab: string) => Promise<boolean>,
  now: number,
): Promise<FoundCopy<C>[]> {
  const all = (await entries<string, StoredCopy | FoundCopy<C>>(store())).map(([, one]) => one)
  const found: FoundCopy<C>[] = []
  for (const one of all) {
    const { key } = one
    const at = 'text' in one ? one.at : one.copy.at
    if (now - at > lifetime) await del(nameOf(key), store())
    else if (key.userId === userId && key.articleId === articleId && key.part === part && !(await isOpen(key.tab)))
      // Copies were kept as objects before they were kept as texts.
      found.push({ key, copy: 'text' in one ? (JSON.parse(one.text) as LocalCopy<C>) : one.copy })
  }
  return found.sort((a, b) => b.copy.at - a.copy.at)
}

function nameOf({ userId, articleId, part, tab }: CopyKey): string {
  return [userId, articleId, part, tab].join(' ')
}
