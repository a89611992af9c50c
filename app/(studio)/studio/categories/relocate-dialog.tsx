'use client'

import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { PlaceImpact } from '#app/_catalogue/place-impact.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ReleaseRefusal } from '#app/_ui/release-refusal.tsx'
import { textIn } from '#app/_ui/titles.ts'
import type { CategoryEntry } from '#lib/authoring/list-categories.ts'

interface Props {
  category: CategoryEntry
  name: string
  all: CategoryEntry[]
  canPublish: boolean
  onClose: () => void
}

/** Moves the articles of a category into another one, and publishes them if wished: then the category is empty for readers, too. */
export function RelocateDialog({ category, name, all, canPublish, onClose }: Props) {
  const t = useTranslations('catalogue.categories')
  const locale = useLocale()
  const router = useRouter()
  const notify = useNotify()
  const [into, setInto] = useState('')
  const [moved, setMoved] = useState<string[] | null>(null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function relocate() {
    setPending(true)
    const reply = await callApi<{ articles: string[] }>('POST', `/categories/${category.id}/relocation`, { body: { into: into || null } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    setProblem(null)
    setMoved(reply.body.articles)
    router.refresh()
  }

  async function publish(articles: string[]) {
    setPending(true)
    const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note: t('releaseNote', { name }), articles } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('published', { number: reply.body.number }))
    router.refresh()
    onClose()
  }

  return (
    <Modal opened size="lg" onClose={onClose} title={t('relocateTitle', { name })} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack gap="sm">
        {problem && <ReleaseRefusal problem={problem} />}
        {moved === null ? (
          <>
            <Text>{t('relocateText')}</Text>
            <NativeSelect
              label={t('into')}
              name="into"
              data-autofocus
              value={into}
              onChange={event => setInto(event.currentTarget.value)}
              data={[
                { value: '', label: t('noCategory') },
                ...all
                  .filter(({ id }) => id !== category.id)
                  .map(({ slug, title }) => ({ value: slug, label: textIn(title, locale, slug) })),
              ]}
            />
            <PlaceImpact kind="category" path={`/categories/${category.id}/impact`} body={{ into: into || null }} />
          </>
        ) : (
          <Text role="status">{t('relocated', { count: moved.length })}</Text>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t(moved === null ? 'cancel' : 'later')}
          </Button>
          {moved === null ? (
            <Button loading={pending} onClick={relocate}>
              {t('relocateNow')}
            </Button>
          ) : (
            canPublish &&
            moved.length > 0 && (
              <Button loading={pending} onClick={() => void publish(moved)}>
                {t('publishMoved', { count: moved.length })}
              </Button>
            )
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
