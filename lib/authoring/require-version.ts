import { IstokError } from '../errors.ts'

/** What is there now, for whoever has to merge. Times in milliseconds since the epoch. */
export interface CurrentState {
  version: number
  updatedAt: number
  updatedBy?: string
}

/**
 * Passes when the caller knows the current version. Throws invalid: 428 when none is given, 412 when another one is current (`current` in the problem, its
 * version as ETag).
 */
export function requireVersion(current: CurrentState, expected: number | null | undefined): void {
  if (expected === current.version) return
  const headers = { ETag: `"${current.version}"` }
  const { version, updatedAt, updatedBy } = current
  const extra = { current: { version, updatedAt: new Date(updatedAt).toISOString(), ...(updatedBy !== undefined && { updatedBy }) } }
  const errors = [
    expected == null
      ? { pointer: 'If-Match', message: 'is needed', reason: 'needed' }
      : {
          pointer: 'If-Match',
          message: `is "${expected}", the current version is "${version}"`,
          reason: 'other-version',
          arguments: { value: version },
        },
  ]
  if (expected == null)
    throw new IstokError('invalid', 'Say which version you have changed, so that nobody else’s change is lost', {
      status: 428,
      headers,
      extra,
      errors,
    })
  throw new IstokError('conflict', 'Somebody else has saved a newer version', {
    status: 412,
    reason: 'changed-meanwhile',
    headers,
    extra,
    errors,
  })
}
