'use client'

import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useFormatter, useTimeZone, useTranslations } from 'use-intl'
import { ReleaseRefusal } from '#app/_ui/release-refusal.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { instantOf } from '#app/_ui/zoned-time.ts'
import { Blockers, isBlocked } from './blockers.tsx'
import { ImpactList } from './impact-list.tsx'
import { publishWords } from './release-words.ts'
import { isEmpty, type Selection } from './selection.ts'
import { TranslationChange } from './translation-change.tsx'
import { usePreview } from './use-preview.ts'
import { usePublish } from './use-publish.ts'
import { WaitNote } from './wait-note.tsx'
import { faultOf, nextHour, useNow, type When, WhenField } from './when-field.tsx'

/** The sheet of what will change: numbers, what stops it, before and after, a note, the moment, and one button. */
export function ReleaseSheet({
  selection,
  onAdd,
  onDone,
}: {
  selection: Selection
  onAdd: (articleId: string) => void
  onDone: () => void
}) {
  const t = useTranslations('composer')
  const format = useFormatter()
  const zone = useTimeZone() ?? 'UTC'
  const now = useNow(1000)
  const [note, setNote] = useState('')
  const [when, setWhen] = useState<When>(() => ({ isLater: false, wall: nextHour(Date.now(), zone) }))
  const fault = faultOf(when, zone, now)
  const instant = when.isLater ? instantOf(when.wall, zone) : null
  const publishAt = fault === null && instant !== null ? new Date(instant).toISOString() : null
  const { preview, problem, isPending } = usePreview(selection, publishAt)
  const publishing = usePublish(onDone)
  const label = publishWords(selection, instant, zone, now, { t, format })
  const stopped = isEmpty(selection) || fault !== null || isPending || (preview !== null && isBlocked(preview)) || problem !== null
  const publish = () => {
    if (!stopped && !publishing.since) publishing.run({ ...selection, note, publishAt })
  }
  useShortcuts(t('title'), [{ keys: 'Mod+Enter', label: t('publishShortcut'), run: publish }])
  if (isEmpty(selection))
    return (
      <Sheet>
        <p className="pick-empty">{t('nothingChosen')}</p>
      </Sheet>
    )
  return (
    <Sheet>
      {preview ? (
        <>
          <p className="sheet-counts" aria-busy={isPending}>
            {t('counts', preview.counts)}
          </p>
          {isBlocked(preview) && <Blockers {...preview} onAdd={onAdd} />}
          <ImpactList
            impact={preview.impact}
            count={preview.counts.translations}
            detail={row => <TranslationChange row={row} selection={selection} publishAt={publishAt} />}
          />
        </>
      ) : (
        isPending && <WaitNote text={t('compiling')} />
      )}
      {problem && <ReleaseRefusal problem={problem} />}
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        name="note"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <WhenField when={when} zone={zone} onChange={setWhen} />
      {publishing.problem && <ReleaseRefusal problem={publishing.problem} />}
      {publishing.since !== null && <WaitNote text={t('publishing')} since={publishing.since} />}
      <Button size="md" fullWidth disabled={stopped} loading={publishing.since !== null} onClick={publish} className="sheet-publish">
        {label}
      </Button>
    </Sheet>
  )
}

function Sheet({ children }: { children: ReactNode }) {
  const t = useTranslations('composer')
  return (
    <section className="sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{t('sheet')}</h2>
      {children}
    </section>
  )
}
