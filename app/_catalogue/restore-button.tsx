'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

interface Props {
  method: 'POST' | 'PATCH'
  path: string
  body?: unknown
  version: number
  /** What the button says, says aloud, and says when it is done. */
  words: { label: string; named: string; done: string }
}

/** Brings an earlier state back. */
export function RestoreButton({ method, path, body, version, words }: Props) {
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [pending, setPending] = useState(false)
  async function restore() {
    setPending(true)
    const reply = await callApi(method, path, { body, version })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    notify('success', words.done)
    router.refresh()
  }
  return (
    <Button variant="subtle" size="compact-xs" loading={pending} onClick={restore} aria-label={words.named}>
      {words.label}
    </Button>
  )
}
