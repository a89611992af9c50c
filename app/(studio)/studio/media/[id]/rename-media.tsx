'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

/** The name under which a picture is listed. */
export function RenameMedia({ id, version, fileName }: { id: string; version: number; fileName: string }) {
  const t = useTranslations('catalogue.media')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [name, setName] = useState(fileName)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const current = (problem?.current as { version?: number } | undefined)?.version
    const reply = await callApi('PATCH', `/media/${id}`, { body: { fileName: name }, version: current ?? version })
    setPending(false)
    setProblem(reply.ok ? null : reply.problem)
    if (!reply.ok) return
    notify('success', t('renamed'))
    router.refresh()
  }

  return (
    <form onSubmit={submit} noValidate>
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput
          className="grow"
          label={t('name')}
          name="fileName"
          maxLength={200}
          value={name}
          error={problem ? (problem.status === 422 ? t('wrongName') : say(problem)) : undefined}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={pending} disabled={name.trim() === '' || name === fileName}>
          {t('rename')}
        </Button>
      </Group>
    </form>
  )
}
