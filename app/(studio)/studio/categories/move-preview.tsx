'use client'

import { Button, Group } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { PlaceImpact } from '#app/_catalogue/place-impact.tsx'

interface Props {
  /** Id of the category. */
  id: string
  /** Slug of the one above it; undefined: it stays there and only the order changes. */
  parent: string | null | undefined
  /** Where it would stand. */
  text: string
  isPending: boolean
  onMove: () => void
  onLeave: () => void
}

/** What a category that was pushed to another place would change there, before it is put there. */
export function MovePreview({ id, parent, text, isPending, onMove, onLeave }: Props) {
  const t = useTranslations('catalogue.categories')
  const keys = (event: KeyboardEvent) => event.key === 'Escape' && onLeave()
  return (
    <section className="move-preview" aria-label={t('movePreview')}>
      <p>{text}</p>
      {parent === undefined ? (
        <p className="quiet">{t('orderOnly')}</p>
      ) : (
        <PlaceImpact kind="category" path={`/categories/${id}/impact`} body={{ parent }} listed={3} isMove />
      )}
      <Group gap="xs">
        <Button size="xs" loading={isPending} onClick={onMove} onKeyDown={keys} rightSection={<kbd>Enter</kbd>}>
          {t('moveHere')}
        </Button>
        <Button size="xs" variant="default" onClick={onLeave} onKeyDown={keys} rightSection={<kbd>Esc</kbd>}>
          {t('leaveThere')}
        </Button>
      </Group>
    </section>
  )
}
