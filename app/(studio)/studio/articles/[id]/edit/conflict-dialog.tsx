'use client'

import { Button, CopyButton, Group, Modal, SegmentedControl, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Session } from '#app/_drafts/run-session.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { Icon } from '#app/_ui/icon.tsx'
import type { Content } from '#lib/document/content.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { type Choice, type Conflict, mergeContent } from '#lib/merge/merge-content.ts'
import { blocksText } from './blocks-text.ts'
import { WordDifference } from './word-difference.tsx'

interface Props {
  session: Session<Content>
  locale: string
}

/** Somebody else has saved meanwhile and both changed the same places: each with its two texts and what they came from, and a choice. Nothing is lost until it is made. */
export function ConflictDialog({ session, locale }: Props) {
  const t = useTranslations('draft.conflict')
  const { conflict, base, content } = useSessionState(session, state => state)
  const merge = useMemo(() => (conflict ? mergeContent(base.content, content, conflict.content) : null), [base, content, conflict])
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  if (!merge || !conflict) return null
  const settle = (settled: Content) => session.dispatch({ type: 'settled', content: settled, at: Date.now() })
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="80rem"
      title={t('title')}
    >
      <Text mb="sm">{t('text', { count: merge.conflicts.length })}</Text>
      {merge.conflicts.map(one => (
        <ConflictRow
          key={one.id}
          conflict={one}
          locale={locale}
          choice={choices[one.id] ?? 'both'}
          onChoose={choice => setChoices(before => ({ ...before, [one.id]: choice }))}
        />
      ))}
      <Group justify="space-between" gap="xs" mt="md">
        <CopyButton value={textOf(content)}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}>
              {t(copied ? 'copied' : 'copyMine')}
            </Button>
          )}
        </CopyButton>
        <Group gap="xs">
          <Button variant="default" onClick={() => settle(conflict.content)}>
            {t('takeTheirs')}
          </Button>
          <Button onClick={() => settle(merge.settle(choices))} data-autofocus>
            {t('settle')}
          </Button>
        </Group>
      </Group>
    </Modal>
  )
}

interface RowProps {
  conflict: Conflict
  locale: string
  choice: Choice
  onChoose: (choice: Choice) => void
}

function ConflictRow({ conflict, locale, choice, onChoose }: RowProps) {
  const t = useTranslations()
  const [place = '', kind] = conflict.place.split('/')
  const name = kind
    ? t('draft.conflict.variation', { channel: t(`windows.channels.${kind as 'ivr'}`) })
    : t(`draft.conflict.places.${place as 'title'}`)
  const before = blocksText(conflict.base)
  return (
    <section className="conflict-row" aria-label={name}>
      <h3 className="conflict-name">{name}</h3>
      <div className="draft-sides">
        {(['mine', 'theirs'] as const).map(side => (
          <div key={side} className="conflict-side" data-chosen={choice === side || choice === 'both' || undefined}>
            <h4 className="conflict-owner">{t(`draft.conflict.${side}`)}</h4>
            <WordDifference before={before} after={blocksText(conflict[side])} lang={locale} />
          </div>
        ))}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('draft.conflict.choice', { place: name })}
        value={choice}
        onChange={value => onChoose(value as Choice)}
        data={(['mine', 'theirs', 'both', 'base'] as const).map(value => ({ value, label: t(`draft.conflict.choices.${value}`) }))}
      />
    </section>
  )
}

/** The whole text as Markdown, for the clipboard. */
function textOf({ title, shortAnswer, questions, document }: Content): string {
  const short = serializeMarkdown({ type: 'doc', content: shortAnswer.length > 0 ? [{ type: 'paragraph', content: shortAnswer }] : [] })
  return [`# ${title}`, short, serializeMarkdown(document), questions.map(question => `- ${question}`).join('\n')]
    .filter(Boolean)
    .join('\n\n')
}
