'use client'

import { Button, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { DocumentEditor, type DocumentEditorHandle } from '#app/_editor/document-editor.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { useFieldFault } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { MatchRow } from '#lib/authoring/translation-match.ts'
import type { Document } from '#lib/document/types.ts'
import { insertMissing } from './insert-missing.ts'
import { SourceRow } from './source-row.tsx'

interface Target {
  version: number
  title: string
  shortAnswer: string
  questions: string
  document: Document
  variations: Record<string, Document>
}

interface Props {
  place: { articleId: string; locale: string }
  source: { locale: string; hash: string; document: Document; questions: string[] }
  /** null: there is no translation yet. */
  target: Target | null
  rows: Omit<MatchRow, 'before'>[]
  outdated: number
  markedAt: number | null
  /** The parts of the source, by path. */
  sources: Record<string, ReactNode>
}

const empty: Target = { version: 0, title: '', shortAnswer: '', questions: '', document: { type: 'doc', content: [] }, variations: {} }

/** The source, part by part with its state, beside the translation that is being written. */
export function TranslateDesk({ place, source, target, rows, outdated, markedAt, sources }: Props) {
  const t = useTranslations('workflow.translate')
  const format = useFormatter()
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const sayFault = useFieldFault()
  const editor = useRef<DocumentEditorHandle>(null)
  const [fields, setFields] = useState({ ...empty, ...target })
  const [isChanged, setChanged] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const set = (change: Partial<Target>) => {
    setFields(before => ({ ...before, ...change }))
    setChanged(true)
  }
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isChanged && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isChanged])

  /** The version that is saved now; null when it was refused. */
  async function save(document = editor.current?.readDocument() ?? fields.document): Promise<number | null> {
    setPending(true)
    setProblem(null)
    const questions = fields.questions
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
    const variations = Object.fromEntries(Object.entries(fields.variations).map(([kind, one]) => [kind, { document: one }]))
    const body = { title: fields.title, shortAnswer: fields.shortAnswer, questions, document, variations }
    const path = `/articles/${place.articleId}/translations/${place.locale}`
    const reply = await callApi<{ version: number }>('PUT', path, { body, version: target?.version ?? null })
    setPending(false)
    if (!reply.ok) {
      setProblem(reply.problem)
      return null
    }
    setChanged(false)
    return reply.body.version
  }
  async function saveAndShow() {
    if ((await save()) === null) return
    notify('success', t('saved'))
    router.refresh()
  }
  async function mark() {
    const version = isChanged || !target ? await save() : target.version
    if (version === null) return
    const path = `/articles/${place.articleId}/translations/${place.locale}/match`
    const reply = await callApi('PUT', path, { body: { source: source.locale, sourceHash: source.hash }, version })
    if (!reply.ok) setProblem(reply.problem)
    else notify('success', t('marked'))
    router.refresh()
  }
  async function addMissing(path: string) {
    const document = insertMissing(editor.current?.readDocument() ?? fields.document, source.document, rows, path)
    editor.current?.replaceDocument(document)
    setChanged(true)
    if ((await save(document)) !== null) router.refresh()
  }
  useShortcuts(t('title'), [{ keys: 'Mod+S', label: t('save'), run: () => void saveAndShow() }])

  return (
    <>
      <div className="translate-bar">
        {outdated > 0 ? (
          <StateBadge tone="amber" icon="changed">
            {t('outdated', { count: outdated })}
          </StateBadge>
        ) : (
          <StateBadge tone={markedAt === null ? 'gray' : 'green'} icon="check">
            {t(markedAt === null ? 'neverMarked' : 'upToDate')}
          </StateBadge>
        )}
        {markedAt !== null && (
          <span className="quiet">{t('markedAt', { date: format.dateTime(markedAt, { dateStyle: 'medium', timeStyle: 'short' }) })}</span>
        )}
        <span className="translate-actions">
          <span className="quiet" role="status">
            {isChanged ? t('unsaved') : ''}
          </span>
          <Button variant="default" loading={pending} disabled={!isChanged} onClick={saveAndShow}>
            {t('save')}
          </Button>
          <Button loading={pending} disabled={fields.title === ''} leftSection={<Icon name="check" size={16} />} onClick={mark}>
            {t('mark')}
          </Button>
        </span>
      </div>
      {problem && <ProblemNote>{problem.status === 422 && problem.errors?.[0] ? sayFault(problem.errors[0]) : say(problem)}</ProblemNote>}
      <div className="translate-columns">
        <section aria-labelledby="translate-source" className="translate-side">
          <h2 id="translate-source">{t('source', { locale: source.locale })}</h2>
          <ol className="source-rows" lang={source.locale}>
            {rows.map(row => (
              <SourceRow key={`${row.source} ${row.target}`} row={row} onShow={path => editor.current?.focusPath(path)} onAdd={addMissing}>
                {row.source === null ? null : sources[row.source]}
              </SourceRow>
            ))}
          </ol>
        </section>
        <section aria-labelledby="translate-target" className="translate-side translate-target">
          <h2 id="translate-target">{t('target', { locale: place.locale })}</h2>
          <TextInput
            label={t('titleField')}
            lang={place.locale}
            required
            maxLength={200}
            value={fields.title}
            onChange={event => set({ title: event.currentTarget.value })}
          />
          <Textarea
            label={t('shortAnswer')}
            lang={place.locale}
            autosize
            minRows={2}
            value={fields.shortAnswer}
            onChange={event => set({ shortAnswer: event.currentTarget.value })}
          />
          <Textarea
            label={t('questions')}
            lang={place.locale}
            autosize
            minRows={2}
            maxRows={8}
            value={fields.questions}
            onChange={event => set({ questions: event.currentTarget.value })}
          />
          <DocumentEditor
            ref={editor}
            document={fields.document}
            locale={place.locale}
            label={t('document')}
            onEdit={() => setChanged(true)}
          />
        </section>
      </div>
    </>
  )
}
