/** What the directory of a zip says of its entries beyond what unpacking needs. */
export interface ZipDirectory {
  /** Whether any entry needs a password. */
  isEncrypted: boolean
  /** How entries are called whose names are not marked as UTF-8, by their names as ISO 8859-1. */
  names: ReadonlyMap<string, string>
}

/** Reads the directory of a zip, a broken one as far as it goes. Windows packs Russian names in code page 866 and does not say so; macOS packs UTF-8 and does not. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = new Map<string, string>()
  let isEncrypted = false
  // The end of the directory is 22 bytes with a comment of at most 65,535 behind it.
  const end = view.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = end < 0 || end + 22 > view.length ? view.length : view.readUInt32LE(end + 16)
  while (at + 46 <= view.length && view.readUInt32LE(at) === 0x02014b50) {
    const flags = view.readUInt16LE(at + 8)
    const [name, extra, comment] = [28, 30, 32].map(offset => view.readUInt16LE(at + offset)) as [number, number, number]
    const raw = view.subarray(at + 46, at + 46 + name)
    isEncrypted ||= (flags & 1) === 1
    if ((flags & 0x800) === 0 && raw.some(byte => byte > 127)) names.set(raw.toString('latin1'), decodeName(raw))
    at += 46 + name + extra + comment
  }
  return { isEncrypted, names }
}

function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('ibm866').decode(raw)
  }
}
