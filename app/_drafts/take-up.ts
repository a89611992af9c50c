import { type FoundCopy, keepCopy } from './local-copies.ts'
import type { Session } from './run-session.ts'
import { isSafe } from './session-state.ts'

/** Goes on with a copy that an earlier session left; that copy goes when this session has it safe. */
export function takeUp<C>(session: Session<C>, { key, copy }: FoundCopy<C>, now: number): void {
  session.dispatch({ type: 'restored', copy, at: now })
  const look = () => {
    if (!isSafe(session.state)) return
    leave()
    void keepCopy(key, null).catch(() => undefined)
  }
  const leave = session.subscribe(look)
  look()
}
