'use client'

import { Button, Group } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { WordingEntry } from '#lib/learning/list-wordings.ts'
import { AttachDialog } from '../attach-dialog.tsx'

interface Props {
  /** `likely`: those to which the person may attach it. */
  wording: WordingEntry
  /** The likeliest of all; null: it is another's. */
  first: WordingEntry['likely'][number] | null
  canPublish: boolean
  canReject: boolean
}

/** One click attaches a wording to the article that the row names as the likeliest; another chooses a different one, or rejects it. */
export function WordingActions({ wording, first, canPublish, canReject }: Props) {
  const t = useTranslations('learning')
  const locale = useLocale()
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [chooses, setChooses] = useState(false)
  const [pending, setPending] = useState(false)
  const { id, text, likely, state } = wording
  const isMasked = /\[\w+\]/.test(text)

  async function call(method: 'POST' | 'DELETE', what: string, body?: unknown) {
    setPending(true)
    const reply = await callApi(method, `/wordings/${id}/${what}`, { body })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    notify('success', t(body ? 'attach.done' : method === 'POST' ? 'wordings.rejected' : 'wordings.reopened'))
    router.refresh()
  }

  if (state === 'rejected' && !canReject) return null
  if (state !== 'open')
    return (
      <Group gap="xs" className="learning-actions">
        <Button variant="default" size="xs" onClick={() => call('DELETE', state === 'rejected' ? 'rejection' : 'attachment')}>
          {t('wordings.reopen')}
        </Button>
      </Group>
    )
  return (
    <Group gap="xs" className="learning-actions">
      {first && !isMasked && (
        <Button
          size="xs"
          loading={pending}
          onClick={() => call('POST', 'attachment', { articleId: first.articleId })}
          aria-label={t('wordings.attachNamed', { text, title: textIn(first.titles, locale, first.slug) })}
        >
          {t('wordings.attach')}
        </Button>
      )}
      <Button variant="default" size="xs" onClick={() => setChooses(true)} aria-label={t('wordings.chooseNamed', { text })}>
        {t('wordings.choose')}
      </Button>
      {canReject && (
        <Button variant="subtle" size="xs" onClick={() => call('POST', 'rejection')} aria-label={t('wordings.rejectNamed', { text })}>
          {t('wordings.reject')}
        </Button>
      )}
      {chooses && <AttachDialog wording={{ id, text, nearest: likely }} canPublish={canPublish} onClose={() => setChooses(false)} />}
    </Group>
  )
}
