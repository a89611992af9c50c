'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { callPanel } from './panel-api.ts'

/** The favourites of whoever is signed in: shown at once, taken back when the server refuses. */
export function useFavourites(first: string[]): { favourites: string[]; toggle: (slug: string) => void } {
  const t = useTranslations('desk')
  const notify = useNotify()
  const say = useProblemText()
  const [favourites, setFavourites] = useState(first)
  const toggle = useCallback(
    (slug: string) => {
      const had = favourites.includes(slug)
      setFavourites(had ? favourites.filter(one => one !== slug) : [slug, ...favourites])
      void callPanel(had ? 'DELETE' : 'PUT', `/operator/favourites/${slug}`).then(reply => {
        if (reply.ok) return notify('success', t(had ? 'favourite.dropped' : 'favourite.kept'))
        setFavourites(favourites)
        notify('error', say(reply.problem))
      })
    },
    [favourites, notify, say, t],
  )
  return { favourites, toggle }
}
