import type { ReactNode } from 'react'
import { requireSession } from '#app/session.ts'
import { Shell } from './shell.tsx'

/** The frame around the pages of whoever is signed in. */
export async function ShellPage({ children }: { children: ReactNode }) {
  const { actor, email } = await requireSession()
  const { scopes } = actor
  const rights = { operator: scopes.has('events'), write: scopes.has('write'), publish: scopes.has('publish'), admin: scopes.has('admin') }
  return (
    <Shell name={actor.name} email={email} rights={rights}>
      {children}
    </Shell>
  )
}
