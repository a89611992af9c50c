'use client'

import { useEffect, useRef, useState } from 'react'
import type { Problem, Reply } from '#app/_ui/call-api.ts'
import { type FieldClash, isSameFields, type Meeting, meetFields } from './meet-fields.ts'

/** Fields as they are stored; no version: not yet. */
export interface Stored<F> {
  fields: F
  version?: number | undefined
}

interface Options<F, T> {
  /** What stands in the form. */
  fields: F
  /** What stands in it at this very moment, where the form itself hears of it a little later. */
  readFields?: () => F
  /** Puts other fields into the form. */
  show: (fields: F) => void
  /** What the page was made of. */
  stored: Stored<F>
  send: (fields: F, version: number | undefined) => Promise<Reply<T>>
  /** What is stored now; null: it cannot be read. */
  read: () => Promise<Stored<F> | null>
  /** Puts two states together; field by field where nothing is given. */
  meet?: (base: F, mine: F, theirs: F) => Meeting<F>
  /** Somebody else's changes of other fields were taken in. */
  onMet?: () => void
}

export interface Clash<F> {
  clashes: FieldClash<F>[]
  /** What mine came from. */
  from: Stored<F>
  theirs: Stored<F>
}

/** Times that somebody else is quicker before the refusal is shown. */
const patience = 4

/** Saves a form by its version. What somebody else changed meanwhile is put together with what stands here; where both changed the same, a choice is asked for. Nothing that was typed goes, also not what is typed while the answer is on its way. */
export function useSaving<F extends object, T extends { version: number }>(options: Options<F, T>) {
  const { stored, send, read, meet = meetFields, onMet } = options
  const [base, setBase] = useState(stored)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [clash, setClash] = useState<Clash<F> | null>(null)
  const latest = useRef(options)
  latest.current = options
  const now = () => latest.current.readFields?.() ?? latest.current.fields
  const show = (fields: F) => latest.current.show(fields)
  const isChanged = !isSameFields(options.fields, base.fields)

  // Another state came with the page, e.g. a revision that was restored: whoever has typed nothing sees it.
  const version = stored.version
  useEffect(() => {
    const { stored: fresh } = latest.current
    if (version === undefined || version <= (base.version ?? 0) || isChanged) return
    setBase(fresh)
    latest.current.show(fresh.fields)
  }, [version, base.version, isChanged])

  /** `begun` is what stood in the form when it was sent for the first time. */
  async function submit(from: Stored<F>, fields: F, begun = fields, attempt = 0): Promise<T | null> {
    setPending(true)
    const reply = await send(fields, from.version)
    if (reply.ok) {
      const typed = now()
      settle({ fields, version: reply.body.version })
      if (fields !== begun) show(meet(begun, typed, fields).merged)
      if (attempt > 0) onMet?.()
      return reply.body
    }
    const theirs = reply.problem.status === 412 && attempt < patience ? await read() : null
    const meeting = theirs && meet(from.fields, fields, theirs.fields)
    if (theirs && meeting && meeting.clashes.length === 0) return submit(theirs, meeting.merged, begun, attempt + 1)
    setPending(false)
    setProblem(reply.problem)
    setClash(theirs && meeting && { clashes: meeting.clashes, from, theirs })
    return null
  }

  function settle(next: Stored<F>): void {
    setBase(next)
    setPending(false)
    setProblem(null)
    setClash(null)
  }

  /** Mine where both changed the same. */
  async function keepMine(): Promise<T | null> {
    if (!clash) return null
    const begun = now()
    return submit(clash.theirs, meet(clash.from.fields, begun, clash.theirs.fields).merged, begun)
  }

  /** Theirs where both changed the same; what only I changed stays, unsaved. */
  function takeTheirs(): void {
    if (!clash) return
    settle(clash.theirs)
    show(meet(clash.from.fields, clash.theirs.fields, now()).merged)
  }
  /** Goes on with what was typed on another page, and with what that came from; what was saved since is met when it is saved. */
  function resume(from: Stored<F>, fields: F): void {
    setBase(from)
    show(fields)
  }
  return { base, resume, isChanged, isPending, problem, clash, save: () => submit(base, now()), keepMine, takeTheirs }
}
