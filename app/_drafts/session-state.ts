import type { Problem } from '#app/_ui/call-api.ts'

/** A version of something as the server has it. `version` null: it does not exist there yet. */
export interface Stored<C> {
  version: number | null
  content: C
}

/** What is kept in the browser until the server has it. */
export interface LocalCopy<C> {
  content: C
  /** What it was made from. */
  base: Stored<C>
  /** Sent, and never heard of again: the server may have it. */
  unconfirmed: C[]
  /** Milliseconds since the epoch. */
  at: number
}

/** Why the server does not have the newest text although it was asked to. */
export type Trouble =
  | { kind: 'offline'; attempts: number }
  | { kind: 'signed-out' }
  /** The text cannot be saved as it is; the next change is tried again. */
  | { kind: 'refused'; problem: Problem }

/** Everything that is known about a text that somebody edits. Only `advance` makes the next state. */
export interface SessionState<C> {
  content: C
  /** Counts the changes of `content`. */
  edit: number
  /** The editor has changes that have not been read into `content` yet. */
  isTouched: boolean
  /** What the server is known to have. */
  base: Stored<C>
  /** The change that the server has said to have, and when (null: in this session none was needed). */
  savedEdit: number
  savedAt: number | null
  /** The change that the browser's own store has, the one being written, and whether the last attempt failed. */
  keptEdit: number
  keepingEdit: number | null
  keepFailed: boolean
  /** On its way to the server. */
  sending: { edit: number; content: C } | null
  unconfirmed: C[]
  /** Asks for what somebody else has saved. */
  isReading: boolean
  trouble: Trouble | null
  /** Somebody else's text that touches this one; nothing is saved until it is decided. */
  conflict: Stored<C> | null
  /** When the first change came that has not been sent, and that has not been given to the browser's own store. */
  changedAt: number | null
  unkeptSince: number | null
}

/** A session on what the server has, with nothing changed. */
export function openState<C>(base: Stored<C>): SessionState<C> {
  return {
    content: base.content,
    edit: 0,
    isTouched: false,
    base,
    savedEdit: 0,
    savedAt: null,
    keptEdit: 0,
    keepingEdit: null,
    keepFailed: false,
    sending: null,
    unconfirmed: [],
    isReading: false,
    trouble: null,
    conflict: null,
    changedAt: null,
    unkeptSince: null,
  }
}

/** What the person is told. `unkept`: neither the server nor the browser has it. */
export type Indicator = 'unchanged' | 'saving' | 'saved' | 'kept' | 'unkept' | 'conflict'

/** True when the server has said that it has exactly this text. */
export function isSaved<C>({ edit, savedEdit, isTouched }: SessionState<C>): boolean {
  return savedEdit === edit && !isTouched
}

/** True when closing the page loses nothing. */
export function isSafe<C>(state: SessionState<C>): boolean {
  return isSaved(state) || (state.keptEdit === state.edit && !state.isTouched)
}

/** The one word for where the text is. Never says more than is known. */
export function indicatorOf<C>(state: SessionState<C>): Indicator {
  if (state.conflict) return 'conflict'
  if (isSaved(state)) return state.savedAt === null ? 'unchanged' : 'saved'
  if (state.trouble === null) return 'saving'
  if (isSafe(state)) return 'kept'
  return state.keepFailed ? 'unkept' : 'saving'
}
