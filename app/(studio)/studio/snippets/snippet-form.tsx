'use client'

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldConflict } from '#app/_catalogue/field-conflict.tsx'
import { ImpactProblem } from '#app/_catalogue/impact-problem.tsx'
import { ImpactArticles, ImpactCounts, type ShownImpact } from '#app/_catalogue/impact-view.tsx'
import { LeftNote } from '#app/_catalogue/left-note.tsx'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { isSameFields } from '#app/_catalogue/meet-fields.ts'
import { useFormCopy } from '#app/_catalogue/use-form-copy.ts'
import { useImpact } from '#app/_catalogue/use-impact.ts'
import { useSaving } from '#app/_catalogue/use-saving.ts'
import { DocumentEditor, type DocumentEditorHandle } from '#app/_editor/document-editor.tsx'
import { callApi } from '#app/_ui/call-api.ts'
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
  userId: string
  /** null: a new one. */
  snippet: SnippetEntry | null
  locales: readonly string[]
  canWrite: boolean
  canPublish: boolean
}

const empty: Document = { type: 'doc', content: [{ type: 'paragraph' }] }
const says = ({ content }: Document) => content.length > 0 && JSON.stringify(content) !== JSON.stringify(empty.content)

interface Fields {
  title: Record<string, string>
  documents: Record<string, Document>
}
/** The languages in which something is said. */
const saying = (documents: Record<string, Document>) =>
  Object.fromEntries(Object.entries(documents).filter(([, document]) => says(document)))

function bodyOf(key: string, { title, documents }: Fields) {
  return { key, title, documents: Object.fromEntries(Object.entries(documents).map(([locale, document]) => [locale, { document }])) }
}

function storedOf({ title, documents, version }: Stored): { fields: Fields; version: number } {
  return {
    fields: { title, documents: Object.fromEntries(Object.entries(documents).map(([locale, { document }]) => [locale, document])) },
    version,
  }
}

/** A snippet in each language, and what a change would do wherever it stands. */
export function SnippetForm({ userId, snippet, locales, canWrite, canPublish }: Props) {
  const t = useTranslations('catalogue.snippets')
  const met = useTranslations('catalogue.conflict')
  const impactText = useTranslations('catalogue.impact')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [key, setKey] = useState(snippet?.key ?? '')
  const [title, setTitle] = useState(snippet?.title ?? {})
  const [documents, setDocuments] = useState<Record<string, Document>>(snippet?.documents ?? {})
  const [locale, setLocale] = useState(locales[0] ?? 'ru')
  const [publishing, setPublishing] = useState(false)
  const editor = useRef<DocumentEditorHandle>(null)
  const fields = useMemo((): Fields => ({ title, documents: saying(documents) }), [title, documents])
  const body = useMemo(() => bodyOf(key, fields), [key, fields])
  const path = snippet ? `/snippets/${encodeURIComponent(snippet.key)}` : '/snippets'
  const saving = useSaving<Fields, Stored>({
    fields,
    readFields() {
      const latest = editor.current?.readDocument()
      return latest ? { title, documents: saying({ ...documents, [locale]: latest }) } : fields
    },
    show(next) {
      setTitle(next.title)
      setDocuments(next.documents)
      const shown = next.documents[locale] ?? empty
      if (editor.current && !isSameFields(editor.current.readDocument(), shown)) editor.current.replaceDocument(shown)
    },
    stored: snippet
      ? { fields: { title: snippet.title, documents: saying(snippet.documents) }, version: snippet.version }
      : { fields: { title: {}, documents: {} } },
    send: (sent, version) => callApi<Stored>(snippet ? 'PUT' : 'POST', path, { body: bodyOf(key, sent), version }),
    async read() {
      const reply = await callApi<Stored>('GET', path)
      return reply.ok ? storedOf(reply.body) : null
    },
    onMet: () => notify('success', met('met')),
  })
  const { problem, clash, isChanged } = saving
  const left = useFormCopy({ userId, subject: `snippet ${snippet?.key ?? ''}`, base: saving.base, isChanged, copy: { key, fields } })
  const isPending = isChanged || snippet?.status === 'changed' || snippet?.status === 'draft'
  const isAskable = key !== '' && Object.keys(title).length > 0 && Object.keys(body.documents).length > 0
  const asked = useImpact<SnippetImpact>(isAskable ? `/snippets/${encodeURIComponent(key)}/impact` : null, body)

  const done = () => (snippet ? router.refresh() : router.push(`/studio/snippets/${encodeURIComponent(key)}`))
  function finish(saved: Stored | null, then: 'stay' | 'publish' = 'stay') {
    if (!saved) return
    if (then === 'publish') return setPublishing(true)
    notify('success', t('savedDraft'))
    done()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (canPublish && !isChanged) setPublishing(true)
    else finish(await saving.save(), canPublish ? 'publish' : 'stay')
  }
  const all = [...new Set([...locales, ...Object.keys(documents)])]
  const faultAt = useFaultAt(problem?.errors)
  return (
    <form onSubmit={submit} className="fact-form" noValidate>
      <div className="fact-main">
        {left && (
          <LeftNote
            at={left.at}
            onTake={() => {
              setKey(left.copy.key)
              saving.resume(left.base, left.copy.fields)
              left.discard()
            }}
            onDiscard={left.discard}
          />
        )}
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
              key={locale}
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
            {clash ? (
              <FieldConflict
                clash={clash}
                mine={fields}
                labels={{ title: t('name'), documents: t('snippet') }}
                say={(_field, value) => (typeof value === 'object' && value ? plainText(value as Document) : String(value ?? ''))}
                onKeepMine={async () => finish(await saving.keepMine())}
                onTakeTheirs={saving.takeTheirs}
              />
            ) : (
              problem && <ProblemNote>{say(problem)}</ProblemNote>
            )}
            <div className="save-buttons">
              <span className="quiet" role="status">
                {t(isChanged ? 'unsaved' : isPending ? 'waits' : 'same')}
              </span>
              <Button variant="default" onClick={async () => finish(await saving.save())} loading={saving.isPending} disabled={!isChanged}>
                {t('saveDraft')}
              </Button>
              {canPublish && (
                <Button type="submit" loading={saving.isPending} disabled={!isPending}>
                  {t(isChanged ? 'saveAndPublish' : 'publish')}
                </Button>
              )}
            </div>
          </div>
        )}
      </div>
      <section className="panel reach" aria-labelledby="impact" aria-busy={asked.busy}>
        <h2 id="impact">{impactText('title')}</h2>
        {asked.problem && <ImpactProblem problem={asked.problem} />}
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
