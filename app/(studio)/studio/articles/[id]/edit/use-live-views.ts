'use client'

import { startTransition, useEffect, useRef, useState } from 'react'
import { bodyOf } from '#app/_drafts/translation-port.ts'
import type { ChannelView } from '#app/_ui/windows/channel-view.ts'
import { type PreviewReply, presentPreview } from '#app/_ui/windows/present-preview.ts'
import type { Content } from '#lib/document/content.ts'

/** Milliseconds that a change waits for the next; the editor itself waits 120 before it hands a change on. */
const rest = 50

export interface LiveViews {
  views: ChannelView[]
  /** What is shown is older than the text, because the server did not answer. */
  isStale: boolean
}

/** What every channel would say of the text as it is being typed, from the compiler that publishes. */
export function useLiveViews(articleId: string, locale: string, content: Content, language: 'ru' | 'en'): LiveViews {
  const [live, setLive] = useState<LiveViews>({ views: [], isStale: false })
  const isFirst = useRef(true)
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(
      async () => {
        const previews = await preview(articleId, locale, content, stop.signal)
        if (stop.signal.aborted) return
        startTransition(() =>
          setLive(before =>
            previews === null ? { ...before, isStale: true } : { views: viewsOf(previews, content, language), isStale: false },
          ),
        )
      },
      isFirst.current ? 0 : rest,
    )
    isFirst.current = false
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [articleId, locale, content, language])
  return live
}

async function preview(articleId: string, locale: string, content: Content, signal: AbortSignal): Promise<PreviewReply[] | null> {
  try {
    const response = await fetch(`/api/v1/articles/${encodeURIComponent(articleId)}/translations/${encodeURIComponent(locale)}/preview`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(bodyOf(content)),
      signal,
    })
    return response.ok ? ((await response.json()) as { channels: PreviewReply[] }).channels : null
  } catch {
    return null
  }
}

function viewsOf(previews: PreviewReply[], content: Content, language: 'ru' | 'en'): ChannelView[] {
  return previews.map(reply => {
    const { said, losses } = presentPreview(reply, content, language)
    return { kind: reply.channel, draft: said, live: null, losses }
  })
}
