import type { TaskStatus } from './meili-client.ts'

export interface StubTask {
  uid: number
  type: string
  indexUid: string | null
  status: TaskStatus
  error: { code: string; type: string; message: string } | null
  /** The key that asked for it. */
  by: string | undefined
  /** Does it; returns the code of the error, null: none. */
  work: () => string | null
}

export interface Key {
  uid: string
  key: string
  name: string
  actions: string[]
  indexes: string[]
  expiresAt: string | null
}

export function keyFor(asked: Omit<Key, 'key'>, key: string): Key {
  return { ...asked, key }
}

/** The action that a key needs for a request; null: only the master key may. */
export function wantedAction({ method, path }: { method: string; path: string }): string | null {
  const [address = ''] = path.split('?')
  if (address === '/multi-search') return 'search'
  if (address === '/version') return 'version'
  if (address.startsWith('/keys')) return method === 'GET' ? 'keys.get' : method === 'DELETE' ? 'keys.delete' : 'keys.create'
  if (address.startsWith('/tasks')) return 'tasks.get'
  if (address === '/swap-indexes') return 'indexes.swap'
  if (address.endsWith('/documents/fetch')) return 'documents.get'
  if (address.endsWith('/documents/delete-batch')) return 'documents.delete'
  if (address.endsWith('/documents')) return 'documents.add'
  if (address.endsWith('/settings')) return method === 'GET' ? 'settings.get' : 'settings.update'
  if (address.endsWith('/stats')) return 'stats.get'
  if (method === 'POST') return 'indexes.create'
  return method === 'DELETE' ? 'indexes.delete' : 'indexes.get'
}
