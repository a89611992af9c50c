'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

/** A place that somebody is about to remark on. */
export interface CommentPlace {
  path: string
  quote: string
}

interface Desk {
  place: CommentPlace | null
  begin: (place: CommentPlace | null) => void
}

const DeskContext = createContext<Desk>({ place: null, begin: () => undefined })

/** What connects the places of a text with the panel of remarks beside it. */
export function CommentDesk({ children }: { children: ReactNode }) {
  const [place, begin] = useState<CommentPlace | null>(null)
  const desk = useMemo(() => ({ place, begin }), [place])
  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useCommentDesk(): Desk {
  return useContext(DeskContext)
}
