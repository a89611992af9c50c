'use client'

import { Button, Radio, RadioGroup, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { type ApprovalRule, approvalRules } from '#lib/access/can-approve.ts'

/** Which rule holds for approving. */
export function ApprovalForm({ approval }: { approval: ApprovalRule }) {
  const t = useTranslations('workflow.settings')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [rule, setRule] = useState<string>(approval)
  const [pending, setPending] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const reply = await callApi('PUT', '/settings/workflow', { body: { approval: rule } })
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    notify('success', t('saved'))
    router.refresh()
  }

  return (
    <form onSubmit={save} className="narrow">
      <Stack gap="md">
        <RadioGroup value={rule} onChange={setRule} name="approval" aria-label={t('title')}>
          <Stack gap="sm">
            {approvalRules.map(one => (
              <Radio key={one} value={one} label={t(`rules.${one}.label`)} description={t(`rules.${one}.hint`)} />
            ))}
          </Stack>
        </RadioGroup>
        <Button type="submit" loading={pending} disabled={rule === approval} style={{ justifySelf: 'start', alignSelf: 'start' }}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  )
}
