'use client'

import dynamic from 'next/dynamic'
import { useCallback, useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Metadata } from '#app/_drafts/metadata-kind.ts'
import type { Stored } from '#app/_drafts/session-state.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { callApi } from '#app/_ui/call-api.ts'
import { SendReviewButton } from '#app/_ui/review/send-review-button.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { deriveVariation } from '#lib/compile/derive-variation.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { Content } from '#lib/document/content.ts'
import { locateQuote } from '#lib/review/locate-quote.ts'
import { collectLosses } from './collect-losses.ts'
import { EditBar } from './edit-bar.tsx'
import { goTo } from './go-to.ts'
import { LivePanel } from './live-panel.tsx'
import { MetadataConflict } from './metadata-conflict.tsx'
import { type Choices, MetadataFields } from './metadata-fields.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { type ReviewNote, ReviewNotes } from './review-notes.tsx'
import { saveFirst } from './save-first.ts'
import { SessionDialogs } from './session-dialogs.tsx'
import { TextFields } from './text-fields.tsx'
import { useAddressedPlace } from './use-addressed-place.ts'
import { useArticleDraft } from './use-article-draft.ts'
import { useEditors } from './use-editors.ts'
import { useLiveViews } from './use-live-views.ts'
import { usePresence } from './use-presence.ts'
import { useRefusals } from './use-refusals.ts'
import { useRegions } from './use-regions.ts'
import { VariationsSection } from './variations-section.tsx'

/** Dialogs are loaded when they are needed for the first time. */
const PublishDialog = dynamic(() => import('./publish-dialog.tsx').then(module => module.PublishDialog), { ssr: false })
const WithdrawDialog = dynamic(() => import('./withdraw-dialog.tsx').then(module => module.WithdrawDialog), { ssr: false })

interface Props {
  article: { id: string; isLive: boolean; liveSlug: string | null }
  person: { id: string; email: string }
  locale: string
  locales: string[]
  text: Stored<Content>
  about: Stored<Metadata>
  note: { status: string; outdatedVariations: string[] }
  choices: Choices
  canPublish: boolean
  reviewed: ReviewNote
  /** The place that the address names, as a path of a loss. */
  at: string | null
}

/** An article in one language: its text left, what the channels make of it right, as it is being typed. */
export function ArticleEditor({ article, person, locale, locales, text, about, note, choices, canPublish, reviewed, at }: Props) {
  const t = useTranslations()
  const language = useLocale()
  const editors = useEditors()
  const draft = useArticleDraft({ articleId: article.id, locale, userId: person.id, text, about, note, editors })
  const { sessions, tab } = draft
  const [dialog, setDialog] = useState<'publish' | 'withdraw' | null>(null)
  const onVersion = useCallback((version: number) => sessions.text.dispatch({ type: 'newer-seen', version }), [sessions])
  const others = usePresence(article.id, locale, tab?.id ?? null, onVersion)
  const live = useLiveViews(article.id, locale, sessions.text, language)
  const losses = useMemo(() => collectLosses(live.views, kind => t(`windows.channels.${kind}`)), [live.views, t])
  const { problems, faultOf } = useRefusals(draft)
  const own = useSessionState(sessions.text, ({ content }) => Object.keys(content.variations).join(' '))
  const said = useSessionState(sessions.text, draft.readNote)
  useRegions()
  useAddressedPlace(editors, at)
  useShortcuts(t('draft.regions.title'), [
    { keys: 'Mod+S', label: t('draft.regions.save'), run: () => void draft.save() },
    ...(canPublish ? [{ keys: 'Mod+Enter', label: t('edit.publish'), run: () => setDialog('publish') }] : []),
    { keys: 'F6', label: t('draft.regions.next') },
  ])

  function openOwn(kind: ChannelKind) {
    const { content } = sessions.text.state
    if (!content.variations[kind]) {
      const isShort =
        kind === 'ivr' &&
        live.views.some(view => view.kind === kind && view.losses.some(({ path, level }) => level === 'info' && path === ''))
      draft.setText({ variations: { ...content.variations, [kind]: deriveVariation(content, kind, isShort) } })
    }
    setTimeout(() => {
      document.getElementById(`own-${kind}`)?.scrollIntoView({ block: 'center' })
      editors.find(kind)?.focusPath('/content/0')
    }, 80)
  }

  const confirm = useCallback(
    async (kind: string) => {
      if (!(await draft.save())) return
      const { version } = draft.sessions.text.state.base
      const path = `/articles/${article.id}/translations/${locale}/variations/${kind}/confirmation`
      const reply = await callApi<{ version: number }>('POST', path, { version })
      if (reply.ok) draft.sessions.text.dispatch({ type: 'newer-seen', version: reply.body.version })
    },
    [draft, article.id, locale],
  )

  return (
    <form onSubmit={event => event.preventDefault()} aria-label={t('edit.title')} className="article-editor">
      <EditBar
        {...{ articleId: article.id, locale, locales, draft, others, canPublish, isLive: article.isLive }}
        onPublish={() => setDialog('publish')}
        onWithdraw={() => setDialog('withdraw')}
      >
        <SendReviewButton articleId={article.id} locale={locale} beforeSend={() => saveFirst(draft)} />
      </EditBar>
      {problems.map(problem => (
        <RefusalNote key={JSON.stringify(problem.errors ?? problem.detail)} problem={problem} />
      ))}
      <MetadataConflict session={sessions.about} choices={choices} />
      <div className="edit-columns">
        <section className="edit-fields" data-region tabIndex={-1} aria-label={t('draft.regions.text')}>
          <ReviewNotes {...reviewed} onGo={thread => goTo(editors, locateQuote(sessions.text.state.content, thread).path)} />
          <TextFields draft={draft} editors={editors} locale={locale} losses={losses} faultOf={faultOf} />
          <VariationsSection draft={draft} editors={editors} locale={locale} losses={losses} onConfirm={confirm} />
          <MetadataFields draft={draft} faultOf={faultOf} choices={choices} liveSlug={article.liveSlug} />
        </section>
        <LivePanel
          live={live}
          own={own.split(' ')}
          outdated={said.outdatedVariations}
          onGo={({ path }) => goTo(editors, path)}
          onOwn={openOwn}
        />
      </div>
      <SessionDialogs draft={draft} articleId={article.id} locale={locale} person={person} choices={choices} />
      {dialog === 'publish' && <PublishDialog draft={draft} articleId={article.id} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog articleId={article.id} onClose={() => setDialog(null)} />}
    </form>
  )
}
