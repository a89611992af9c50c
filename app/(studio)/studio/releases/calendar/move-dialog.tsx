'use client'

import { Button, Group, Modal, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTimeZone, useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ReleaseRefusal } from '#app/_ui/release-refusal.tsx'
import { instantOf, wallTimeOf } from '#app/_ui/zoned-time.ts'
import type { Scheduled } from '#lib/release/schedule-release.ts'
import { faultOf, nextHour, type When, WhenField } from '../new/when-field.tsx'

/** Gives a schedule another time. */
export function MoveDialog({ schedule, onClose }: { schedule: Scheduled; onClose: () => void }) {
  const t = useTranslations('composer.calendar')
  const common = useTranslations('common')
  const router = useRouter()
  const notify = useNotify()
  const zone = useTimeZone() ?? 'UTC'
  const planned = Date.parse(schedule.publishAt)
  const [when, setWhen] = useState<When>({
    isLater: true,
    wall: planned > Date.now() ? wallTimeOf(planned, zone) : nextHour(Date.now(), zone),
  })
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function move(event: FormEvent) {
    event.preventDefault()
    if (faultOf(when, zone, Date.now()) !== null) return
    const instant = when.isLater ? instantOf(when.wall, zone) : null
    setPending(true)
    const publishAt = instant === null ? null : new Date(instant).toISOString()
    const reply = await callApi('PATCH', `/schedules/${encodeURIComponent(schedule.id)}`, { body: { publishAt } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('moved'))
    onClose()
    router.refresh()
  }
  return (
    <Modal opened onClose={onClose} title={t('moveTitle')} closeButtonProps={{ 'aria-label': common('cancel') }}>
      <form onSubmit={move}>
        <Stack gap="sm">
          <WhenField when={when} zone={zone} onChange={setWhen} />
          {problem && <ReleaseRefusal problem={problem} />}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('moveNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
