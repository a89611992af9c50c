import { and, asc, eq } from 'drizzle-orm'
import { savedView } from '#db/schema/workflow.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { type FieldError, IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { requireDrafts } from './require-drafts.ts'

/** A person's own way of looking at a list. */
export interface SavedView {
  id: string
  name: string
  /** The filters as they stand in the list's address, without "?". */
  query: string
}

const limits = { name: 80, query: 1000, views: 50 } as const

/** The actor's own views of a list, by name. Throws unauthenticated, forbidden (needs write or read:internal). */
export async function listViews(istok: Istok, actor: Actor, list: string): Promise<SavedView[]> {
  requireDrafts(actor)
  return istok.database.reader.orm
    .select({ id: savedView.id, name: savedView.name, query: savedView.query })
    .from(savedView)
    .where(and(eq(savedView.person, actor.id), eq(savedView.list, list)))
    .orderBy(asc(savedView.name))
}

/** Keeps filters under a name; a view of that name gets the new filters. Throws unauthenticated, forbidden, invalid (names the field and its limit; too many views). */
export async function saveView(
  istok: Istok,
  actor: Actor,
  { list, name, query }: { list: string; name: string; query: string },
): Promise<SavedView> {
  requireDrafts(actor)
  const title = name.trim()
  const errors = faultsOf(title, query)
  if (errors.length > 0) throw new IstokError('invalid', 'The view cannot be kept like this', { errors })
  return write(istok.database, async tx => {
    const own = await tx.orm
      .select({ id: savedView.id, name: savedView.name })
      .from(savedView)
      .where(and(eq(savedView.person, actor.id), eq(savedView.list, list)))
    const before = own.find(view => view.name === title)
    if (!before && own.length >= limits.views)
      throw new IstokError('invalid', `There are ${limits.views} views already: remove one first`, {
        reason: 'too-many-views',
        arguments: { maximum: limits.views },
      })
    const row = { id: before?.id ?? newId(), person: actor.id, list, name: title, query, createdAt: tx.now }
    await tx.orm.insert(savedView).values(row).onConflictDoUpdate({ target: savedView.id, set: { query } })
    return { id: row.id, name: title, query }
  })
}

/** Gives a view of the actor's own another name. Throws unauthenticated, forbidden, not_found (also for somebody else's), invalid (name), conflict (another view has it). */
export async function renameView(istok: Istok, actor: Actor, { id, name }: { id: string; name: string }): Promise<SavedView> {
  requireDrafts(actor)
  const title = name.trim()
  const errors = faultsOf(title, '')
  if (errors.length > 0) throw new IstokError('invalid', 'The view cannot be named like this', { errors })
  return write(istok.database, async tx => {
    const own = await tx.orm.select().from(savedView).where(eq(savedView.person, actor.id))
    const before = own.find(view => view.id === id)
    if (!before) throw new IstokError('not_found', 'There is no such view')
    if (own.some(view => view.id !== id && view.list === before.list && view.name === title))
      throw new IstokError('conflict', 'There is a view of this name', {
        reason: 'taken',
        arguments: { value: title },
        errors: [{ pointer: '/name', message: 'is taken', reason: 'taken', arguments: { value: title } }],
      })
    await tx.orm.update(savedView).set({ name: title }).where(eq(savedView.id, id))
    return { id, name: title, query: before.query }
  })
}

function faultsOf(title: string, query: string): FieldError[] {
  return [
    ...(title === '' ? [{ pointer: '/name', message: 'must not be empty', reason: 'empty' }] : []),
    ...(title.length > limits.name
      ? [{ pointer: '/name', message: `has at most ${limits.name} characters`, reason: 'too-long', arguments: { maximum: limits.name } }]
      : []),
    ...(query.length > limits.query
      ? [{ pointer: '/query', message: `has at most ${limits.query} characters`, reason: 'too-long', arguments: { maximum: limits.query } }]
      : []),
  ]
}

/** Removes a view of the actor's own. Throws unauthenticated, forbidden, not_found (also for somebody else's). */
export async function deleteView(istok: Istok, actor: Actor, id: string): Promise<void> {
  requireDrafts(actor)
  await write(istok.database, async tx => {
    const removed = await tx.orm
      .delete(savedView)
      .where(and(eq(savedView.id, id), eq(savedView.person, actor.id)))
      .returning({ id: savedView.id })
    if (removed.length === 0) throw new IstokError('not_found', 'There is no such view')
  })
}
