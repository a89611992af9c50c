import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** The earliest time that a zip can hold: equal files give equal bytes whenever they are packed. */
const noTime = new Date(1980, 0, 1)

/** Packs files into a zip, sorted by path. Lets other requests be served in between. Pictures are stored as they are: they are packed already. */
export async function packZip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  let started = performance.now()
  for (const [path, bytes] of [...files].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const entry = path.startsWith('media/') ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = noTime
    zip.add(entry)
    entry.push(bytes, true)
    if (performance.now() - started < 8) continue
    await new Promise(resolve => setImmediate(resolve))
    started = performance.now()
  }
  zip.end()
  return Buffer.concat(chunks)
}
