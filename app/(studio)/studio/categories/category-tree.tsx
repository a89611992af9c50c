'use client'

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { textIn } from '#app/_ui/titles.ts'
import type { CategoryUse } from '#lib/authoring/count-category-articles.ts'
import type { CategoryEntry } from '#lib/authoring/list-categories.ts'
import type { CategoryPlace } from '#lib/authoring/place-category.ts'
import { CategoryDialog } from './category-dialog.tsx'
import { CategoryRow } from './category-row.tsx'
import { MovePreview } from './move-preview.tsx'
import { childrenOf, withAncestors } from './tree-moves.ts'
import { useMovePlan } from './use-move-plan.ts'

interface Props {
  categories: CategoryEntry[]
  /** By slug. */
  uses: Record<string, CategoryUse>
  locales: readonly string[]
  canWrite: boolean
  canPublish: boolean
}

/** The tree in which articles stand. A category is moved with Alt and the arrow keys, with its buttons, or dragged: what that changes is shown before it is done. */
export function CategoryTree({ categories, uses, locales, canWrite, canPublish }: Props) {
  const t = useTranslations('catalogue.categories')
  const list = useTranslations('catalogue.list')
  const words = useTranslations('articles')
  const locale = useLocale()
  const [all, setAll] = useState(categories)
  const [seen, setSeen] = useState(categories)
  const [editing, setEditing] = useState<CategoryEntry | 'new' | null>(null)
  const [sought, setSought] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const moves = useMovePlan(all, setAll)
  const { plan, tree } = moves
  if (seen !== categories) {
    setSeen(categories)
    setAll(categories)
  }
  useShortcuts(list('keys'), [
    ...(canWrite ? [{ keys: 'N', label: list('makeNew'), run: () => setEditing('new') }] : []),
    { keys: 'Alt+ArrowUp', label: t('keyUp') },
    { keys: 'Alt+ArrowRight', label: t('keyIn') },
    { keys: 'Enter', label: t('moveHere') },
    { keys: 'Escape', label: t('leaveThere') },
  ])

  const where = ({ parent, after }: CategoryPlace) => {
    const names = { parent: nameOf(parent), after: nameOf(after) }
    if (parent === null) return t(after === null ? 'placeTopFirst' : 'placeTopAfter', names)
    return t(after === null ? 'placeFirst' : 'placeAfter', names)
  }
  const nameOf = (slug: string | null) => textIn(all.find(one => one.slug === slug)?.title ?? {}, locale, slug ?? '')
  const planned = plan && t('planned', { name: nameOf(plan.category.slug), place: where(plan.place) })

  const shown = withAncestors(tree, ({ slug, title }) => holds(`${slug} ${Object.values(title).join(' ')}`, sought))
  const branch = (parent: string | null, level: number) => {
    // Of a category that is pushed about the row shows what it is, not what it would be.
    const below = childrenOf(tree, parent).flatMap(({ slug }) => (shown.has(slug) ? (all.find(one => one.slug === slug) ?? []) : []))
    if (below.length === 0) return null
    return (
      <ul className={level === 1 ? 'tree' : 'tree-branch'}>
        {below.map(category => (
          <li key={category.id} className="tree-node">
            <CategoryRow
              {...{ category, locales, canWrite, canPublish, all }}
              use={uses[category.slug] ?? { articles: 0, live: 0 }}
              onEdit={() => setEditing(category)}
              onMove={(move, by) => moves.push(category, move, by)}
              plan={plan?.category.id === category.id ? moves : null}
              onDrag={() => setDragged(category.slug)}
              onDrop={where => {
                const one = all.find(({ slug }) => slug === dragged)
                setDragged(null)
                if (one && one !== category) moves.drop(one, category.slug, where)
              }}
            />
            {plan?.category.id === category.id && (
              <MovePreview
                id={category.id}
                parent={plan.place.parent === plan.category.parent ? undefined : plan.place.parent}
                text={planned ?? ''}
                isPending={moves.isPending}
                onMove={moves.take}
                onLeave={moves.leave}
              />
            )}
            {branch(category.slug, level + 1)}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <>
      <div className="toolbar">
        {all.length > 0 && (
          <TextInput
            className="grow"
            type="search"
            name="q"
            aria-label={t('find')}
            placeholder={t('find')}
            leftSection={<Icon name="search" />}
            value={sought}
            onChange={event => setSought(event.currentTarget.value)}
          />
        )}
        {canWrite && (
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
            {t('new')}
          </Button>
        )}
      </div>
      {all.length > 0 && shown.size === 0 && <EmptyState icon="search" title={words('noneFound')} text={words('noneFoundHint')} />}
      <p className="visually-hidden" role="status">
        {planned}
      </p>
      {all.length > 0 ? branch(null, 1) : <EmptyState icon="categories" title={t('none')} text={t('noneHint')} />}
      {editing && (
        <CategoryDialog category={editing === 'new' ? null : editing} all={all} locales={locales} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function holds(text: string, sought: string): boolean {
  return text.toLowerCase().includes(sought.trim().toLowerCase())
}
