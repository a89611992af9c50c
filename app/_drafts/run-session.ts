import type { Problem } from '#app/_ui/call-api.ts'
import { advance, type Kind } from './advance.ts'
import type { Effect, SessionEvent } from './session-event.ts'
import { type LocalCopy, openState, type SessionState, type Stored } from './session-state.ts'

/** What became of a request for the server. `lost`: nothing is known. */
export type Sent =
  | { kind: 'saved'; version: number }
  | { kind: 'lost' }
  | { kind: 'stale' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; problem: Problem }
export type Read<C> = { kind: 'read'; stored: Stored<C> } | { kind: 'lost' } | { kind: 'signed-out' }

/** The world as a session sees it. */
export interface Ports<C> {
  send(content: C, version: number | null): Promise<Sent>
  read(): Promise<Read<C>>
  /** Writes the copy into the browser's own store; null removes it. Rejects when it cannot. */
  keep(copy: LocalCopy<C> | null): Promise<void>
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls back after so many milliseconds; returns what cancels it. */
  later(ms: number, run: () => void): () => void
  /** The text became another one without the editor. */
  show(content: C): void
  /** The text with what the editor has not handed on yet. */
  catchUp(content: C): C
}

export interface Session<C> {
  readonly state: SessionState<C>
  dispatch(event: SessionEvent<C>): void
  subscribe(listener: () => void): () => void
  /** Keeps and sends at once what there is, e.g. because the page goes out of sight. */
  flush(): void
  /** Resolves when nothing is on its way: true when the server has everything. */
  save(): Promise<boolean>
  /** Ends the timers. */
  close(): void
}

/** Before these the editor is asked for its last keys. */
const needsText = new Set<SessionEvent<unknown>['type']>(['save-due', 'keep-due', 'returned', 'read'])
const eventOf = { save: 'save-due', keep: 'keep-due', retry: 'returned' } as const

/** Runs a session: keeps its state, does its effects, and tells listeners. */
export function runSession<C>(kind: Kind<C>, base: Stored<C>, ports: Ports<C>): Session<C> {
  let state = openState(base)
  const listeners = new Set<() => void>()
  const timers = new Map<string, () => void>()
  let isClosed = false

  function dispatch(event: SessionEvent<C>): void {
    if (isClosed) return
    if (state.isTouched && needsText.has(event.type)) dispatch({ type: 'changed', content: ports.catchUp(state.content), at: ports.now() })
    const step = advance(kind, state, event)
    const isNew = step.state !== state
    state = step.state
    for (const effect of step.effects) perform(effect)
    if (isNew) for (const listener of [...listeners]) listener()
  }

  function perform(effect: Effect<C>): void {
    switch (effect.type) {
      case 'send':
        return void ports.send(effect.content, effect.version).then(
          sent => dispatch(eventOfSent(sent, ports.now())),
          () => dispatch({ type: 'send-lost' }),
        )
      case 'read':
        return void ports.read().then(
          read => dispatch(eventOfRead(read, ports.now())),
          () => dispatch({ type: 'read-lost' }),
        )
      case 'keep':
        return void ports.keep({ ...effect.copy, at: ports.now() }).then(
          () => dispatch({ type: 'kept', edit: effect.edit }),
          () => dispatch({ type: 'keep-failed', edit: effect.edit }),
        )
      case 'forget':
        return void ports.keep(null).catch(() => undefined)
      case 'timer':
        timers.get(effect.name)?.()
        return void timers.set(
          effect.name,
          ports.later(effect.ms, () => dispatch({ type: eventOf[effect.name] })),
        )
      case 'show':
        ports.show(effect.content)
    }
  }

  return {
    get state() {
      return state
    },
    dispatch,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush() {
      dispatch({ type: 'keep-due' })
      dispatch({ type: 'save-due' })
    },
    save: () => saveAll(dispatch, () => state, listeners),
    close() {
      isClosed = true
      for (const cancel of timers.values()) cancel()
    },
  }
}

/** Sends until the server has everything, or cannot have it. */
function saveAll<C>(dispatch: (event: SessionEvent<C>) => void, read: () => SessionState<C>, listeners: Set<() => void>): Promise<boolean> {
  return new Promise(resolve => {
    const look = () => {
      const { sending, isReading, trouble, conflict, savedEdit, edit } = read()
      if (sending || isReading) return
      if (savedEdit !== edit && !trouble && !conflict) return dispatch({ type: 'save-due' })
      listeners.delete(look)
      resolve(savedEdit === edit)
    }
    listeners.add(look)
    dispatch({ type: 'returned' })
    look()
  })
}

function eventOfSent<C>(sent: Sent, at: number): SessionEvent<C> {
  switch (sent.kind) {
    case 'saved':
      return { type: 'sent', version: sent.version, at }
    case 'refused':
      return { type: 'send-refused', problem: sent.problem }
    case 'lost':
      return { type: 'send-lost' }
    case 'stale':
      return { type: 'send-stale' }
    case 'signed-out':
      return { type: 'send-signed-out' }
  }
}

function eventOfRead<C>(read: Read<C>, at: number): SessionEvent<C> {
  if (read.kind === 'read') return { type: 'read', stored: read.stored, at }
  return { type: read.kind === 'lost' ? 'read-lost' : 'read-signed-out' }
}
