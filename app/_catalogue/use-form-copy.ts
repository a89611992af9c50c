'use client'

import { useEffect, useRef, useState } from 'react'
import { type CopyKey, type FoundCopy, findCopies, keepCopy } from '#app/_drafts/local-copies.ts'
import { openTab, type Tab } from '#app/_drafts/open-tab.ts'
import { isSameFields } from './meet-fields.ts'
import type { Stored } from './use-saving.ts'

/** Milliseconds after the last change until the browser's own store has it. */
const pause = 250

/** What stands in a form, and the key that a new thing is to get. */
export interface FormCopy<F> {
  key: string
  fields: F
}

interface Options<F> {
  userId: string
  /** What is edited, e.g. `fact transfer.fee`. */
  subject: string
  copy: FormCopy<F>
  /** What it came from. */
  base: Stored<F>
  isChanged: boolean
}

export interface LeftCopy<F> {
  /** Milliseconds. */
  at: number
  copy: FormCopy<F>
  base: Stored<F>
  discard(): void
}

let page: Tab | undefined
let forms = 0

/** Keeps what is typed into a form in the browser until the server has it. Returns what a form that was left, closed or crashed had unsaved here; null: nothing. */
export function useFormCopy<F extends object>({ userId, subject, copy, base, isChanged }: Options<F>): LeftCopy<F> | null {
  const [form, setForm] = useState<CopyKey | null>(null)
  const [found, setFound] = useState<FoundCopy<FormCopy<F>> | null>(null)
  const latest = useRef({ copy, base })
  latest.current = { copy, base }
  const pending = useRef<(() => Promise<void>) | null>(null)
  useEffect(() => {
    page ??= openTab()
    const { id, isOpen } = page
    forms += 1
    const place = { userId, articleId: subject, part: 'form' }
    setForm({ ...place, tab: `${id} ${forms}` })
    let isHere = true
    const look = async () => {
      // An earlier form of this very page is there no more.
      const isElsewhere = async (tab: string) => !tab.startsWith(id) && isOpen(tab.split(' ')[0] ?? tab)
      const all = await findCopies<FormCopy<F>>(place, isElsewhere, Date.now())
      const unsaved = all.filter(one => !isSameFields(one.copy.content.fields, latest.current.base.fields))
      for (const one of all) if (!unsaved.includes(one)) await keepCopy(one.key, null)
      if (isHere) setFound(unsaved[0] ?? null)
    }
    void look().catch(() => undefined)
    return () => {
      isHere = false
      void pending.current?.()
    }
  }, [userId, subject])
  const spelt = isChanged ? JSON.stringify(copy) : null
  useEffect(() => {
    if (!form) return
    const keep = async () => {
      pending.current = null
      const { copy: content, base: from } = latest.current
      const stored = { version: from.version ?? null, content: { key: content.key, fields: from.fields } }
      await keepCopy(form, spelt === null ? null : { content, base: stored, unconfirmed: [], at: Date.now() }).catch(() => undefined)
    }
    pending.current = keep
    const timer = setTimeout(keep, pause)
    const warn = (event: BeforeUnloadEvent) => {
      if (spelt === null || pending.current === null) return
      void keep()
      event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => {
      clearTimeout(timer)
      removeEventListener('beforeunload', warn)
    }
  }, [form, spelt])
  return (
    found && {
      at: found.copy.at,
      copy: found.copy.content,
      base: { fields: found.copy.base.content.fields, version: found.copy.base.version ?? undefined },
      discard() {
        void keepCopy(found.key, null)
        setFound(null)
      },
    }
  )
}
