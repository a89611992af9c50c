'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { CategoryEntry } from '#lib/authoring/list-categories.ts'
import type { CategoryPlace } from '#lib/authoring/place-category.ts'
import { type Move, placeAfterDrop, placeAfterMove, placeOf, treeAfter } from './tree-moves.ts'

/** A category that was pushed to another place, and is not there yet. */
export interface MovePlan {
  category: CategoryEntry
  place: CategoryPlace
}

/**
 * Moves categories in two steps: a place is looked for with any number of pushes, then taken or left. `tree` is the tree as it would be; `onMoved` gets what the
 * server made of it. Whoever pushes keeps the focus: on the name of the category, or on the button that pushed it.
 */
export function useMovePlan(all: CategoryEntry[], onMoved: (items: CategoryEntry[]) => void) {
  const t = useTranslations('catalogue.categories')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [plan, setPlan] = useState<MovePlan | null>(null)
  const [isPending, setPending] = useState(false)
  const focus = useRef<string | null>(null)
  const tree = plan ? treeAfter(all, plan.category.slug, plan.place) : all
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is another element after each step
  useEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus()
    focus.current = null
  }, [plan, all])

  function lay(category: CategoryEntry, place: CategoryPlace | null, by = '') {
    if (!place) return notify('error', t('nowhere'))
    const { parent, after } = placeOf(all, category.slug)
    focus.current = `category-${category.slug}${by && `-${by}`}`
    setPlan(place.parent === parent && place.after === after ? null : { category, place })
  }
  return {
    plan,
    tree,
    isPending,
    push(category: CategoryEntry, move: Move, by = '') {
      lay(category, placeAfterMove(plan?.category.id === category.id ? tree : all, category.slug, move), by)
    },
    drop(category: CategoryEntry, target: string, where: 'before' | 'into' | 'after') {
      lay(category, placeAfterDrop(all, category.slug, target, where))
    },
    leave() {
      if (plan) focus.current = `category-${plan.category.slug}`
      setPlan(null)
    },
    async take() {
      if (!plan || isPending) return
      const { category, place } = plan
      setPending(true)
      const path = `/categories/${category.id}/place`
      const reply = await callApi<{ items: CategoryEntry[] }>('PUT', path, { body: place, version: category.version })
      setPending(false)
      focus.current = `category-${category.slug}`
      setPlan(null)
      if (reply.ok) onMoved(reply.body.items)
      notify(reply.ok ? 'success' : 'error', reply.ok ? t('moved', { name: category.slug }) : say(reply.problem))
      router.refresh()
    },
  }
}
