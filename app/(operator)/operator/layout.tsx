import type { ReactNode } from 'react'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { ShellPage } from '#app/_ui/shell-page.tsx'
import { requireSession } from '#app/session.ts'

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireSession()
  return <ShellPage>{actor.scopes.has('events') ? children : <NoAccess />}</ShellPage>
}
