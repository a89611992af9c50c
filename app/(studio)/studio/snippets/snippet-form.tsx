'use client'

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConflictNote } from '#app/_catalogue/conflict-note.tsx'
import { ImpactArticles, ImpactCounts, type ShownImpact } from '#app/_catalogue/impact-view.tsx'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { useImpact } from '#app/_catalogue/use-impact.ts'
import { DocumentEditor, type DocumentEditorHandle } from '#app/_editor/document-editor.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { SnippetEntry } from '#lib/authoring/read-snippet.ts'
import { plainText } from '#lib/document/plain-text.ts'
import type { Document } from '#lib/document/types.ts'
import type { ArticleImpact } from '#lib/impact/measure-impact.ts'

/** A snippet as the API shows it. */
type Stored = Omit<SnippetEntry, 'documents'> & { documents: Record<string, { document: Document }> }
type SnippetImpact = ShownImpact & { moments: { articles: ArticleImpact[] }[] }

interface Props {
  /** null: a new one. */
  snippet: SnippetEntry | null
  locales: readonly string[]
  canWrite: boolean
  canPublish: boolean
}

const empty: Document = { type: 'doc', content: [{ type: 'paragraph' }] }
const says = (document: Document | undefined) =>
  document !== undefined && JSON.stringify(document.content) !== JSON.stringify(empty.content)

/** A snippet in each language, and what a change would do wherever it stands. */
export function SnippetForm({ snippet, locales, canWrite, canPublish }: Props) {
  const t = useTranslations('catalogue.snippets')
  const impactText = useTranslations('catalogue.impact')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [key, setKey] = useState(snippet?.key ?? '')
  const [title, setTitle] = useState(snippet?.title ?? {})
  const [documents, setDocuments] = useState<Record<string, Document>>(snippet?.documents ?? {})
  const [locale, setLocale] = useState(locales[0] ?? 'ru')
  const [version, setVersion] = useState(snippet?.version ?? null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [theirs, setTheirs] = useState<Stored | null>(null)
  const [publishing, setPublishing] = useState(false)
  const [round, setRound] = useState(0)
  const editor = useRef<DocumentEditorHandle>(null)
  const body = useMemo(
    () => ({
      ...{ key, title },
      documents: Object.fromEntries(
        Object.entries(documents)
          .filter(([, document]) => says(document))
          .map(([one, document]) => [one, { document }]),
      ),
    }),
    [key, title, documents],
  )
  const saved = useMemo(() => JSON.stringify([snippet?.title ?? {}, snippet?.documents ?? {}]), [snippet])
  const isChanged = JSON.stringify([title, Object.fromEntries(Object.entries(documents).filter(([, one]) => says(one)))]) !== saved
  const isPending = isChanged || snippet?.status === 'changed' || snippet?.status === 'draft'
  const isAskable = key !== '' && Object.keys(title).length > 0 && Object.keys(body.documents).length > 0
  const asked = useImpact<SnippetImpact>(isAskable ? `/snippets/${encodeURIComponent(key)}/impact` : null, body)

  async function save(then: 'stay' | 'publish', expected = version) {
    setPending(true)
    const latest = editor.current?.readDocument()
    const sent = latest && says(latest) ? { ...body, documents: { ...body.documents, [locale]: { document: latest } } } : body
    const path = snippet ? `/snippets/${encodeURIComponent(snippet.key)}` : '/snippets'
    const reply = await callApi<Stored>(snippet ? 'PUT' : 'POST', path, { body: sent, version: snippet ? expected : undefined })
    if (!reply.ok) {
      const current = reply.problem.status === 412 ? await callApi<Stored>('GET', path) : null
      setPending(false)
      setTheirs(current?.ok ? current.body : null)
      return setProblem(reply.problem)
    }
    setPending(false)
    setProblem(null)
    setTheirs(null)
    setVersion(reply.body.version)
    if (then === 'publish') return setPublishing(true)
    notify('success', t('savedDraft'))
    done()
  }
  const done = () => (snippet ? router.refresh() : router.push(`/studio/snippets/${encodeURIComponent(key)}`))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canPublish && !isChanged) setPublishing(true)
    else void save(canPublish ? 'publish' : 'stay')
  }
  const takeTheirs = () => {
    if (!theirs) return
    setTitle(theirs.title)
    setDocuments(Object.fromEntries(Object.entries(theirs.documents).map(([one, { document }]) => [one, document])))
    setVersion(theirs.version)
    setTheirs(null)
    setProblem(null)
    setRound(round + 1)
  }
  const all = [...new Set([...locales, ...Object.keys(documents)])]
  const faultAt = useFaultAt(problem?.errors)
  return (
    <form onSubmit={submit} className="fact-form" noValidate>
      <div className="fact-main">
        <fieldset disabled={!canWrite} className="plain-fieldset fact-names">
          <legend className="visually-hidden">{t('snippet')}</legend>
          {snippet === null && (
            <TextInput
              label={t('key')}
              description={t('keyHint')}
              name="key"
              value={key}
              error={faultAt('/key')}
              onChange={event => setKey(event.currentTarget.value)}
            />
          )}
          <LocalisedInputs locales={locales} label={t('name')} name="title" values={title} onChange={setTitle} maxLength={200} />
          {faultAt('/title') && <p className="field-error">{faultAt('/title')}</p>}
        </fieldset>
        <div>
          <SegmentedControl
            aria-label={t('language')}
            value={locale}
            onChange={next => {
              const latest = editor.current?.readDocument()
              if (latest) setDocuments(before => ({ ...before, [locale]: latest }))
              setLocale(next)
            }}
            data={all.map(value => ({ value, label: value.toUpperCase() }))}
          />
          <div className="snippet-editor">
            <DocumentEditor
              key={`${locale} ${round}`}
              ref={editor}
              isSnippet
              document={documents[locale] ?? empty}
              locale={locale}
              label={t('text', { locale: locale.toUpperCase() })}
              readOnly={!canWrite}
              onChange={document => setDocuments(before => ({ ...before, [locale]: document }))}
            />
          </div>
          {faultAt('/documents') && <p className="field-error">{faultAt('/documents')}</p>}
        </div>
        {canWrite && (
          <div className="save-bar">
            {theirs ? (
              <ConflictNote
                mine={<p>{documents[locale] && plainText(documents[locale])}</p>}
                theirs={<p>{theirs.documents[locale] && plainText(theirs.documents[locale].document)}</p>}
                onKeepMine={() => void save('stay', theirs.version)}
                onTakeTheirs={takeTheirs}
              />
            ) : (
              problem && <ProblemNote>{say(problem)}</ProblemNote>
            )}
            <div className="save-buttons">
              <span className="quiet" role="status">
                {t(isChanged ? 'unsaved' : isPending ? 'waits' : 'same')}
              </span>
              <Button variant="default" onClick={() => void save('stay')} loading={pending} disabled={!isChanged}>
                {t('saveDraft')}
              </Button>
              {canPublish && (
                <Button type="submit" loading={pending} disabled={!isPending}>
                  {t(isChanged ? 'saveAndPublish' : 'publish')}
                </Button>
              )}
            </div>
          </div>
        )}
      </div>
      <section className="panel reach" aria-labelledby="impact" aria-busy={asked.busy}>
        <h2 id="impact">{impactText('title')}</h2>
        {asked.problem && <p className="quiet">{impactText('notYet')}</p>}
        {!asked.impact && !asked.problem && <p className="quiet">{asked.busy ? impactText('counting') : impactText('typeFirst')}</p>}
        {asked.impact && (
          <>
            <ImpactCounts impact={asked.impact} />
            <ImpactArticles articles={asked.impact.moments[0]?.articles ?? []} empty={impactText('noLive')} />
          </>
        )}
      </section>
      {publishing && (
        <ConfirmDialog
          title={t('publishTitle', { key })}
          text={t('publishText', { articles: asked.impact?.articles ?? 0 })}
          action={t('publishNow')}
          onClose={() => {
            setPublishing(false)
            done()
          }}
          onConfirm={async note => {
            const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note, snippets: [key] } })
            if (!reply.ok) return reply.problem
            notify('success', t('published', { number: reply.body.number }))
            return null
          }}
        />
      )}
    </form>
  )
}
