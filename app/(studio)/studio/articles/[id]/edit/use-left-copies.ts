'use client'

import { useCallback, useEffect, useState } from 'react'
import { type FoundCopy, findCopies, keepCopy } from '#app/_drafts/local-copies.ts'
import type { Tab } from '#app/_drafts/open-tab.ts'
import type { Session } from '#app/_drafts/run-session.ts'
import { takeUp } from '#app/_drafts/take-up.ts'

export interface LeftCopies<C> {
  /** The newest text that a page left unsaved here; null: there is none. */
  found: FoundCopy<C> | null
  restore(): void
  discard(): void
}

/** Looks once for texts that crashed or closed pages of this person left in the browser. What the server has is thrown away unseen. */
export function useLeftCopies<C>(
  session: Session<C>,
  tab: Tab | null,
  place: { userId: string; articleId: string; part: string },
  same: (a: C, b: C) => boolean,
): LeftCopies<C> {
  const [copies, setCopies] = useState<FoundCopy<C>[]>([])
  const { userId, articleId, part } = place
  useEffect(() => {
    if (!tab) return
    let isHere = true
    void findCopies<C>({ userId, articleId, part }, tab.isOpen, Date.now()).then(
      found => {
        const [known, unknown] = [found.filter(({ copy }) => isKnown(copy.content)), found.filter(({ copy }) => !isKnown(copy.content))]
        for (const { key } of known) void keepCopy(key, null)
        if (isHere) setCopies(unknown)
      },
      () => undefined,
    )
    const isKnown = (content: C) => same(content, session.state.base.content)
    return () => {
      isHere = false
    }
  }, [session, tab, userId, articleId, part, same])
  const [found = null] = copies
  const drop = useCallback(() => setCopies(all => all.slice(1)), [])
  return {
    found,
    restore() {
      if (found) takeUp(session, found, Date.now())
      drop()
    },
    discard() {
      if (found) void keepCopy(found.key, null)
      drop()
    },
  }
}
