'use client'

import dynamic from 'next/dynamic'
import { metadataKind } from '#app/_drafts/metadata-kind.ts'
import { translationKind } from '#app/_drafts/translation-kind.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import type { Choices } from './metadata-fields.tsx'
import type { ArticleDraft } from './use-article-draft.ts'
import { useLeftCopies } from './use-left-copies.ts'

/** Loaded when they are needed for the first time. */
const ConflictDialog = dynamic(() => import('./conflict-dialog.tsx').then(module => module.ConflictDialog), { ssr: false })
const RestoreDialog = dynamic(() => import('./restore-dialog.tsx').then(module => module.RestoreDialog), { ssr: false })
const SignInDialog = dynamic(() => import('./sign-in-dialog.tsx').then(module => module.SignInDialog), { ssr: false })

interface Props {
  draft: ArticleDraft
  articleId: string
  locale: string
  person: { id: string; email: string }
  /** Names of what the fields about the article hold, where these are edited. */
  choices?: Choices
}

/** What a session has to ask the person who writes: whose text shall stand, whether to go on with a text that was left here, to sign in again. */
export function SessionDialogs({ draft, articleId, locale, person, choices }: Props) {
  const { text, about } = draft.sessions
  const place = { userId: person.id, articleId }
  const copies = useLeftCopies(text, draft.tab, { ...place, part: locale }, translationKind.same)
  const aboutCopies = useLeftCopies(about, draft.tab, { ...place, part: 'metadata' }, metadataKind.same)
  const isConflict = useSessionState(text, ({ conflict }) => conflict !== null)
  const isTextOut = useSessionState(text, ({ trouble }) => trouble?.kind === 'signed-out')
  const isAboutOut = useSessionState(about, ({ trouble }) => trouble?.kind === 'signed-out')
  return (
    <>
      {isConflict && <ConflictDialog session={text} locale={locale} />}
      {(copies.found || aboutCopies.found) && (
        <RestoreDialog
          copies={copies}
          aboutCopies={aboutCopies}
          text={text.state.base.content}
          about={about.state.base.content}
          locale={locale}
          choices={choices}
        />
      )}
      {(isTextOut || isAboutOut) && <SignInDialog email={person.email} onSignedIn={draft.retry} />}
    </>
  )
}
