import { asc, eq } from 'drizzle-orm'
import { embedding, embeddingSession } from '#db/schema/desk.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { lengthReason } from '#lib/length-reason.ts'
import { type FieldError, IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'

/** Where the operator panel may stand in another system's page. `createdAt`, `revokedAt` in milliseconds since the epoch. */
export interface Embedding {
  id: string
  name: string
  /** `https://crm.example`, without a path; exactly these may frame the panel. */
  origins: string[]
  createdAt: number
  createdBy: string
  revokedAt: number | null
}

/** Origins that one embedding may name: they all stand in a header of every page. */
const mostOrigins = 20

/** All embeddings, ended ones too, oldest first. Throws unauthenticated, forbidden (needs admin). */
export async function listEmbeddings(istok: Istok, actor: Actor): Promise<Embedding[]> {
  requireScope(actor, 'admin')
  return istok.database.reader.orm.select().from(embedding).orderBy(asc(embedding.createdAt), asc(embedding.id))
}

/** Allows the panel in pages of these origins. Throws invalid (name, origins), unauthenticated, forbidden (needs admin). */
export async function createEmbedding(istok: Istok, actor: Actor, input: { name: string; origins: string[] }): Promise<Embedding> {
  requireScope(actor, 'admin')
  const { name, origins } = checked(input)
  return write(istok.database, async tx => {
    const row = { id: newId(), name, origins, createdAt: tx.now, createdBy: actor.id, revokedAt: null }
    await tx.orm.insert(embedding).values(row)
    await recordAudit(tx, actor, 'embedding.created', `embedding:${row.id}`, { name, origins })
    return row
  })
}

/** Changes name and origins, felt with the next page that is loaded. Throws not_found (also when it has ended), invalid, unauthenticated, forbidden (needs admin). */
export async function updateEmbedding(
  istok: Istok,
  actor: Actor,
  { id, ...input }: { id: string; name: string; origins: string[] },
): Promise<Embedding> {
  requireScope(actor, 'admin')
  const change = checked(input)
  return write(istok.database, async tx => {
    const known = await tx.orm.select().from(embedding).where(eq(embedding.id, id)).get()
    if (!known || known.revokedAt !== null) throw new IstokError('not_found', 'There is no such embedding')
    await tx.orm.update(embedding).set(change).where(eq(embedding.id, id))
    await recordAudit(tx, actor, 'embedding.updated', `embedding:${id}`, change)
    return { ...known, ...change }
  })
}

/** Ends an embedding for good: no page may frame it, and every frame that is open loses its session at once. Throws not_found, unauthenticated, forbidden (needs admin). */
export async function revokeEmbedding(istok: Istok, actor: Actor, { id }: { id: string }): Promise<void> {
  requireScope(actor, 'admin')
  await write(istok.database, async tx => {
    const known = await tx.orm.select().from(embedding).where(eq(embedding.id, id)).get()
    if (!known) throw new IstokError('not_found', 'There is no such embedding')
    if (known.revokedAt !== null) return
    await tx.orm.update(embedding).set({ revokedAt: tx.now }).where(eq(embedding.id, id))
    await tx.orm.delete(embeddingSession).where(eq(embeddingSession.embeddingId, id))
    await recordAudit(tx, actor, 'embedding.revoked', `embedding:${id}`)
  })
}

function checked({ name, origins }: { name: string; origins: string[] }): { name: string; origins: string[] } {
  const errors: FieldError[] = []
  if (name.trim() === '' || name.length > 100)
    errors.push({ pointer: '/name', message: 'has 1 to 100 characters', ...lengthReason(1, 100) })
  if (origins.length === 0 || origins.length > mostOrigins)
    errors.push({
      pointer: '/origins',
      message: `names 1 to ${mostOrigins} origins`,
      reason: 'count',
      arguments: { minimum: 1, maximum: mostOrigins },
    })
  const read = origins.map((origin, index) => {
    const found = originOf(origin)
    if (!found)
      errors.push({ pointer: `/origins/${index}`, message: 'is the origin of a page, e.g. https://crm.example', reason: 'origin-form' })
    return found ?? ''
  })
  if (errors.length > 0) throw new IstokError('invalid', 'The embedding cannot be saved like this', { errors })
  return { name: name.trim(), origins: [...new Set(read)] }
}

/** The canonical origin, or null: https anywhere, http on this machine only (for trying it out); no wildcards, paths or credentials. */
function originOf(text: string): string | null {
  if (!URL.canParse(text) || /\s/.test(text)) return null
  const url = new URL(text)
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  const isPlain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  // Asked of what was read, not of what was typed: %2A and ＊ are read as *, and the origin stands in a header.
  const isName = /^[a-z0-9._-]+$/.test(url.hostname)
  return isPlain && isName && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) ? url.origin : null
}
