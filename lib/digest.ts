import { hash } from 'node:crypto'

/** "sha256-" and the digest of a text in base64url, as hashes are written everywhere in Istok. */
export function digest(text: string): string {
  return `sha256-${hash('sha256', text, 'base64url')}`
}
