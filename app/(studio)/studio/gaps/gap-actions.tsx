'use client'

import { Button, Group } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { AttachDialog } from './attach-dialog.tsx'

interface Props {
  id: string
  title: string
  state: string
  articleId: string | null
  locale: string
  canPublish: boolean
}

/** What an editor does about a gap. */
export function GapActions({ id, title, state, articleId, locale, canPublish }: Props) {
  const t = useTranslations('learning')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [attaches, setAttaches] = useState(false)
  const [pending, setPending] = useState(false)

  async function write() {
    setPending(true)
    const reply = await callApi<{ id: string }>('POST', `/gaps/${id}/article`, { body: {} })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    router.push(`/studio/articles/${reply.body.id}/edit?locale=${locale}`)
  }
  async function decide(method: 'POST' | 'DELETE') {
    const reply = await callApi(method, `/gaps/${id}/dismissal`)
    if (!reply.ok) return notify('error', say(reply.problem))
    notify('success', t(method === 'POST' ? 'gaps.dismissed' : 'gaps.reopened'))
    router.refresh()
  }

  if (state !== 'open' || articleId !== null)
    return (
      <Group gap="xs" className="learning-actions">
        <Button variant="default" size="xs" onClick={() => decide('DELETE')}>
          {t('gaps.reopen')}
        </Button>
      </Group>
    )
  return (
    <Group gap="xs" className="learning-actions">
      {title !== '' && (
        <>
          <Button size="xs" loading={pending} onClick={write} aria-label={t('gaps.writeNamed', { title })}>
            {t('gaps.write')}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAttaches(true)} aria-label={t('gaps.attachNamed', { title })}>
            {t('gaps.attach')}
          </Button>
        </>
      )}
      <Button variant="subtle" size="xs" onClick={() => decide('POST')} aria-label={t('gaps.dismissNamed', { title })}>
        {t('gaps.dismiss')}
      </Button>
      {attaches && (
        <AttachDialog
          path={`/gaps/${id}`}
          nearestAt={`/gaps/${id}`}
          text={title}
          canPublish={canPublish}
          onClose={() => setAttaches(false)}
        />
      )}
    </Group>
  )
}
