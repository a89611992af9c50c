'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { DeleteButton } from '#app/_catalogue/delete-button.tsx'
import { HistoryLink } from '#app/_catalogue/history-link.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { textIn } from '#app/_ui/titles.ts'
import type { CategoryUse } from '#lib/authoring/count-category-articles.ts'
import type { CategoryEntry } from '#lib/authoring/list-categories.ts'
import { RelocateDialog } from './relocate-dialog.tsx'
import type { Move } from './tree-moves.ts'

type Where = 'before' | 'into' | 'after'
interface Props {
  category: CategoryEntry
  use: CategoryUse
  all: CategoryEntry[]
  locales: readonly string[]
  canWrite: boolean
  canPublish: boolean
  onEdit: () => void
  /** `by`: the button that asks, which keeps the focus. */
  onMove: (move: Move, by?: Move) => void
  /** It was pushed to this place and is not there yet. */
  plan: { take: () => void; leave: () => void } | null
  onDrag: () => void
  onDrop: (where: Where) => void
}

const steps: Record<string, Move> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
const icons = { up: 'up', down: 'down', in: 'right', out: 'left' } as const

/** One category with what can be done to it. Its steps are plain buttons: a tree has hundreds, and drawing Mantine's took the server half of the page's time. */
export function CategoryRow({ category, use, all, canWrite, canPublish, onEdit, onMove, plan, onDrag, onDrop }: Props) {
  const t = useTranslations('catalogue.categories')
  const locale = useLocale()
  const [over, setOver] = useState<Where | null>(null)
  const [relocating, setRelocating] = useState(false)
  const name = textIn(category.title, locale, category.slug)
  const keys = (event: KeyboardEvent) => {
    const step = event.altKey && canWrite ? steps[event.key] : undefined
    const decide = plan && { Enter: plan.take, Escape: plan.leave }[event.key]
    if (!step && !decide) return
    event.preventDefault()
    if (step) onMove(step)
    else decide?.()
  }
  const drag = canWrite
    ? {
        draggable: true,
        onDragStart: onDrag,
        onDragOver: (event: DragEvent<HTMLElement>) => {
          event.preventDefault()
          setOver(whereOf(event))
        },
        onDragLeave: () => setOver(null),
        onDrop: (event: DragEvent<HTMLElement>) => {
          event.preventDefault()
          setOver(null)
          onDrop(whereOf(event))
        },
      }
    : {}
  return (
    <fieldset className="tree-row" data-over={over ?? undefined} data-planned={plan !== null || undefined} aria-label={name} {...drag}>
      {canWrite && <Icon name="drag" size={16} />}
      <button
        type="button"
        id={`category-${category.slug}`}
        className="row-link tree-name"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
        onClick={onEdit}
        onKeyDown={keys}
        disabled={!canWrite}
      >
        {name}
      </button>
      <span className="mono quiet">{category.slug}</span>
      <Link href={`/studio/categories/${category.id}`} className="quiet push text-link">
        {t('count', { count: use.articles, live: use.live })}
      </Link>
      <HistoryLink href={`/studio/categories/${category.id}`} name={name} />
      {canWrite && (
        <span className="row-actions">
          {(['up', 'down', 'out', 'in'] as const).map(step => (
            <button
              key={step}
              type="button"
              id={`category-${category.slug}-${step}`}
              className="tree-step"
              aria-label={t(`moves.${step}`, { name })}
              onClick={() => onMove(step, step)}
              onKeyDown={event => event.key === 'Escape' && plan?.leave()}
            >
              <Icon name={icons[step]} size={16} />
            </button>
          ))}
          {use.articles > 0 && (
            <Button variant="default" size="compact-xs" onClick={() => setRelocating(true)} aria-label={t('relocateNamed', { name })}>
              {t('relocate')}
            </Button>
          )}
          <DeleteButton path={`/categories/${category.id}`} version={category.version} name={name} then={null} compact kind="category" />
        </span>
      )}
      {relocating && (
        <RelocateDialog category={category} name={name} all={all} canPublish={canPublish} onClose={() => setRelocating(false)} />
      )}
    </fieldset>
  )
}

/** The upper and lower thirds of a row are its neighbours' places, the middle is inside it. */
function whereOf(event: DragEvent<HTMLElement>): Where {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const share = (event.clientY - top) / height
  return share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'into'
}
