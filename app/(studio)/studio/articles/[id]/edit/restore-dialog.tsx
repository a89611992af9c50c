'use client'

import { Button, Group, Modal, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import type { Content } from '#lib/document/content.ts'
import { blocksText } from './blocks-text.ts'
import type { LeftCopies } from './use-left-copies.ts'
import { WordDifference } from './word-difference.tsx'

interface Props {
  copies: LeftCopies<Content>
  saved: Content
  locale: string
}

/** A crashed or closed page left a text here that the server does not have: what differs, and the choice to go on with it. */
export function RestoreDialog({ copies, saved, locale }: Props) {
  const t = useTranslations('draft.restore')
  const format = useFormatter()
  if (!copies.found) return null
  const { content, at } = copies.found.copy
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="54rem"
      title={t('title')}
    >
      <Text mb="sm">{t('text', { time: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}</Text>
      <WordDifference before={wordsOf(saved)} after={wordsOf(content)} lang={locale} />
      <Group justify="end" gap="xs" mt="md">
        <Button variant="default" onClick={copies.discard}>
          {t('discard')}
        </Button>
        <Button onClick={copies.restore} data-autofocus>
          {t('restore')}
        </Button>
      </Group>
    </Modal>
  )
}

function wordsOf({ title, shortAnswer, questions, document, variations }: Content): string {
  const short = blocksText([{ type: 'paragraph', content: shortAnswer }])
  const own = Object.values(variations).map(({ content }) => blocksText(content))
  return [title, short, blocksText(document.content), ...own, ...questions].filter(Boolean).join('\n')
}
