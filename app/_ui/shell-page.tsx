import type { ReactNode } from 'react'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { Shell } from './shell.tsx'

/** The frame around the pages of whoever is signed in. */
export async function ShellPage({ children }: { children: ReactNode }) {
  const { actor, email } = await requireSession()
  const { scopes } = actor
  const rights = {
    operator: scopes.has('events'),
    write: canSomewhere(actor, 'write'),
    writeAll: scopes.has('write'),
    publish: canSomewhere(actor, 'publish'),
    admin: scopes.has('admin'),
  }
  return (
    <Shell name={actor.name} email={email} rights={rights}>
      {children}
    </Shell>
  )
}
