'use client'

import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { PlaceImpact } from '#app/_catalogue/place-impact.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { TagEntry } from '#lib/authoring/list-tags.ts'

/** Makes two tags one. The other tag is found by a part of its name. */
export function MergeTagButton({ slug, name }: { slug: string; name: string }) {
  const t = useTranslations('catalogue.tags')
  const locale = useLocale()
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [open, setOpen] = useState(false)
  const [q, setQ] = useState('')
  const [found, setFound] = useState<TagEntry[]>([])
  const [into, setInto] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const faultAt = useFaultAt(problem?.errors)
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(async () => {
      const reply = await callApi<{ items: TagEntry[] }>('GET', `/tags?${new URLSearchParams({ limit: '50', ...(q ? { q } : {}) })}`)
      if (reply.ok) setFound(reply.body.items)
    }, 150)
    return () => clearTimeout(timer)
  }, [open, q])

  async function merge() {
    setPending(true)
    const reply = await callApi<{ changed: number }>('POST', `/tags/${slug}/merger`, { body: { into } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('merged', { count: reply.body.changed }))
    setOpen(false)
    router.refresh()
  }

  return (
    <>
      <Button variant="default" size="compact-xs" onClick={() => setOpen(true)} aria-label={t('mergeNamed', { name })}>
        {t('merge')}
      </Button>
      <Modal
        className="dialog-with-list"
        opened={open}
        size="lg"
        onClose={() => setOpen(false)}
        title={t('mergeTitle', { name })}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <Stack gap="sm">
          {problem && <ProblemNote>{faultAt('/into') ?? say(problem)}</ProblemNote>}
          <Text>{t('mergeText', { name })}</Text>
          <Select
            label={t('into')}
            searchable
            data-autofocus
            value={into}
            onChange={setInto}
            onSearchChange={setQ}
            filter={({ options }) => options}
            nothingFoundMessage={t('noneSuch')}
            comboboxProps={{ withinPortal: false }}
            withScrollArea={false}
            data={found.filter(tag => tag.slug !== slug).map(tag => ({ value: tag.slug, label: textIn(tag.title, locale, tag.slug) }))}
          />
          <PlaceImpact kind="tag" path={`/tags/${slug}/impact`} body={into === null ? null : { into }} />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            <Button loading={pending} disabled={into === null} onClick={merge}>
              {t('mergeNow')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
