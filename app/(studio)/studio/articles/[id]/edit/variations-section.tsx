'use client'

import { Button, Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DocumentEditor } from '#app/_editor/document-editor.tsx'
import type { EditorLoss } from '#app/_editor/editor-loss.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { deriveVariation } from '#lib/compile/derive-variation.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { Content } from '#lib/document/content.ts'
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
export function VariationsSection({ draft, editors, locale, losses, onConfirm }: Props) {
  const t = useTranslations()
  const [removed, setRemoved] = useState<{ kind: string; document: Document } | null>(null)
  const { content } = draft.text
  const kinds = Object.keys(content.variations) as ChannelKind[]
  if (kinds.length === 0 && !removed) return null

  function remove(kind: string) {
    const { [kind]: document, ...others } = draft.sessions.text.state.content.variations
    if (document) setRemoved({ kind, document })
    draft.setText({ variations: others })
  }
  function undo() {
    if (removed) draft.setText({ variations: { ...draft.sessions.text.state.content.variations, [removed.kind]: removed.document } })
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
          content={content}
          locale={locale}
          isOutdated={draft.note.outdatedVariations.includes(kind)}
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
}

interface WordingProps {
  kind: ChannelKind
  content: Content
  locale: string
  isOutdated: boolean
  losses: readonly EditorLoss[]
  editor: ReturnType<Editors['refOf']>
  onChange: (document: Document) => void
  onEdit: () => void
  onRemove: () => void
  onConfirm: () => void
}

function OwnWording({ kind, content, locale, isOutdated, losses, editor, onChange, onEdit, onRemove, onConfirm }: WordingProps) {
  const t = useTranslations()
  const name = t(`windows.channels.${kind}`)
  const own = content.variations[kind]
  const [opening] = useState<Document>(() => own ?? { type: 'doc', content: [] })
  const flags = useMemo(() => losses.map(loss => ({ ...loss, path: loss.path.replace(`/variations/${kind}`, '') })), [losses, kind])
  const derived = useMemo(() => blocksText(deriveVariation(content, kind).content), [content, kind])
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
      <details className="own-difference">
        <summary>{t('draft.variations.difference')}</summary>
        <WordDifference before={derived} after={blocksText(own?.content ?? [])} lang={locale} />
      </details>
    </article>
  )
}
