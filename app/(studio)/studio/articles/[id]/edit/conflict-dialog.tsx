'use client'

import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Fields, Saved } from './draft.ts'
import type { Draft } from './use-draft.ts'

const compared = ['title', 'shortAnswer', 'questions', 'markdown', 'slug', 'category', 'tags'] as const

/** Somebody else has saved meanwhile: both texts side by side, and the choice between them. Nothing is lost until it is made. */
export function ConflictDialog({ draft, saved }: { draft: Draft; saved: Saved }) {
  const t = useTranslations('edit')
  const rows = differencesOf(draft.fields, saved.fields)
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="90rem"
      title={t('conflictTitle')}
    >
      <Text mb="sm">{t('conflictText')}</Text>
      <div className="conflict">
        <p className="conflict-side">{t('mine')}</p>
        <p className="conflict-side">{t('theirs')}</p>
        {rows.map(({ name, mine, theirs }) => (
          <section key={name} className="conflict-row">
            <h3>{name.startsWith('variations.') ? t('variations') : t(`conflictFields.${name as 'title'}`)}</h3>
            <pre>{mine}</pre>
            <pre>{theirs}</pre>
          </section>
        ))}
        {rows.length === 0 && <p className="quiet">{t('conflictNone')}</p>}
      </div>
      <Group justify="end" gap="xs" mt="md">
        <Button variant="default" onClick={() => draft.settle(false)}>
          {t('takeTheirs')}
        </Button>
        <Button onClick={() => draft.settle(true)}>{t('keepMine')}</Button>
      </Group>
    </Modal>
  )
}

function differencesOf(mine: Fields, theirs: Fields) {
  const kinds = [...new Set([...Object.keys(mine.variations), ...Object.keys(theirs.variations)])]
  const rows = [
    ...compared.map(name => ({ name: name as string, mine: mine[name], theirs: theirs[name] })),
    ...kinds.map(kind => ({ name: `variations.${kind}`, mine: mine.variations[kind] ?? '', theirs: theirs.variations[kind] ?? '' })),
  ]
  return rows.filter(row => row.mine.trim() !== row.theirs.trim())
}
