import { IstokError } from '../errors.ts'

/** A version as a strong ETag. */
export function versionTag(version: number): string {
  return `"${version}"`
}

/** A version as `If-Match` carries it. */
export const tagForm = /^"?(\d{1,15})"?$/

/** The version that `If-Match` names, null without the header. Throws invalid (400) when it is not a tag that we gave out. */
export function expectedVersion(header: string | null): number | null {
  if (header === null) return null
  const match = tagForm.exec(header.trim())
  if (match) return Number(match[1])
  throw new IstokError('invalid', 'If-Match must be the ETag of the last read, e.g. "7"', {
    status: 400,
    errors: [{ pointer: 'If-Match', message: 'must be one strong ETag, e.g. "7"', reason: 'wrong-form' }],
  })
}

/** The version that `If-Match` names. Throws invalid (428) without the header, invalid (400) when it is not a tag that we gave out. */
export function requiredVersion(header: string | null): number {
  const version = expectedVersion(header)
  if (version !== null) return version
  throw new IstokError('invalid', 'Send the ETag of what you changed as If-Match, so that nobody else’s change is lost', {
    status: 428,
    errors: [{ pointer: 'If-Match', message: 'is needed', reason: 'needed' }],
  })
}

/** Whether `If-None-Match` (a list, weak tags and `*` allowed) names this tag: the answer is then 304. */
export function isKnownTag(header: string | null | undefined, tag: string): boolean {
  if (!header) return false
  if (header === tag || header.trim() === '*') return true
  return header.split(',').some(one => one.trim().replace(/^W\//, '') === tag)
}
