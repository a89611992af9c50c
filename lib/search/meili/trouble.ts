import { MeiliFault } from './request.ts'

/**
 * Why Meilisearch does not serve: `key`: it does not take the key, `version`: it is none that this program was tested with, `unreachable`: no answer, or none
 * of its own; `index`: there is no index, or not in the form that is expected; `other`: the log says more.
 */
export type Trouble = 'key' | 'version' | 'unreachable' | 'index' | 'other'

/** A Meilisearch that this program does not write to. */
export class VersionFault extends Error {}

/** What a failure says is wrong. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof VersionFault) return 'version'
  if (!(error instanceof MeiliFault)) return 'other'
  if (error.kind !== 'status') return 'unreachable'
  if (error.status === 401 || error.status === 403) return 'key'
  return error.code === 'index_not_found' || error.code === 'invalid_search_filter' ? 'index' : 'other'
}

/** Whether a person must do something about it. */
export function needsPerson(trouble: Trouble | null): boolean {
  return trouble === 'key' || trouble === 'version'
}
