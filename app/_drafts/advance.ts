import type { Effect, SessionEvent } from './session-event.ts'
import { isSaved, type SessionState, type Stored } from './session-state.ts'

/** How two texts of a kind are compared and put together. */
export interface Kind<C> {
  same(a: C, b: C): boolean
  /** The one text that both changes make; null where they touch and somebody has to decide. */
  merge(base: C, mine: C, theirs: C): C | null
  /** Whether the text can be sent at all, e.g. has a title; a refusal for what it lacks. */
  fault(content: C): Extract<SessionState<C>['trouble'], { kind: 'refused' }>['problem'] | null
}

/** Milliseconds: from the last change until it is sent; at most from the first change of a series; the same until the browser's own store has it. */
export const pace = { save: 900, saveAtMost: 4000, keep: 250, keepAtMost: 1000, retry: [1000, 2000, 4000, 8000, 15_000] } as const

export interface Step<C> {
  state: SessionState<C>
  effects: Effect<C>[]
}

/** The next state of a session and what has to be done. Pure: no clock, no network, no storage. */
export function advance<C>(kind: Kind<C>, state: SessionState<C>, event: SessionEvent<C>): Step<C> {
  switch (event.type) {
    case 'touched':
      return stay({ ...state, isTouched: true })
    case 'changed':
      return change(kind, { ...state, isTouched: false }, event.content, event.at)
    case 'save-due':
    case 'returned':
      return send(kind, state)
    case 'keep-due':
      return keep(state)
    case 'sent':
      return confirm(state, event.version, event.at)
    case 'send-lost':
      return lose(state)
    case 'send-stale':
      return { state: { ...state, sending: null, isReading: true }, effects: [{ type: 'read' }] }
    case 'send-signed-out':
    case 'read-signed-out':
      return stay({ ...state, sending: null, isReading: false, trouble: { kind: 'signed-out' } })
    case 'send-refused':
      return stay({ ...state, sending: null, trouble: { kind: 'refused', problem: event.problem } })
    case 'newer-seen':
      return event.version > (state.base.version ?? 0) && !state.sending && !state.isReading && !state.conflict
        ? { state: { ...state, isReading: true }, effects: [{ type: 'read' }] }
        : stay(state)
    case 'read':
      return meet(kind, { ...state, isReading: false, trouble: null }, event.stored, event.at)
    case 'read-lost':
      return wait({ ...state, isReading: false })
    case 'kept':
      return finishKeeping({ ...state, keptEdit: Math.max(state.keptEdit, event.edit), keepFailed: false })
    case 'keep-failed':
      return finishKeeping({ ...state, keepFailed: true })
    case 'restored':
      return restore(kind, state, event)
    case 'settled':
      return settle(kind, state, event.content, event.at)
  }
}

function stay<C>(state: SessionState<C>): Step<C> {
  return { state, effects: [] }
}

function change<C>(kind: Kind<C>, state: SessionState<C>, content: C, at: number): Step<C> {
  if (kind.same(content, state.content)) return stay({ ...state, content })
  const changedAt = state.changedAt ?? at
  const unkeptSince = state.unkeptSince ?? at
  const next: SessionState<C> = { ...state, content, edit: state.edit + 1, changedAt, unkeptSince }
  const effects: Effect<C>[] = [{ type: 'timer', name: 'keep', ms: Math.max(0, Math.min(pace.keep, unkeptSince + pace.keepAtMost - at)) }]
  const isBlocked = state.trouble !== null && state.trouble.kind !== 'refused'
  if (!isBlocked && !state.conflict && !state.isReading) {
    effects.push({ type: 'timer', name: 'save', ms: Math.max(0, Math.min(pace.save, changedAt + pace.saveAtMost - at)) })
  }
  return { state: next, effects }
}

/** Sends the text unless the server has it, something is on its way, or somebody has to decide first. */
function send<C>(kind: Kind<C>, state: SessionState<C>): Step<C> {
  if (state.sending || state.isReading || state.conflict) return stay(state)
  if (isSaved({ ...state, isTouched: false })) return stay(state)
  if (state.base.version !== null && state.unconfirmed.length === 0 && kind.same(state.content, state.base.content)) {
    // Typed and taken back: the server has this text.
    return forget({ ...state, savedEdit: state.edit, trouble: null, changedAt: null })
  }
  const problem = kind.fault(state.content)
  if (problem !== null) {
    const { state: kept, effects } = keep(state)
    return { state: { ...kept, trouble: { kind: 'refused', problem } }, effects }
  }
  const sending = { edit: state.edit, content: state.content }
  return {
    state: { ...state, sending, changedAt: null },
    effects: [{ type: 'send', content: state.content, version: state.base.version }],
  }
}

/** The server has said that it has what was sent. */
function confirm<C>(state: SessionState<C>, version: number, at: number): Step<C> {
  if (!state.sending) return stay(state)
  const { edit, content } = state.sending
  const next: SessionState<C> = {
    ...state,
    sending: null,
    base: { version, content },
    savedEdit: edit,
    savedAt: at,
    unconfirmed: [],
    trouble: null,
  }
  if (edit === state.edit) return forget(next)
  const kept = keep(next, true)
  return { state: kept.state, effects: [...kept.effects, { type: 'timer', name: 'save', ms: pace.save }] }
}

function forget<C>(state: SessionState<C>): Step<C> {
  return { state: { ...state, unkeptSince: null }, effects: [{ type: 'forget' }] }
}

function lose<C>(state: SessionState<C>): Step<C> {
  if (!state.sending) return wait(state)
  const step = wait({ ...state, sending: null, unconfirmed: [...state.unconfirmed, state.sending.content].slice(-20) })
  // What was sent may be stored: the copy has to know of it.
  const kept = keep(step.state, true)
  return { state: kept.state, effects: [...step.effects, ...kept.effects] }
}

/** Tries again later, each time with more patience. */
function wait<C>(state: SessionState<C>): Step<C> {
  const attempts = state.trouble?.kind === 'offline' ? state.trouble.attempts + 1 : 1
  const ms = pace.retry[Math.min(attempts, pace.retry.length) - 1] ?? 15_000
  return { state: { ...state, trouble: { kind: 'offline', attempts } }, effects: [{ type: 'timer', name: 'retry', ms }] }
}

/** Writes the text into the browser's own store, once at a time. */
function keep<C>(state: SessionState<C>, again = false): Step<C> {
  if (state.keepingEdit !== null || isSaved({ ...state, isTouched: false })) return stay(state)
  if (!again && state.keptEdit === state.edit) return stay(state)
  const { content, base, unconfirmed, edit } = state
  return {
    state: { ...state, keepingEdit: edit, unkeptSince: null },
    effects: [{ type: 'keep', edit, copy: { content, base, unconfirmed, at: 0 } }],
  }
}

function finishKeeping<C>(state: SessionState<C>): Step<C> {
  const next = { ...state, keepingEdit: null }
  if (isSaved({ ...next, isTouched: false })) return forget(next)
  return next.keptEdit < next.edit ? { state: next, effects: [{ type: 'timer', name: 'keep', ms: pace.keep }] } : stay(next)
}

/** Somebody else's version, or our own whose answer was lost, meets this text. */
function meet<C>(kind: Kind<C>, state: SessionState<C>, theirs: Stored<C>, at: number): Step<C> {
  const isOurs = kind.same(theirs.content, state.base.content) || state.unconfirmed.some(sent => kind.same(sent, theirs.content))
  if (isOurs || kind.same(theirs.content, state.content)) return rebase(kind, state, theirs, state.content, at)
  const merged = kind.merge(state.base.content, state.content, theirs.content)
  if (merged === null) {
    const { state: kept, effects } = keep(state)
    return { state: { ...kept, conflict: theirs }, effects }
  }
  const step = rebase(kind, { ...state, edit: state.edit + 1 }, theirs, merged, at)
  return { state: step.state, effects: [{ type: 'show', content: merged }, ...step.effects] }
}

/** Goes on from another version with this text; what the server does not have of it is sent at once. */
function rebase<C>(kind: Kind<C>, state: SessionState<C>, base: Stored<C>, content: C, at: number): Step<C> {
  const next: SessionState<C> = { ...state, content, base, unconfirmed: [], conflict: null, trouble: null, changedAt: null }
  if (base.version !== null && kind.same(content, base.content))
    return forget({ ...next, savedEdit: next.edit, savedAt: state.savedAt ?? at })
  const kept = keep(next, true)
  return { state: kept.state, effects: [...kept.effects, { type: 'timer', name: 'save', ms: 0 }] }
}

function restore<C>(kind: Kind<C>, state: SessionState<C>, { copy, at }: Extract<SessionEvent<C>, { type: 'restored' }>): Step<C> {
  const before: SessionState<C> = {
    ...state,
    content: copy.content,
    edit: state.edit + 1,
    base: copy.base,
    unconfirmed: copy.unconfirmed,
  }
  const step = meet(kind, before, state.base, at)
  return {
    state: step.state,
    effects: [{ type: 'show', content: step.state.content }, ...step.effects.filter(({ type }) => type !== 'show')],
  }
}

function settle<C>(kind: Kind<C>, state: SessionState<C>, content: C, at: number): Step<C> {
  if (!state.conflict) return stay(state)
  const step = rebase(kind, { ...state, edit: state.edit + 1 }, state.conflict, content, at)
  return { state: step.state, effects: [{ type: 'show', content }, ...step.effects] }
}
