'use client'

import { startTransition, useEffect, useRef, useState } from 'react'
import { bodyJson } from '#app/_drafts/content-json.ts'
import type { Session } from '#app/_drafts/run-session.ts'
import type { ChannelView } from '#app/_ui/windows/channel-view.ts'
import { type PreviewReply, presentPreview } from '#app/_ui/windows/present-preview.ts'
import type { Content } from '#lib/document/content.ts'
import { runNewest } from './run-newest.ts'

/**
 * Milliseconds: that a change waits for the next (the editor itself waits before it hands a change on); until a server without an answer is asked again; what
 * drawing the windows may take before a longer text waits for a longer pause instead of standing in the way of the next key, how many times that, and at most.
 */
const pace = { rest: 20, again: 3000, draw: 100, share: 3, longest: 400 }

/** Milliseconds after which an answer counts as lost: the next text waits for it. */
const patience = 15_000

export interface LiveViews {
  views: ChannelView[]
  /** Why what is shown is older than the text: the server did not answer, or does not take this text. null: it is not. */
  stale: 'unanswered' | 'refused' | null
}

/** What every channel would say of the text as it is being typed, from the compiler that publishes. One request at a time, for the newest text. */
export function useLiveViews(articleId: string, locale: string, session: Session<Content>, language: 'ru' | 'en'): LiveViews {
  const [live, setLive] = useState<LiveViews>({ views: [], stale: null })
  const drawing = useRef({ since: 0, took: 0 })
  useEffect(() => {
    const runner = runNewest<Content>(async (content, signal) => {
      const { previews, isRefused } = await preview(articleId, locale, content, signal)
      if (signal.aborted) return null
      // Somebody types, and drawing this would hold up the keys: the text that follows is drawn.
      if (previews && drawing.current.took > pace.draw && session.state.isTouched) return null
      drawing.current.since = performance.now()
      startTransition(() =>
        setLive(before =>
          previews === null
            ? { ...before, stale: isRefused ? 'refused' : 'unanswered' }
            : { views: viewsOf(previews, content, language), stale: null },
        ),
      )
      return previews === null && !isRefused ? pace.again : null
    })
    let wanted: Content | null = null
    const look = () => {
      const { content } = session.state
      if (content === wanted) return
      const rest = drawing.current.took > pace.draw ? Math.min(drawing.current.took * pace.share, pace.longest) : pace.rest
      runner.want(content, wanted === null ? 0 : rest)
      wanted = content
    }
    look()
    const leave = session.subscribe(look)
    return () => {
      leave()
      runner.stop()
    }
  }, [articleId, locale, session, language])
  useEffect(() => {
    if (live.views.length === 0) return
    const done = new MessageChannel()
    done.port1.onmessage = () => {
      drawing.current.took = performance.now() - drawing.current.since
      done.port1.close()
    }
    const frame = requestAnimationFrame(() => done.port2.postMessage(null))
    return () => cancelAnimationFrame(frame)
  }, [live])
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
      body: bodyJson(content),
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
