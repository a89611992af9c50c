'use client'

import { TextInput } from '@mantine/core'
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { DocumentEditor } from '#app/_editor/document-editor.tsx'
import type { EditorLoss } from '#app/_editor/editor-loss.ts'
import { QuestionsField } from './questions-field.tsx'
import { asDocument } from './short-answer-document.ts'
import type { ArticleDraft } from './use-article-draft.ts'
import type { Editors } from './use-editors.ts'
import type { Fault } from './use-fault.ts'

interface Props {
  draft: ArticleDraft
  editors: Editors
  locale: string
  losses: readonly EditorLoss[]
  faultOf: Fault
}

/** Title, short answer, text and questions. The editors are made once: undo reaches back over saves. */
export const TextFields = memo(function TextFields({ draft, editors, locale, losses, faultOf }: Props) {
  const t = useTranslations('draft')
  const { text } = draft.sessions
  const title = useSessionState(text, ({ content }) => content.title)
  const questions = useSessionState(text, ({ content }) => content.questions)
  const isShortEmpty = useSessionState(text, ({ content }) => content.shortAnswer.length === 0)
  const [opening] = useState(() => ({
    document: text.state.content.document,
    shortAnswer: asDocument(text.state.content.shortAnswer),
  }))
  const setQuestions = useCallback((questions: string[]) => draft.setText({ questions }), [draft])
  const inText = useMemo(() => losses.filter(({ path }) => path.startsWith('/content/')), [losses])
  const inShort = useMemo(
    () =>
      losses
        .filter(({ path }) => path.startsWith('/shortAnswer'))
        .map(loss => ({ ...loss, path: loss.path.replace('/shortAnswer', '/content/0/content') })),
    [losses],
  )
  return (
    <>
      <TextInput
        lang={locale}
        spellCheck
        label={t('titleField')}
        name="title"
        required
        size="md"
        classNames={{ input: 'title-input', label: 'title-label' }}
        maxLength={200}
        value={title}
        onChange={event => draft.setText({ title: event.currentTarget.value })}
        error={faultOf('title')}
      />
      <div className="short-answer" data-empty={isShortEmpty || undefined}>
        <p className="field-name" id="short-answer-name">
          {t('shortAnswer')}
        </p>
        <p className="quiet">{t('shortAnswerHint', { brace: '{' })}</p>
        <DocumentEditor
          ref={editors.refOf('shortAnswer')}
          isInline
          document={opening.shortAnswer}
          locale={locale}
          label={t('shortAnswer')}
          losses={inShort}
          onChange={document => draft.setDocument('shortAnswer', document)}
          onEdit={draft.touch}
        />
        {faultOf('shortAnswer') && <p className="field-fault">{faultOf('shortAnswer')}</p>}
      </div>
      <div className="body-text">
        <p className="field-name">{t('body')}</p>
        <DocumentEditor
          ref={editors.refOf('document')}
          document={opening.document}
          locale={locale}
          label={t('body')}
          losses={inText}
          onChange={document => draft.setDocument('document', document)}
          onEdit={draft.touch}
        />
        {faultOf('document') && <p className="field-fault">{faultOf('document')}</p>}
      </div>
      <QuestionsField questions={questions} locale={locale} onChange={setQuestions} error={faultOf('questions')} />
    </>
  )
})
