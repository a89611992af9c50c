'use client'

import { createContext, useContext } from 'react'

/** What the open answer needs of the panel around it. */
export interface DeskState {
  favourites: string[]
  toggleFavourite: (slug: string) => void
  /** The next answer that is chosen opens beside this one. */
  startComparing: () => void
  isOffline: boolean
  focusSearch: () => void
}

export const DeskContext = createContext<DeskState>({
  favourites: [],
  toggleFavourite: () => undefined,
  startComparing: () => undefined,
  isOffline: false,
  focusSearch: () => undefined,
})

export function useDesk(): DeskState {
  return useContext(DeskContext)
}
