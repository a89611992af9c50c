'use client'

import { Button, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { CategoryUse } from '#lib/authoring/count-category-articles.ts'
import type { CategoryEntry } from '#lib/authoring/list-categories.ts'
import type { CategoryPlace } from '#lib/authoring/place-category.ts'
import { CategoryDialog } from './category-dialog.tsx'
import { CategoryRow } from './category-row.tsx'
import { childrenOf, placeAfterDrop, placeAfterMove, withAncestors } from './tree-moves.ts'

interface Props {
  categories: CategoryEntry[]
  /** By slug. */
  uses: Record<string, CategoryUse>
  locales: readonly string[]
  canWrite: boolean
  canPublish: boolean
}

/** The tree in which articles stand. A category is moved with Alt and the arrow keys, with its buttons, or dragged. */
export function CategoryTree({ categories, uses, locales, canWrite, canPublish }: Props) {
  const t = useTranslations('catalogue.categories')
  const list = useTranslations('catalogue.list')
  const words = useTranslations('articles')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [all, setAll] = useState(categories)
  const [seen, setSeen] = useState(categories)
  const [editing, setEditing] = useState<CategoryEntry | 'new' | null>(null)
  const [sought, setSought] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  if (seen !== categories) {
    setSeen(categories)
    setAll(categories)
  }
  useShortcuts(list('keys'), [
    ...(canWrite ? [{ keys: 'N', label: list('makeNew'), run: () => setEditing('new') }] : []),
    { keys: 'Alt+ArrowUp', label: t('keyUp') },
    { keys: 'Alt+ArrowRight', label: t('keyIn') },
  ])

  async function put(category: CategoryEntry, place: CategoryPlace | null) {
    if (!place) return notify('error', t('nowhere'))
    const reply = await callApi<{ items: CategoryEntry[] }>('PUT', `/categories/${category.id}/place`, {
      body: place,
      version: category.version,
    })
    if (!reply.ok) return notify('error', say(reply.problem))
    setAll(reply.body.items)
    notify('success', t('moved', { name: category.slug }))
    requestAnimationFrame(() => document.getElementById(`category-${category.slug}`)?.focus())
    router.refresh()
  }

  const shown = withAncestors(all, ({ slug, title }) => holds(`${slug} ${Object.values(title).join(' ')}`, sought))
  const branch = (parent: string | null, level: number) => {
    const below = childrenOf(all, parent).filter(({ slug }) => shown.has(slug))
    if (below.length === 0) return null
    return (
      <ul className={level === 1 ? 'tree' : 'tree-branch'}>
        {below.map(category => (
          <li key={category.id} className="tree-node">
            <CategoryRow
              {...{ category, locales, canWrite, canPublish, all }}
              use={uses[category.slug] ?? { articles: 0, live: 0 }}
              onEdit={() => setEditing(category)}
              onMove={move => void put(category, placeAfterMove(all, category.slug, move))}
              onDrag={() => setDragged(category.slug)}
              onDrop={where => {
                const one = all.find(({ slug }) => slug === dragged)
                setDragged(null)
                if (one && one !== category) void put(one, placeAfterDrop(all, one.slug, category.slug, where))
              }}
            />
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
