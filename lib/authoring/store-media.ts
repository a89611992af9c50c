import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { fileTypeFromBuffer } from 'file-type'
import { media } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readImageSize } from './read-image-size.ts'
import { mediaPath } from './read-media.ts'

export type MediaEntry = typeof media.$inferSelect

/** A phone's photograph fits; what is larger is a mistake (own rule; pixels after HARDENING.md B4). */
export const mediaLimits = { bytes: 20 * 1024 * 1024, pixels: 40_000_000, fileName: 200 } as const

/** SVG is a document with scripts in it, not a picture, and is not taken. */
const accepted = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

/** A picture that was checked and has its id; nothing is stored yet. */
export interface CheckedMedia {
  id: string
  fileName: string
  mediaType: string
  extension: string
  bytes: number
  width: number
  height: number
}

/**
 * Takes a picture into the store. Its id is the beginning of the SHA-256 of its bytes, so the same picture twice is one. The file is whole on the disk before the
 * row says that it is there. Throws forbidden (needs write), too_large (20 MB), invalid (not a picture that browsers show without risk).
 */
export async function storeMedia(istok: Istok, actor: Actor, input: { bytes: Uint8Array; fileName: string }): Promise<MediaEntry> {
  requireSomewhere(actor, 'write')
  const checked = await checkMedia(input)
  await putFile(istok, checked, input.bytes)
  return write(istok.database, async tx => {
    // Somebody may have deleted the same picture since its file was put down.
    if (!existsSync(mediaPath(istok, checked))) await putFile(istok, checked, input.bytes)
    const before = await tx.orm.select().from(media).where(eq(media.id, checked.id)).get()
    if (before) return before
    const row = { ...checked, createdAt: tx.now, createdBy: actor.id, version: 1 }
    await tx.orm.insert(media).values(row)
    await recordAudit(tx, actor, 'media.stored', `media:${row.id}`, { fileName: row.fileName, bytes: row.bytes })
    return row
  })
}

/** What a picture is, by its bytes and not by its name. Throws too_large, invalid. */
export async function checkMedia({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Promise<CheckedMedia> {
  if (bytes.byteLength > mediaLimits.bytes) {
    const megabytes = mediaLimits.bytes / 1024 / 1024
    throw new IstokError('too_large', `A picture has at most ${megabytes} MB`, { reason: 'picture-large', arguments: { megabytes } })
  }
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !accepted.has(type.mime)) throw refusal(bytes, type?.mime)
  const size = readImageSize(bytes, type.mime)
  if (size === null) throw wrongFile('The picture is damaged: its header gives no size', 'picture-damaged')
  if (size.width * size.height > mediaLimits.pixels) throw wrongFile(`A picture has at most ${mediaLimits.pixels} pixels`, 'picture-pixels')
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return { id, fileName: plainName(fileName), mediaType: type.mime, extension: type.ext, bytes: bytes.byteLength, ...size }
}

function refusal(bytes: Uint8Array, mediaType: string | undefined): IstokError {
  const beginning = Buffer.from(bytes.subarray(0, 1000)).toString('utf8')
  if (/<svg[\s>]/i.test(beginning))
    return wrongFile('SVG can hold scripts and is not taken: export the picture as PNG or WebP', 'picture-svg')
  return wrongFile(`Pictures are PNG, JPEG, WebP or GIF; this is ${mediaType ?? 'none of them'}`, 'picture-type')
}

function wrongFile(message: string, reason: string): IstokError {
  return new IstokError('invalid', message, { errors: [{ pointer: '/file', message, reason }] })
}

/** Written under another name first: a file with its final name is always whole. */
async function putFile(istok: Istok, { id, extension }: CheckedMedia, bytes: Uint8Array): Promise<void> {
  const folder = join(istok.database.dataDir, 'media')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, `.${randomUUID()}`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, mediaPath(istok, { id, extension }))
  } catch (error) {
    await rm(temporary, { force: true })
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw isFull
      ? new IstokError('internal', 'The disk is full; nothing was stored', { reason: 'disk-full', status: 507, cause: error })
      : error
  }
}

/** The name is shown and exported, never used as a path. */
export function plainName(fileName: string): string {
  const plain = basename(fileName.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
  // No half of a sign of two units stays at the cut.
  return plain.slice(-mediaLimits.fileName).replace(/^\p{Cs}/u, '') || 'picture'
}
