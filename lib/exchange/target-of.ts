import { posix } from 'node:path'

/** The path in the import that a relative address in the file `from` means; what follows `?` or `#` is no part of it. */
export function targetOf(from: string, address: string): string {
  const plain = decode(address.replace(/[?#].*$/s, ''))
  const joined = plain.startsWith('/') ? plain : posix.join(posix.dirname(from), plain)
  return posix
    .normalize(joined)
    .replace(/^(\.?\.?\/)+/, '')
    .replace(/\/$/, '')
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address).normalize('NFC')
  } catch {
    return address
  }
}
