'use client'

import { startTransition, useEffect, useRef, useState } from 'react'
import { bodyOf } from '#app/_drafts/translation-port.ts'
import type { ChannelView } from '#app/_ui/windows/channel-view.ts'
import { type PreviewReply, presentPreview } from '#app/_ui/windows/present-preview.ts'
import type { Content } from '#lib/document/content.ts'
import { runNewest } from './run-newest.ts'

/** Milliseconds: that a change waits for the next (the editor itself waits before it hands a change on), and until a server without an answer is asked again. */
const pace = { rest: 20, again: 3000 }

/** Milliseconds after which an answer counts as lost: the next text waits for it. */
const patience = 15_000

export interface LiveViews {
  views: ChannelView[]
  /** What is shown is older than the text, because the server did not answer. */
  isStale: boolean
}

interface Wanted {
  content: Content
  language: 'ru' | 'en'
}

/** What every channel would say of the text as it is being typed, from the compiler that publishes. One request at a time, for the newest text. */
export function useLiveViews(articleId: string, locale: string, content: Content, language: 'ru' | 'en'): LiveViews {
  const [live, setLive] = useState<LiveViews>({ views: [], isStale: false })
  const want = useRef<((wanted: Wanted, rest: number) => void) | null>(null)
  useEffect(() => {
    const runner = runNewest<Wanted>(async ({ content, language }, signal) => {
      const { previews, isRefused } = await preview(articleId, locale, content, signal)
      if (signal.aborted) return null
      startTransition(() =>
        setLive(before =>
          previews === null ? { ...before, isStale: true } : { views: viewsOf(previews, content, language), isStale: false },
        ),
      )
      return previews === null && !isRefused ? pace.again : null
    })
    want.current = runner.want
    return runner.stop
  }, [articleId, locale])
  const isFirst = useRef(true)
  useEffect(() => {
    want.current?.({ content, language }, isFirst.current ? 0 : pace.rest)
    isFirst.current = false
  }, [content, language])
  return live
}

interface Previewed {
  previews: PreviewReply[] | null
  /** The server will not have this text, whenever it is asked. */
  isRefused: boolean
}

async function preview(articleId: string, locale: string, content: Content, signal: AbortSignal): Promise<Previewed> {
  try {
    const response = await fetch(`/api/v1/articles/${encodeURIComponent(articleId)}/translations/${encodeURIComponent(locale)}/preview`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(bodyOf(content)),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    if (!response.ok) return { previews: null, isRefused: response.status === 413 || response.status === 422 }
    return { previews: ((await response.json()) as { channels: PreviewReply[] }).channels, isRefused: false }
  } catch {
    return { previews: null, isRefused: false }
  }
}

function viewsOf(previews: PreviewReply[], content: Content, language: 'ru' | 'en'): ChannelView[] {
  return previews.map(reply => {
    const { said, losses } = presentPreview(reply, content, language)
    return { kind: reply.channel, draft: said, live: null, losses }
  })
}
