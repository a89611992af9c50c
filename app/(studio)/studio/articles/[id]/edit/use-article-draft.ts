'use client'

import { useEffect, useMemo, useState } from 'react'
import { askApi } from '#app/_drafts/ask-api.ts'
import { contentJson } from '#app/_drafts/content-json.ts'
import { type CopyKey, keepCopy } from '#app/_drafts/local-copies.ts'
import { type Metadata, metadataKind } from '#app/_drafts/metadata-kind.ts'
import { metadataPort } from '#app/_drafts/metadata-port.ts'
import { openTab, type Tab } from '#app/_drafts/open-tab.ts'
import { runSession, type Session } from '#app/_drafts/run-session.ts'
import { isSafe, type Stored } from '#app/_drafts/session-state.ts'
import { translationKind } from '#app/_drafts/translation-kind.ts'
import { type SavedNote, translationPort } from '#app/_drafts/translation-port.ts'
import type { Content } from '#lib/document/content.ts'
import type { Document } from '#lib/document/types.ts'
import { type EditorName, type Editors, withDocument } from './use-editors.ts'

interface Options {
  articleId: string
  locale: string
  userId: string
  text: Stored<Content>
  about: Stored<Metadata>
  note: SaidNote
  editors: Editors
}
type SaidNote = Pick<SavedNote, 'status' | 'outdatedVariations'>

/** The text of an article in one language and what is said about it, as somebody edits them. The same object for the life of the page: what is shown of it is asked for with useSessionState. */
export interface ArticleDraft {
  sessions: { text: Session<Content>; about: Session<Metadata> }
  /** What the server said with the last save; changes with the text's session. */
  readNote(): SaidNote
  tab: Tab | null
  setText(change: Partial<Content>): void
  setDocument(name: EditorName, document: Document): void
  setAbout(change: Partial<Metadata>): void
  /** An editor has changes that it hands on in a moment. */
  touch(): void
  /** True when the server has everything. */
  save(): Promise<boolean>
  /** Tries again what did not get through. */
  retry(): void
}

/** Milliseconds after which an editor that said it was touched is asked what came of it. */
const untold = 1300

/** Makes the sessions of an article once for the life of the page. They go on saving when the page is left within the studio. */
export function useArticleDraft(options: Options): ArticleDraft {
  const [opened] = useState(() => open(options))
  const { sessions, notes, tab, actions } = opened
  useLeaving(sessions)
  return useMemo(() => ({ sessions, tab, readNote: () => notes.current, ...actions }), [sessions, tab, notes, actions])
}

function open({ articleId, locale, userId, text, about, note, editors }: Options) {
  const tab = typeof window === 'undefined' ? null : openTab()
  const notes = { current: note }
  const keyOf = (part: string): CopyKey => ({ userId, articleId, part, tab: tab?.id ?? '' })
  const ports = {
    now: () => Date.now(),
    later: (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  }
  const sessions = {
    text: runSession<Content>(translationKind, text, {
      ...ports,
      ...translationPort(askApi, { articleId, locale }, ({ status, outdatedVariations }) => {
        notes.current = { status, outdatedVariations }
      }),
      keep: copy => keepCopy(keyOf(locale), copy, contentJson),
      show: editors.show,
      catchUp: editors.catchUp,
    }),
    about: runSession<Metadata>(metadataKind, about, {
      ...ports,
      ...metadataPort(askApi, articleId),
      keep: copy => keepCopy(keyOf('metadata'), copy),
      show: () => undefined,
      catchUp: content => content,
    }),
  }
  return { tab, notes, sessions, actions: actionsOn(sessions, editors) }
}

type Sessions = ArticleDraft['sessions']

function actionsOn({ text, about }: Sessions, editors: Editors) {
  const changeText = (content: Content) => text.dispatch({ type: 'changed', content, at: Date.now() })
  let asking: ReturnType<typeof setTimeout> | undefined
  return {
    setText: (change: Partial<Content>) => changeText({ ...text.state.content, ...change }),
    setDocument: (name: EditorName, document: Document) => changeText(withDocument(text.state.content, name, document)),
    setAbout: (change: Partial<Metadata>) =>
      about.dispatch({ type: 'changed', content: { ...about.state.content, ...change }, at: Date.now() }),
    touch() {
      if (!text.state.isTouched) text.dispatch({ type: 'touched' })
      clearTimeout(asking)
      asking = setTimeout(() => text.state.isTouched && changeText(editors.catchUp(text.state.content)), untold)
    },
    async save() {
      const [isTextSaved, isAboutSaved] = await Promise.all([text.save(), about.save()])
      return isTextSaved && isAboutSaved
    },
    retry() {
      for (const session of [text, about]) session.dispatch({ type: 'returned' })
    },
  }
}

/** Keeps and sends what there is when the page goes out of sight, tries again when it or the connection comes back, and warns only when something would be lost. */
function useLeaving({ text, about }: Sessions): void {
  useEffect(() => {
    const all = [text, about]
    const hide = () => {
      for (const session of all) session.flush()
    }
    const back = () => {
      for (const session of all)
        if (session.state.trouble && session.state.trouble.kind !== 'refused') session.dispatch({ type: 'returned' })
    }
    const look = () => (document.visibilityState === 'hidden' ? hide() : back())
    const warn = (event: BeforeUnloadEvent) => {
      hide()
      if (!isSafe(text.state) || !isSafe(about.state)) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    addEventListener('pagehide', hide)
    addEventListener('online', back)
    addEventListener('focus', back)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('beforeunload', warn)
      removeEventListener('pagehide', hide)
      removeEventListener('online', back)
      removeEventListener('focus', back)
      document.removeEventListener('visibilitychange', look)
      hide()
    }
  }, [text, about])
}
