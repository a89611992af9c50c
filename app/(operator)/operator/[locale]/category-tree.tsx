'use client'

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import type { CategoryNode } from '#lib/delivery/read-category-tree.ts'
import { findCategory } from './find-answers.ts'
import { moveInTree, type TreeRow, treeRows, wayTo } from './tree-rows.ts'

interface Props {
  categories: CategoryNode[]
  total: number
  value: string | null
  onChange: (slug: string | null) => void
}

/** The categories with the number of their answers, as a tree behind a button: arrows go through it, Enter chooses, Escape closes it. */
export function CategoryTree({ categories, total, value, onChange }: Props) {
  const t = useTranslations('operator')
  const d = useTranslations('desk.tree')
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isShown, setShown] = useState(false)
  const chosen = findCategory(categories, value)
  const show = () => setShown(true)
  const close = () => {
    setShown(false)
    button.current?.focus()
  }
  useShortcuts(t('topics'), [{ keys: 'D', label: d('open'), run: show }])
  return (
    <div className="tree-box">
      <button
        ref={button}
        type="button"
        className="tree-button"
        aria-expanded={isShown}
        aria-controls={id}
        aria-keyshortcuts="D"
        onClick={() => setShown(!isShown)}
      >
        <Icon name="categories" size={16} />
        <span className="tree-title">{chosen ? chosen.title : t('allTopics', { count: total })}</span>
        {chosen && <span className="desk-count">{chosen.count}</span>}
        <Icon name={isShown ? 'up' : 'down'} size={16} />
      </button>
      {isShown && (
        <Tree
          id={id}
          categories={categories}
          total={total}
          value={value}
          onClose={close}
          onLeave={() => setShown(false)}
          onChoose={slug => {
            onChange(slug)
            close()
          }}
        />
      )}
    </div>
  )
}

interface TreeProps {
  id: string
  categories: CategoryNode[]
  total: number
  value: string | null
  onChoose: (slug: string | null) => void
  onClose: () => void
  onLeave: () => void
}

function Tree({ id, categories, total, value, onChoose, onClose, onLeave }: TreeProps) {
  const t = useTranslations('operator')
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(value === null ? [] : wayTo(categories, value)))
  const [at, setAt] = useState(value)
  const rows = treeRows(categories, open, { title: t('everyTopic'), count: total })
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-slug="${at ?? ''}"]`)
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const setBranch = (slug: string, isOpen: boolean) => {
    const next = new Set(open)
    if (isOpen) next.add(slug)
    else next.delete(slug)
    setOpen(next)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const move = moveInTree(rows, at, event.key)
    if (move && 'go' in move) setAt(move.go)
    else if (move) setBranch('open' in move ? move.open : move.close, 'open' in move)
    else if (event.key === 'Enter' || event.key === ' ') onChoose(at)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    if (!currentTarget.parentElement?.contains(relatedTarget)) onLeave()
  }
  function onClick({ target }: MouseEvent) {
    const row = target instanceof Element ? target.closest('[data-slug]') : null
    const slug = row?.getAttribute('data-slug') || null
    if (!row || !(target instanceof Element)) return
    if (slug !== null && target.closest('[data-branch]')) setBranch(slug, !open.has(slug))
    else onChoose(slug)
  }
  return (
    <div
      ref={list}
      id={id}
      role="tree"
      aria-label={t('topics')}
      className="topic-tree"
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={onBlur}
    >
      {rows.map(row => (
        <Branch key={row.slug ?? ''} row={row} isAt={row.slug === at} isChosen={row.slug === value} />
      ))}
    </div>
  )
}

/** One row. A click on its arrow opens it, one anywhere else chooses it. */
function Branch({ row, isAt, isChosen }: { row: TreeRow; isAt: boolean; isChosen: boolean }) {
  const { slug, title, count, level, position, siblings, isOpen } = row
  return (
    <div
      role="treeitem"
      data-slug={slug ?? ''}
      tabIndex={isAt ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isChosen}
      aria-expanded={isOpen ?? undefined}
    >
      <span className="tree-arrow" {...(slug !== null && isOpen !== null && { 'data-branch': '' })}>
        {slug !== null && isOpen !== null && <Icon name={isOpen ? 'down' : 'right'} size={14} />}
      </span>
      <span className="tree-title">{title}</span>
      <span className="tree-count">{count}</span>
    </div>
  )
}
