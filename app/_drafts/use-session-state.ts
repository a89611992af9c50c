'use client'

import { useSyncExternalStore } from 'react'
import type { Session } from './run-session.ts'
import type { SessionState } from './session-state.ts'

/** A part of a session's state. `select` returns something that stays the same object as long as it says the same: only then is a component spared the keys that do not concern it. */
export function useSessionState<C, T>(session: Session<C>, select: (state: SessionState<C>) => T): T {
  const read = () => select(session.state)
  return useSyncExternalStore(session.subscribe, read, read)
}
