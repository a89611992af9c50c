'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useImpact } from '#app/_catalogue/use-impact.ts'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { bodyOf, draftOf, type FactDraft, newDraft } from './fact-draft.ts'
import { FactFields } from './fact-fields.tsx'
import { FactImpactPanel, type ShownFactImpact } from './fact-impact-panel.tsx'
import { FactReadings } from './fact-readings.tsx'
import { SaveBar } from './save-bar.tsx'

interface Props {
  /** null: a new one. */
  fact: FactEntry | null
  locales: readonly string[]
  canWrite: boolean
  canPublish: boolean
  /** Milliseconds: when the page was made. */
  now: number
}

/** A fact with its values along time, how they read, and what a change would do before it is saved. */
export function FactForm({ fact, locales, canWrite, canPublish, now }: Props) {
  const t = useTranslations('catalogue.facts')
  const router = useRouter()
  const notify = useNotify()
  const saved = useMemo(() => (fact ? draftOf(fact) : newDraft), [fact])
  const [draft, setDraft] = useState<FactDraft>(saved)
  const [version, setVersion] = useState(fact?.version ?? null)
  const [chosen, setChosen] = useState(0)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [theirs, setTheirs] = useState<FactEntry | null>(null)
  const [publishing, setPublishing] = useState(false)
  const body = bodyOf(draft)
  const isChanged = JSON.stringify(body) !== JSON.stringify(bodyOf(saved))
  const isPending = isChanged || fact?.status === 'changed' || fact?.status === 'draft'
  const isAskable =
    body.key !== '' && body.values.every(({ value }) => (typeof value === 'string' ? value !== '' : Object.keys(value).length > 0))
  const asked = useImpact<ShownFactImpact>(isAskable ? `/facts/${encodeURIComponent(body.key)}/impact` : null, body)

  async function save(then: 'stay' | 'publish', expected = version) {
    setPending(true)
    const path = fact ? `/facts/${encodeURIComponent(fact.key)}` : '/facts'
    const reply = await callApi<FactEntry>(fact ? 'PUT' : 'POST', path, { body, version: fact ? expected : undefined })
    if (!reply.ok) {
      const current = reply.problem.status === 412 ? await callApi<FactEntry>('GET', path) : null
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
    if (fact) router.refresh()
    else router.push(`/studio/facts/${encodeURIComponent(reply.body.key)}`)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (canPublish && !isChanged) setPublishing(true)
    else void save(canPublish ? 'publish' : 'stay')
  }

  const done = () => (fact ? router.refresh() : router.push(`/studio/facts/${encodeURIComponent(body.key)}`))
  return (
    <form onSubmit={submit} className="fact-form" noValidate>
      <div className="fact-main">
        <FactFields
          {...{ draft, locales, chosen, now, isNew: fact === null, readOnly: !canWrite }}
          onChange={setDraft}
          onChoose={setChosen}
          readings={asked.impact?.readings ?? []}
          faults={problem?.errors ?? asked.problem?.errors ?? []}
        />
        {canWrite && (
          <SaveBar
            {...{ problem, theirs, draft, pending, canPublish, isChanged, isPending }}
            onSave={() => void save('stay')}
            onKeepMine={() => void save('stay', theirs?.version ?? version)}
            onTakeTheirs={() => {
              if (!theirs) return
              setDraft(draftOf(theirs))
              setVersion(theirs.version)
              setTheirs(null)
              setProblem(null)
            }}
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

function answersOf(impact: ShownFactImpact | null): number {
  return Object.values(impact?.channels ?? {}).reduce((sum, count) => sum + count, 0)
}
