'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LeftNote } from '#app/_catalogue/left-note.tsx'
import { useFormCopy } from '#app/_catalogue/use-form-copy.ts'
import { useImpact } from '#app/_catalogue/use-impact.ts'
import { useSaving } from '#app/_catalogue/use-saving.ts'
import { callApi } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { bodyOf, draftOf, type FactDraft, type FactFields as Fields, fieldsOf, newDraft, withFields } from './fact-draft.ts'
import { FactFields } from './fact-fields.tsx'
import { FactImpactPanel, type ShownFactImpact } from './fact-impact-panel.tsx'
import { FactReadings } from './fact-readings.tsx'
import { SaveBar } from './save-bar.tsx'

interface Props {
  userId: string
  /** null: a new one. */
  fact: FactEntry | null
  locales: readonly string[]
  canWrite: boolean
  canPublish: boolean
  /** Milliseconds: when the page was made. */
  now: number
}

/** A fact with its values along time, how they read, and what a change would do before it is saved. */
export function FactForm({ userId, fact, locales, canWrite, canPublish, now }: Props) {
  const t = useTranslations('catalogue.facts')
  const met = useTranslations('catalogue.conflict')
  const router = useRouter()
  const notify = useNotify()
  const [draft, setDraft] = useState<FactDraft>(() => (fact ? draftOf(fact) : newDraft))
  const [chosen, setChosen] = useState(0)
  const [publishing, setPublishing] = useState(false)
  const body = bodyOf(draft)
  const path = fact ? `/facts/${encodeURIComponent(fact.key)}` : '/facts'
  const saving = useSaving<Fields, FactEntry>({
    fields: fieldsOf(draft),
    show: fields => setDraft(before => withFields(before, fields)),
    stored: fact ? storedOf(fact) : { fields: fieldsOf(newDraft) },
    send: ({ title, said: [type, unit, values] }, version) =>
      callApi<FactEntry>(fact ? 'PUT' : 'POST', path, { body: { key: body.key, title, type, unit, values }, version }),
    async read() {
      const reply = await callApi<FactEntry>('GET', path)
      return reply.ok ? storedOf(reply.body) : null
    },
    onMet: () => notify('success', met('met')),
  })
  const { problem, isChanged } = saving
  const left = useFormCopy({
    ...{ userId, subject: `fact ${fact?.key ?? ''}`, base: saving.base, isChanged },
    copy: { key: draft.key, fields: fieldsOf(draft) },
  })
  const isPending = isChanged || fact?.status === 'changed' || fact?.status === 'draft'
  const isAskable =
    body.key !== '' && body.values.every(({ value }) => (typeof value === 'string' ? value !== '' : Object.keys(value).length > 0))
  const asked = useImpact<ShownFactImpact>(isAskable ? `/facts/${encodeURIComponent(body.key)}/impact` : null, body)

  function finish(saved: FactEntry | null, then: 'stay' | 'publish' = 'stay') {
    if (!saved) return
    if (then === 'publish') return setPublishing(true)
    notify('success', t('savedDraft'))
    if (fact) router.refresh()
    else router.push(`/studio/facts/${encodeURIComponent(saved.key)}`)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (canPublish && !isChanged) setPublishing(true)
    else finish(await saving.save(), canPublish ? 'publish' : 'stay')
  }

  const done = () => (fact ? router.refresh() : router.push(`/studio/facts/${encodeURIComponent(body.key)}`))
  return (
    <form onSubmit={submit} className="fact-form" noValidate>
      <div className="fact-main">
        {left && (
          <LeftNote
            at={left.at}
            onTake={() => {
              setDraft(before => ({ ...before, key: left.copy.key }))
              saving.resume(left.base, left.copy.fields)
              left.discard()
            }}
            onDiscard={left.discard}
          />
        )}
        <FactFields
          {...{ draft, locales, chosen, now, isNew: fact === null, readOnly: !canWrite }}
          onChange={setDraft}
          onChoose={setChosen}
          readings={asked.impact?.readings ?? []}
          faults={problem?.errors ?? asked.problem?.errors ?? []}
        />
        {canWrite && (
          <SaveBar
            {...{ saving, draft, canPublish, isPending }}
            onSave={async () => finish(await saving.save())}
            onKeepMine={async () => finish(await saving.keepMine())}
          />
        )}
        <FactReadings readings={asked.impact?.readings ?? []} chosen={chosen} type={draft.type} />
      </div>
      <FactImpactPanel asked={asked} isChanged={isChanged} draft={draft} />
      {publishing && (
        <ConfirmDialog
          title={t('publishTitle', { key: body.key })}
          text={t('publishText', { articles: asked.impact?.articles ?? 0, answers: answersOf(asked.impact) })}
          action={t('publishNow')}
          onClose={() => {
            setPublishing(false)
            done()
          }}
          onConfirm={async note => {
            const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note, facts: [body.key] } })
            if (!reply.ok) return reply.problem
            notify('success', t('published', { number: reply.body.number }))
            return null
          }}
        />
      )}
    </form>
  )
}

function storedOf(fact: FactEntry) {
  return { fields: fieldsOf(draftOf(fact)), version: fact.version }
}

function answersOf(impact: ShownFactImpact | null): number {
  return Object.values(impact?.channels ?? {}).reduce((sum, count) => sum + count, 0)
}
