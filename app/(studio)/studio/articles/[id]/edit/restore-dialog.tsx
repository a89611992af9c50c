'use client'

import { Button, Group, Modal, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { changedNames, type Metadata } from '#app/_drafts/metadata-kind.ts'
import type { Content } from '#lib/document/content.ts'
import { blocksText } from './blocks-text.ts'
import type { Choices } from './metadata-fields.tsx'
import type { LeftCopies } from './use-left-copies.ts'
import { useSaidValue } from './use-said-value.ts'
import { WordDifference } from './word-difference.tsx'

interface Props {
  copies: LeftCopies<Content>
  aboutCopies: LeftCopies<Metadata>
  /** What the server has. */
  text: Content
  about: Metadata
  locale: string
  choices?: Choices | undefined
}

/** A crashed or closed page left a text, or what is said about it, here that the server does not have: what differs, and the choice to go on with it. */
export function RestoreDialog({ copies, aboutCopies, text, about, locale, choices }: Props) {
  const t = useTranslations('draft')
  const format = useFormatter()
  const say = useSaidValue(choices)
  const left = [copies, aboutCopies].filter(({ found }) => found !== null)
  if (left.length === 0) return null
  const at = Math.max(...left.map(({ found }) => found?.copy.at ?? 0))
  const own = aboutCopies.found?.copy.content
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="54rem"
      title={t('restore.title')}
    >
      <Text mb="sm">{t('restore.text', { time: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}</Text>
      {copies.found && <WordDifference before={wordsOf(text)} after={wordsOf(copies.found.copy.content)} lang={locale} />}
      {own && (
        <>
          <Text mt="sm">{t('restore.fields')}</Text>
          <ul>
            {changedNames(about, own).map(name => (
              <li key={name}>
                {t(`fields.${name}`)}: <del>{say(name, about)}</del> <ins>{say(name, own)}</ins>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group justify="end" gap="xs" mt="md">
        <Button variant="default" onClick={() => left.map(({ discard }) => discard())}>
          {t('restore.discard')}
        </Button>
        <Button onClick={() => left.map(({ restore }) => restore())} data-autofocus>
          {t('restore.restore')}
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
