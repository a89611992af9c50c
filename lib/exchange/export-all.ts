import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { mediaPath } from '#lib/authoring/read-media.ts'
import type { Istok } from '../istok.ts'
import { exportFiles } from './export-files.ts'
import { type ExportState, readExportState } from './export-state.ts'
import { packZip } from './pack-zip.ts'

/** `manifest.json` of an export. It holds no times, names or numbers of releases, so equal content gives equal bytes. */
export interface ExportManifest {
  format: 'istok-export'
  version: 1
  /** SHA-256 of each file, hexadecimal. */
  files: Record<string, string>
  /** Hash of each current answer by `{locale}/{slug}`, then by channel. */
  renditions: Record<string, Record<string, string>>
}

/**
 * Everything that is live, and the drafts beside it, as a zip that an import takes back: an empty installation that imports and publishes it gives answers with the same
 * hashes and the same export. Holds internal content too. Throws forbidden (needs write and read:internal).
 */
export async function exportAll(istok: Istok, actor: Actor): Promise<Uint8Array> {
  requireScope(actor, 'write')
  requireScope(actor, 'read:internal')
  const state = readExportState(istok)
  const files = new Map<string, Uint8Array>()
  const encoder = new TextEncoder()
  for (const [path, text] of await exportFiles(state)) files.set(path, encoder.encode(text))
  for (const row of state.media) files.set(`media/${row.id}/${nameInZip(row)}`, await readFile(mediaPath(istok, row)))
  files.set('manifest.json', encoder.encode(`${JSON.stringify(manifestOf(files, state), null, 2)}\n`))
  await write(istok.database, tx => recordAudit(tx, actor, 'export.made', 'export', { files: files.size }))
  return packZip(files)
}

/** A picture keeps its name, when that shows what it is and hides nothing. */
function nameInZip({ id, fileName, extension }: ExportState['media'][number]): string {
  return /^[^.].*\.(png|jpe?g|webp|gif)$/i.test(fileName) ? fileName : `${id}.${extension}`
}

function manifestOf(files: ReadonlyMap<string, Uint8Array>, { renditions }: ExportState): ExportManifest {
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1))
  const byAnswer: ExportManifest['renditions'] = {}
  for (const { slug, locale, channel, hash } of renditions) {
    if (hash === null) continue
    const answer = `${locale}/${slug}`
    byAnswer[answer] ??= {}
    byAnswer[answer][channel] = hash
  }
  return {
    format: 'istok-export',
    version: 1,
    files: Object.fromEntries(sorted.map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')])),
    renditions: byAnswer,
  }
}
