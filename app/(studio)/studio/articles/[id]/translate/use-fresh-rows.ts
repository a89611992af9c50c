'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Session } from '#app/_drafts/run-session.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import type { Content } from '#lib/document/content.ts'

/** Milliseconds of rest after a save until the parts are compared again. */
const rest = 600

/** Has the server compare the parts with the source again when it has another version of the translation. The text on the page stays as it is. */
export function useFreshRows(session: Session<Content>): void {
  const router = useRouter()
  const version = useSessionState(session, ({ base }) => base.version)
  const [opened] = useState(version)
  useEffect(() => {
    if (version === opened) return
    const timer = setTimeout(() => router.refresh(), rest)
    return () => clearTimeout(timer)
  }, [router, version, opened])
}
