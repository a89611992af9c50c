import { expect, test } from 'vitest'
import { advance, type Kind, pace } from './advance.ts'
import type { Effect, SessionEvent } from './session-event.ts'
import { indicatorOf, isSafe, openState, type SessionState } from './session-state.ts'

/** Texts of letters: two merge when one only added to the end of the base. */
const kind: Kind<string> = {
  same: (a, b) => a.trim() === b.trim(),
  merge: (base, mine, theirs) => (mine === base ? theirs : theirs === base ? mine : null),
  fault: content => (content === '' ? { status: 422, code: 'invalid', title: '', detail: '' } : null),
}

function play(...events: SessionEvent<string>[]) {
  return playFrom(openState({ version: 1, content: 'a' }), ...events)
}
function playFrom(from: SessionState<string>, ...events: SessionEvent<string>[]) {
  let state = from
  let effects: Effect<string>[] = []
  for (const event of events) ({ state, effects } = advance(kind, state, event))
  return { state, effects, indicator: indicatorOf(state) }
}
const typed = (content: string, at = 0): SessionEvent<string> => ({ type: 'changed', content, at })
const due: SessionEvent<string> = { type: 'save-due' }
const lost: SessionEvent<string> = { type: 'send-lost' }
const keepDue: SessionEvent<string> = { type: 'keep-due' }
const kept = (edit: number): SessionEvent<string> => ({ type: 'kept', edit })
const saved: SessionEvent<string> = { type: 'sent', version: 2, at: 9 }
const other = (content: string, version = 2): SessionEvent<string> => ({ type: 'read', stored: { version, content }, at: 9 })

test('it says saved when the server has said so of exactly this text, and not before', () => {
  expect(play().indicator).toBe('unchanged')
  expect(play({ type: 'touched' }).indicator).toBe('saving')
  expect(play(typed('ab')).indicator).toBe('saving')
  expect(play(typed('ab'), due).indicator).toBe('saving')
  expect(play(typed('ab'), due, saved)).toMatchObject({ indicator: 'saved', effects: [{ type: 'forget' }] })
  const typedOn = play(typed('ab'), due, typed('abc'), saved)
  expect(typedOn.indicator).toBe('saving')
  expect(typedOn.effects).toContainEqual({ type: 'timer', name: 'save', ms: pace.save })
  expect(typedOn.state.base).toEqual({ version: 2, content: 'ab' })
})

test('a change is sent within two seconds of the last key, and now and then while somebody types on', () => {
  expect(play(typed('ab', 0)).effects).toContainEqual({ type: 'timer', name: 'save', ms: pace.save })
  expect(pace.save + 120 + 400).toBeLessThan(2000)
  expect(play(typed('ab', 0), typed('abc', pace.saveAtMost - 10)).effects).toContainEqual({ type: 'timer', name: 'save', ms: 10 })
  expect(play(typed('ab')).effects).toContainEqual({ type: 'timer', name: 'keep', ms: pace.keep })
  expect(pace.keep + 120).toBeLessThan(500)
  expect(play(typed('ab', 0), typed('abc', pace.keepAtMost - 10)).effects).toContainEqual({ type: 'timer', name: 'keep', ms: 10 })
  expect(play(typed('ab', 0), keepDue, typed('abc', pace.keepAtMost)).effects).toContainEqual({
    type: 'timer',
    name: 'keep',
    ms: pace.keep,
  })
  expect(play(typed('a ')).effects).toEqual([])
})

test('without an answer the text is kept here, tried again with growing patience, and said to be kept only once it is', () => {
  const offline = play(typed('ab'), due, lost)
  expect(offline.indicator).toBe('saving')
  expect(offline.effects.map(({ type }) => type)).toEqual(['timer', 'keep'])
  const safe = playFrom(offline.state, kept(1))
  expect([safe.indicator, isSafe(safe.state)]).toEqual(['kept', true])
  expect(playFrom(offline.state, { type: 'keep-failed', edit: 1 }).indicator).toBe('unkept')
  let state = safe.state
  const patience = [1, 2, 3, 4, 5].map(() => {
    const step = playFrom(state, { type: 'returned' }, lost)
    state = step.state
    return step.effects.flatMap(effect => (effect.type === 'timer' && effect.name === 'retry' ? effect.ms : []))
  })
  expect(patience.flat()).toEqual([2000, 4000, 8000, 15_000, 15_000])
  expect(playFrom(state, { type: 'returned' }, saved).indicator).toBe('saved')
})

test('typing goes on while offline, and each change is kept', () => {
  const { state } = play(typed('ab'), due, lost, kept(1), typed('abc'), keepDue)
  expect(indicatorOf(state)).toBe('saving')
  expect(playFrom(state, kept(2)).indicator).toBe('kept')
})

test('what was sent and never confirmed is known again as our own', () => {
  const { state } = play(typed('ab'), due, lost, typed('abc'), { type: 'returned' }, { type: 'send-stale' })
  expect(state.isReading).toBe(true)
  const met = playFrom(state, other('ab'))
  expect(met.state).toMatchObject({ conflict: null, content: 'abc', base: { version: 2, content: 'ab' } })
  expect(met.effects).toContainEqual({ type: 'timer', name: 'save', ms: 0 })
})

test('somebody else’s text is put together with this one, or a decision is asked for; nothing is sent meanwhile', () => {
  const seen = play({ type: 'newer-seen', version: 2 })
  expect(seen.effects).toEqual([{ type: 'read' }])
  const taken = playFrom(seen.state, other('b'))
  expect(taken.effects).toContainEqual({ type: 'show', content: 'b' })
  expect(taken.indicator).toBe('saved')
  const met = play(typed('ab'), due, { type: 'send-stale' }, other('ac'))
  expect(met.indicator).toBe('conflict')
  expect(met.effects.map(({ type }) => type)).toEqual(['keep'])
  expect(playFrom(met.state, due).effects).toEqual([])
  const settled = playFrom(met.state, { type: 'settled', content: 'abc', at: 10 })
  expect(settled.effects).toContainEqual({ type: 'show', content: 'abc' })
  expect(playFrom(settled.state, due).effects).toEqual([{ type: 'send', content: 'abc', version: 2 }])
  expect(playFrom(settled.state, due, { ...saved, version: 3 } as SessionEvent<string>).indicator).toBe('saved')
})

test('a version without another text, as after a confirmation, changes nothing but the number', () => {
  const { state } = play(typed('ab'), due, { type: 'send-stale' }, other('a', 5))
  expect(state).toMatchObject({ conflict: null, content: 'ab', base: { version: 5 } })
})

test('who is signed out keeps the text and goes on when signed in again', () => {
  const out = play(typed('ab'), due, { type: 'send-signed-out' })
  expect(out.state.trouble).toEqual({ kind: 'signed-out' })
  expect(playFrom(out.state, keepDue, kept(1)).indicator).toBe('kept')
  expect(playFrom(out.state, { type: 'returned' }).effects).toEqual([{ type: 'send', content: 'ab', version: 1 }])
})

test('what cannot be saved is kept and says why; the next change is tried again', () => {
  const bare = play(typed(''), due)
  expect(bare.state.trouble).toMatchObject({ kind: 'refused', problem: { status: 422 } })
  expect(bare.effects.map(({ type }) => type)).toEqual(['keep'])
  expect(playFrom(bare.state, typed('x')).effects).toContainEqual({ type: 'timer', name: 'save', ms: pace.save })
})

test('what was typed and taken back is not sent', () => {
  expect(play(typed('ab'), typed('a'), due)).toMatchObject({ indicator: 'unchanged', effects: [{ type: 'forget' }] })
})

test('a copy of an earlier session goes on from where it was, also when somebody saved since', () => {
  const copy = { content: 'ab', base: { version: 1, content: 'a' }, unconfirmed: [], at: 1 }
  const same = play({ type: 'restored', copy, at: 9 })
  expect(same.state).toMatchObject({ content: 'ab', conflict: null })
  expect(same.effects).toContainEqual({ type: 'show', content: 'ab' })
  const since = playFrom(openState({ version: 4, content: 'ac' }), { type: 'restored', copy, at: 9 })
  expect(since.state).toMatchObject({ content: 'ab', conflict: { version: 4, content: 'ac' } })
  const ours = playFrom(openState({ version: 2, content: 'ax' }), { type: 'restored', copy: { ...copy, unconfirmed: ['ax'] }, at: 9 })
  expect(ours.state).toMatchObject({ content: 'ab', conflict: null, base: { version: 2 } })
})
