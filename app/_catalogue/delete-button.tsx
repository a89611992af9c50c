'use client'

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { Usage } from '#lib/authoring/read-usage.ts'

interface Props {
  /** Below /api/v1. */
  path: string
  version?: number
  /** What is asked for: its name. */
  name: string
  /** Where to go when it is gone; null: stay. */
  then: string | null
  onGone?: () => void
  compact?: boolean
}

/** Removes something after a question; when it is in use it says where. */
export function DeleteButton({ path, version, name, then, onGone, compact = false }: Props) {
  const t = useTranslations('catalogue.delete')
  const router = useRouter()
  const notify = useNotify()
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function remove() {
    setPending(true)
    const reply = await callApi('DELETE', path, { version })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    setOpen(false)
    notify('success', t('done', { name }))
    onGone?.()
    if (then !== null) router.push(then)
    router.refresh()
  }

  return (
    <>
      <Button
        variant="default"
        size={compact ? 'compact-xs' : undefined}
        aria-label={t('named', { name })}
        onClick={() => {
          setProblem(null)
          setOpen(true)
        }}
      >
        {t('delete')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('title', { name })} closeButtonProps={{ 'aria-label': t('cancel') }}>
        <Stack gap="sm">
          {problem ? <RefusedDeletion problem={problem} /> : <Text>{t('text')}</Text>}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            {!problem && (
              <Button color="red" data-autofocus loading={pending} onClick={remove}>
                {t('now')}
              </Button>
            )}
          </Group>
        </Stack>
      </Modal>
    </>
  )
}

function RefusedDeletion({ problem }: { problem: Problem }) {
  const t = useTranslations('catalogue.delete')
  const say = useProblemText()
  const usage = problem.usage as (Partial<Usage> & { articles?: number; live?: unknown; categories?: string[] }) | undefined
  if (problem.history === true) return <ProblemNote>{t('inHistory')}</ProblemNote>
  if (problem.status !== 409 || !usage) return <ProblemNote>{say(problem)}</ProblemNote>
  const liveUses = Array.isArray(usage.live) ? (usage.live as Usage['live']) : []
  const places = [
    ...new Set([...(usage.drafts ?? []), ...liveUses].map(({ title, locale }) => `${title} (${locale})`)),
    ...new Set((usage.snippets ?? []).map(({ key }) => t('snippet', { key }))),
    ...(usage.categories ?? []).map(slug => t('category', { slug })),
    ...(usage.articles ? [t('articles', { count: usage.articles })] : []),
    ...(typeof usage.live === 'number' && usage.live > 0 ? [t('live', { count: usage.live })] : []),
  ]
  return (
    <ProblemNote>
      <p>{t('used')}</p>
      <ul>
        {places.slice(0, 12).map(place => (
          <li key={place}>{place}</li>
        ))}
        {places.length > 12 && <li>{t('more', { count: places.length - 12 })}</li>}
      </ul>
    </ProblemNote>
  )
}
