'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { contentOf, type Fields, metadataDiffers, metadataOf, type Saved, textDiffers } from './draft.ts'

/** Milliseconds after the last key until a draft is saved by itself. */
const patience = 1500

export type SaveState = 'saved' | 'changed' | 'saving' | 'refused' | 'conflict'

export interface Draft {
  fields: Fields
  set<Name extends keyof Fields>(name: Name, value: Fields[Name]): void
  state: SaveState
  savedAt: number | null
  problem: Problem | null
  /** Saves everything that differs; false when it was refused. */
  save(): Promise<boolean>
  /** Ends a conflict: keeps this text over the other one, or takes the other one. */
  settle(mine: boolean): void
}

/** The draft in the browser: what differs from what is stored, when it was saved, and who else changed it. */
export function useDraft(articleId: string, locale: string, saved: Saved): Draft {
  const router = useRouter()
  const [fields, setFields] = useState(saved.fields)
  const [base, setBase] = useState(saved)
  const [state, setState] = useState<SaveState>('saved')
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef({ fields, base })
  latest.current = { fields, base }
  const running = useRef<Promise<boolean>>(Promise.resolve(true))

  const store = useCallback(
    async (withMetadata: boolean): Promise<boolean> => {
      const { fields: mine, base: known } = latest.current
      setState('saving')
      const refuse = (refusal: Problem) => {
        setProblem(refusal)
        setState(refusal.status === 412 ? 'conflict' : 'refused')
        if (refusal.status === 412) router.refresh()
        return false
      }
      let next = known
      if (known.version === null || textDiffers(mine, known.fields)) {
        const reply = await callApi<{ version: number }>('PUT', `/articles/${articleId}/translations/${locale}`, {
          body: contentOf(mine),
          version: known.version,
        })
        if (!reply.ok) return refuse(reply.problem)
        const { slug, category, tags, audience } = known.fields
        next = { ...next, version: reply.body.version, fields: { ...mine, slug, category, tags, audience } }
        latest.current = { ...latest.current, base: next }
        setBase(next)
      }
      if (withMetadata && metadataDiffers(mine, known.fields)) {
        const reply = await callApi<{ version: number }>('PATCH', `/articles/${articleId}`, {
          body: metadataOf(mine),
          version: known.articleVersion,
        })
        if (!reply.ok) return refuse(reply.problem)
        next = { ...next, articleVersion: reply.body.version, fields: mine }
        latest.current = { ...latest.current, base: next }
        setBase(next)
      }
      setProblem(null)
      setSavedAt(Date.now())
      const now = latest.current.fields
      setState(textDiffers(now, next.fields) || metadataDiffers(now, next.fields) ? 'changed' : 'saved')
      router.refresh()
      return true
    },
    [articleId, locale, router],
  )
  const queue = useCallback(
    (withMetadata: boolean) => {
      running.current = running.current.then(() => store(withMetadata))
      return running.current
    },
    [store],
  )

  useEffect(() => {
    if (state !== 'changed' || base.version === null || fields.title.trim() === '' || !textDiffers(fields, base.fields)) return
    const timer = setTimeout(() => void queue(false), patience)
    return () => clearTimeout(timer)
  }, [state, fields, base, queue])

  return {
    fields,
    state,
    savedAt,
    problem,
    set: (name, value) => {
      setFields(before => ({ ...before, [name]: value }))
      if (state !== 'conflict') setState('changed')
    },
    save: () => queue(true),
    settle: mine => {
      latest.current = { fields: mine ? fields : saved.fields, base: saved }
      setBase(saved)
      setProblem(null)
      if (mine) return void queue(true)
      setFields(saved.fields)
      setState('saved')
    },
  }
}
