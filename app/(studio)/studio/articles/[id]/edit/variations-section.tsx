'use client'

import { Button, Group } from '@mantine/core'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { DocumentEditor } from '#app/_editor/document-editor.tsx'
import type { EditorLoss } from '#app/_editor/editor-loss.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { deriveVariation } from '#lib/compile/derive-variation.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { Document } from '#lib/document/types.ts'
import { blocksText } from './blocks-text.ts'
import type { ArticleDraft } from './use-article-draft.ts'
import type { Editors } from './use-editors.ts'
import { WordDifference } from './word-difference.tsx'

interface Props {
  draft: ArticleDraft
  editors: Editors
  locale: string
  losses: readonly (EditorLoss & { path: string })[]
  onConfirm: (kind: string) => void
}

/** The channels that say the answer in words of their own: each with its text, what it changes, and whether it still fits. */
export const VariationsSection = memo(function VariationsSection({ draft, editors, locale, losses, onConfirm }: Props) {
  const t = useTranslations()
  const [removed, setRemoved] = useState<{ kind: string; document: Document } | null>(null)
  const { text } = draft.sessions
  // The kinds as one text, so that a key in one of the wordings is no news here.
  const kinds = useSessionState(text, ({ content }) => Object.keys(content.variations).join(' '))
    .split(' ')
    .filter(Boolean) as ChannelKind[]
  const note = useSessionState(text, draft.readNote)
  if (kinds.length === 0 && !removed) return null

  function remove(kind: string) {
    const { [kind]: document, ...others } = text.state.content.variations
    if (document) setRemoved({ kind, document })
    draft.setText({ variations: others })
  }
  function undo() {
    if (removed) draft.setText({ variations: { ...text.state.content.variations, [removed.kind]: removed.document } })
    setRemoved(null)
  }

  return (
    <section className="own-wordings" aria-label={t('draft.variations.title')}>
      <h2>{t('draft.variations.title')}</h2>
      <p className="quiet">{t('draft.variations.hint')}</p>
      {removed && (
        <p className="removed" role="status">
          {t('draft.variations.removed', { channel: t(`windows.channels.${removed.kind as ChannelKind}`) })}
          <Button size="compact-xs" variant="default" leftSection={<Icon name="undo" size={14} />} onClick={undo}>
            {t('draft.variations.undo')}
          </Button>
        </p>
      )}
      {kinds.map(kind => (
        <OwnWording
          key={kind}
          kind={kind}
          draft={draft}
          locale={locale}
          isOutdated={note.outdatedVariations.includes(kind)}
          losses={losses.filter(({ path }) => path.startsWith(`/variations/${kind}/`))}
          editor={editors.refOf(kind)}
          onChange={document => draft.setDocument(kind, document)}
          onEdit={draft.touch}
          onRemove={() => remove(kind)}
          onConfirm={() => onConfirm(kind)}
        />
      ))}
    </section>
  )
})

interface WordingProps {
  kind: ChannelKind
  draft: ArticleDraft
  locale: string
  isOutdated: boolean
  losses: readonly EditorLoss[]
  editor: ReturnType<Editors['refOf']>
  onChange: (document: Document) => void
  onEdit: () => void
  onRemove: () => void
  onConfirm: () => void
}

function OwnWording({ kind, draft, locale, isOutdated, losses, editor, onChange, onEdit, onRemove, onConfirm }: WordingProps) {
  const t = useTranslations()
  const name = t(`windows.channels.${kind}`)
  const [opening] = useState<Document>(() => draft.sessions.text.state.content.variations[kind] ?? { type: 'doc', content: [] })
  const flags = useMemo(() => losses.map(loss => ({ ...loss, path: loss.path.replace(`/variations/${kind}`, '') })), [losses, kind])
  return (
    <article className="own-wording" id={`own-${kind}`} aria-label={t('draft.variations.of', { channel: name })}>
      <header>
        <Icon name={kind} />
        <h3 className="own-name">{name}</h3>
        {isOutdated && (
          <span className="state state-amber">
            <Icon name="warning" size={13} />
            {t('draft.variations.outdated')}
          </span>
        )}
        <Group gap="xs" ml="auto">
          {isOutdated && (
            <Button size="compact-sm" variant="default" onClick={onConfirm} leftSection={<Icon name="check" size={14} />}>
              {t('draft.variations.confirm')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
            {t('draft.variations.remove')}
          </Button>
        </Group>
      </header>
      <DocumentEditor
        ref={editor}
        document={opening}
        locale={locale}
        label={t('draft.variations.of', { channel: name })}
        losses={flags}
        onChange={onChange}
        onEdit={onEdit}
      />
      <Difference kind={kind} draft={draft} locale={locale} />
    </article>
  )
}

/** What the own wording changes of what the channel would say by itself; compared while it is looked at. */
function Difference({ kind, draft, locale }: Pick<WordingProps, 'kind' | 'draft' | 'locale'>) {
  const t = useTranslations('draft.variations')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="own-difference" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('difference')}</summary>
      {isOpen && <ShownDifference kind={kind} draft={draft} locale={locale} />}
    </details>
  )
}

function ShownDifference({ kind, draft, locale }: Pick<WordingProps, 'kind' | 'draft' | 'locale'>) {
  const content = useDeferredValue(useSessionState(draft.sessions.text, state => state.content))
  const derived = useMemo(() => blocksText(deriveVariation(content, kind).content), [content, kind])
  return <WordDifference before={derived} after={blocksText(content.variations[kind]?.content ?? [])} lang={locale} />
}
