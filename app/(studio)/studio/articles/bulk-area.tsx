'use client'

import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { type BulkAction, BulkDialog } from './bulk-dialog.tsx'

interface Props {
  /** Slug and title. */
  categories: [string, string][]
  /** An article may be taken out of every category. */
  canHaveNone: boolean
  tags: string[]
  children: ReactNode
}

/** A list whose chosen rows can be changed at once: how many are chosen, and what can be done with them. */
export function BulkArea({ categories, canHaveNone, tags, children }: Props) {
  const t = useTranslations('workflow.bulk')
  const area = useRef<HTMLDivElement>(null)
  /** Titles by id. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  /** What may be done with every one of them. */
  const [rights, setRights] = useState({ write: false, publish: false })
  const [action, setAction] = useState<BulkAction | null>(null)
  const boxes = () => [...(area.current?.querySelectorAll<HTMLInputElement>('input[name="article"]') ?? [])]
  const read = () => {
    const checked = boxes().filter(box => box.checked)
    const mayAll = (right: string) => checked.every(box => box.dataset.may?.split(' ').includes(right))
    setChosen(new Map(checked.map(({ value, dataset }) => [value, dataset.title ?? value])))
    setRights({ write: mayAll('write'), publish: mayAll('publish') })
  }
  const choose = (isChosen: (id: string) => boolean) => {
    for (const box of boxes()) box.checked = isChosen(box.value)
    const all = area.current?.querySelector<HTMLInputElement>('input[name="all"]')
    if (all) all.checked = boxes().every(box => box.checked)
    read()
  }
  useShortcuts(t('title'), chosen.size > 0 ? [{ keys: 'Escape', label: t('none'), run: () => choose(() => false) }] : [])
  const actions: BulkAction[] = [
    ...(rights.write ? (['addTag', 'removeTag', 'category', 'owner', 'review'] as const) : []),
    ...(rights.publish ? (['publish', 'withdraw'] as const) : []),
  ]
  return (
    <>
      <div
        ref={area}
        role="presentation"
        onChange={event => {
          const box = event.target
          if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return
          if (box.name === 'all') choose(() => box.checked)
          else read()
        }}
      >
        {children}
      </div>
      {chosen.size > 0 && (
        <section className="bulk-bar" aria-label={t('title')}>
          <strong role="status">{t('chosen', { count: chosen.size })}</strong>
          {actions.map(one => (
            <Button key={one} size="xs" variant={one === 'publish' ? 'filled' : 'default'} onClick={() => setAction(one)}>
              {t(`action.${one}`)}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={() => choose(() => false)}>
            {t('none')}
          </Button>
        </section>
      )}
      {action && (
        <BulkDialog
          action={action}
          articles={chosen}
          categories={categories}
          canHaveNone={canHaveNone}
          tags={tags}
          onClose={() => setAction(null)}
          onDone={failed => choose(id => failed.includes(id))}
        />
      )}
    </>
  )
}
