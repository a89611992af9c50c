import type { Problem } from '#app/_ui/call-api.ts'
import type { LocalCopy, Stored } from './session-state.ts'

/** What happens to a session. `at`: milliseconds since the epoch. */
export type SessionEvent<C> =
  /** The editor has changes that will be read in a moment. */
  | { type: 'touched' }
  | { type: 'changed'; content: C; at: number }
  /** A timer went off, or the person asked: save what there is. */
  | { type: 'save-due' }
  | { type: 'keep-due' }
  /** The connection, or the person who signed in again, is back. */
  | { type: 'returned' }
  | { type: 'sent'; version: number; at: number }
  /** No answer, or one that says nothing about the text (5xx, 429): it may have been stored. */
  | { type: 'send-lost' }
  | { type: 'send-stale' }
  | { type: 'send-signed-out' }
  | { type: 'send-refused'; problem: Problem }
  /** Somebody was heard to have saved this version. */
  | { type: 'newer-seen'; version: number }
  | { type: 'read'; stored: Stored<C>; at: number }
  | { type: 'read-lost' }
  | { type: 'read-signed-out' }
  | { type: 'kept'; edit: number }
  | { type: 'keep-failed'; edit: number }
  /** A copy of an earlier session is taken up again. */
  | { type: 'restored'; copy: LocalCopy<C>; at: number }
  /** The conflict is decided. */
  | { type: 'settled'; content: C; at: number }

/** What has to be done. Each is answered by an event. */
export type Effect<C> =
  | { type: 'send'; content: C; version: number | null }
  | { type: 'read' }
  | { type: 'keep'; edit: number; copy: LocalCopy<C> }
  /** The server has everything: the copy in the browser goes. */
  | { type: 'forget' }
  /** Sends `save-due`, `keep-due` or `returned` after so many milliseconds, instead of what was to be sent before. */
  | { type: 'timer'; name: 'save' | 'keep' | 'retry'; ms: number }
  /** The text became another one without the editor: it has to show it. */
  | { type: 'show'; content: C }
