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
import { SynonymImpact } from './synonym-impact.tsx'
import { useImpact } from './use-impact.ts'

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
  /** Of what: then what its end changes is shown before. */
  kind?: 'category' | 'tag' | 'synonym'
}

/** Removes something after a question; when it is in use it says where. */
export function DeleteButton(props: Props) {
  const t = useTranslations('catalogue.delete')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size={props.compact ? 'compact-xs' : undefined}
        aria-label={t('named', { name: props.name })}
        onClick={() => setOpen(true)}
      >
        {t('delete')}
      </Button>
      {open && <DeletionDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What keeps a category or a tag from being deleted. */
interface Held {
  standing: { categories?: string[]; articles: number; live: number } | null
}

function DeletionDialog({ path, version, name, then, onGone, kind, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('catalogue')
  const router = useRouter()
  const notify = useNotify()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isPlace = kind === 'category' || kind === 'tag'
  const { impact } = useImpact<Held>(isPlace ? `${path}/impact` : null, { remove: true })
  const standing = impact?.standing ?? null

  async function remove() {
    setPending(true)
    const reply = await callApi('DELETE', path, { version })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    onClose()
    notify('success', t('delete.done', { name }))
    onGone?.()
    if (then !== null) router.push(then)
    router.refresh()
  }

  return (
    <Modal
      opened
      size={kind === 'synonym' ? 'lg' : 'md'}
      onClose={onClose}
      title={t('delete.title', { name })}
      closeButtonProps={{ 'aria-label': t('delete.cancel') }}
    >
      <Stack gap="sm">
        {problem && <RefusedDeletion problem={problem} />}
        {!problem && standing && <UsedNote usage={standing} />}
        {!problem && !standing && <Text>{t('delete.text')}</Text>}
        {!problem && isPlace && !standing && <Text c="dimmed">{t(impact ? 'impact.unseen' : 'impact.counting')}</Text>}
        {!problem && kind === 'synonym' && <SynonymImpact body={{ id: path.split('/').at(-1) ?? null, entry: null }} />}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('delete.cancel')}
          </Button>
          {!problem && !standing && (
            <Button color="red" data-autofocus loading={pending} onClick={remove}>
              {t('delete.now')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

type Uses = Partial<Omit<Usage, 'live'>> & { articles?: number; live?: unknown; categories?: string[] }

function RefusedDeletion({ problem }: { problem: Problem }) {
  const t = useTranslations('catalogue.delete')
  const say = useProblemText()
  const usage = problem.usage as Uses | undefined
  if (problem.history === true) return <ProblemNote>{t('inHistory')}</ProblemNote>
  if (problem.status !== 409 || !usage) return <ProblemNote>{say(problem)}</ProblemNote>
  return <UsedNote usage={usage} />
}

function UsedNote({ usage }: { usage: Uses }) {
  const t = useTranslations('catalogue.delete')
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
