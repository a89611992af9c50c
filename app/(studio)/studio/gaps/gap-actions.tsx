'use client'

import { Button, Group, Menu, MenuDropdown, MenuItem, MenuTarget } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { AttachDialog } from './attach-dialog.tsx'
import type { LearningRights } from './read-learning-rights.ts'

interface Props {
  id: string
  title: string
  state: string
  articleId: string | null
  locale: string
  canPublish: boolean
  /** For the whole house. */
  canDismiss: boolean
  /** Where a new article may stand; null: in none, which is chosen later. */
  categories: LearningRights['categories']
}

/** What an editor does about a gap. */
export function GapActions({ id, title, state, articleId, locale, canPublish, canDismiss, categories }: Props) {
  const t = useTranslations('learning')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [attaches, setAttaches] = useState(false)
  const [pending, setPending] = useState(false)

  async function write(category?: string) {
    setPending(true)
    const body = category === undefined ? {} : { category }
    const reply = await callApi<{ id: string }>('POST', `/gaps/${id}/article`, { body })
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

  if (articleId === null && state !== 'open' && !canDismiss) return null
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
          {categories === null || categories.length === 1 ? (
            <Button size="xs" loading={pending} onClick={() => write(categories?.[0]?.value)} aria-label={t('gaps.writeNamed', { title })}>
              {t('gaps.write')}
            </Button>
          ) : (
            <Menu>
              <MenuTarget>
                <Button size="xs" loading={pending} aria-label={t('gaps.writeNamed', { title })}>
                  {t('gaps.write')}
                </Button>
              </MenuTarget>
              <MenuDropdown aria-label={t('gaps.writeIn')}>
                {categories.map(({ value, label }) => (
                  <MenuItem key={value} onClick={() => write(value)}>
                    {label}
                  </MenuItem>
                ))}
              </MenuDropdown>
            </Menu>
          )}
          <Button variant="default" size="xs" onClick={() => setAttaches(true)} aria-label={t('gaps.attachNamed', { title })}>
            {t('gaps.attach')}
          </Button>
        </>
      )}
      {canDismiss && (
        <Button variant="subtle" size="xs" onClick={() => decide('POST')} aria-label={t('gaps.dismissNamed', { title })}>
          {t('gaps.dismiss')}
        </Button>
      )}
      {attaches && <AttachDialog gapId={id} canPublish={canPublish} onClose={() => setAttaches(false)} />}
    </Group>
  )
}
