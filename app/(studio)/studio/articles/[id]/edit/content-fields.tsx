'use client'

import { Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { channelKinds } from '#lib/compile/channels.ts'
import { faultOf } from './refusal-note.tsx'
import type { Draft } from './use-draft.ts'

/** Title, short answer, questions, body and the own wording of channels. */
export function ContentFields({ draft, locale }: { draft: Draft; locale: string }) {
  const t = useTranslations('edit')
  const { fields, set, problem } = draft
  const mono = { input: 'mono-input' }
  const common = { lang: locale, spellCheck: true }
  return (
    <>
      <TextInput
        {...common}
        label={t('titleField')}
        name="title"
        required
        size="md"
        maxLength={200}
        value={fields.title}
        onChange={event => set('title', event.currentTarget.value)}
        error={faultOf(problem, 'title')}
      />
      <Textarea
        {...common}
        label={t('shortAnswer')}
        description={t('shortAnswerHint')}
        name="shortAnswer"
        data-markdown
        autosize
        minRows={2}
        maxRows={8}
        classNames={mono}
        value={fields.shortAnswer}
        onChange={event => set('shortAnswer', event.currentTarget.value)}
        error={faultOf(problem, 'shortAnswer')}
      />
      <Textarea
        {...common}
        label={t('body')}
        description={t('bodyHint')}
        name="markdown"
        data-markdown
        rows={26}
        resize="vertical"
        classNames={mono}
        value={fields.markdown}
        onChange={event => set('markdown', event.currentTarget.value)}
        error={faultOf(problem, 'markdown')}
      />
      <Textarea
        {...common}
        label={t('questions')}
        description={t('questionsHint')}
        name="questions"
        autosize
        minRows={4}
        maxRows={14}
        value={fields.questions}
        onChange={event => set('questions', event.currentTarget.value)}
        error={faultOf(problem, 'questions')}
      />
      <fieldset className="variations">
        <legend>{t('variations')}</legend>
        <p className="quiet">{t('variationsHint')}</p>
        {channelKinds.map(kind => (
          <Variation key={kind} kind={kind} draft={draft} locale={locale} />
        ))}
      </fieldset>
    </>
  )
}

function Variation({ kind, draft, locale }: { kind: (typeof channelKinds)[number]; draft: Draft; locale: string }) {
  const t = useTranslations()
  const text = draft.fields.variations[kind] ?? ''
  const name = t(`windows.channels.${kind}`)
  return (
    <details open={text !== '' || undefined}>
      <summary>
        <Icon name={kind} size={16} />
        {name}
        {text !== '' && <span className="quiet">{t('edit.ownWording')}</span>}
      </summary>
      <Textarea
        aria-label={t('edit.variationFor', { channel: name })}
        lang={locale}
        name={`variation-${kind}`}
        data-markdown
        autosize
        minRows={3}
        maxRows={16}
        classNames={{ input: 'mono-input' }}
        value={text}
        onChange={event => draft.set('variations', { ...draft.fields.variations, [kind]: event.currentTarget.value })}
        error={faultOf(draft.problem, `variations.${kind}`)}
      />
    </details>
  )
}
