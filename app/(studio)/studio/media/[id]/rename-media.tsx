'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldConflict } from '#app/_catalogue/field-conflict.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

interface Named {
  id: string
  fileName: string
  version: number
}

/** The name under which a picture is listed. */
export function RenameMedia({ id, version, fileName }: { id: string; version: number; fileName: string }) {
  const t = useTranslations('catalogue.media')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [name, setName] = useState(fileName)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const [theirs, setTheirs] = useState<Named | null>(null)

  async function save(expected: number) {
    setPending(true)
    const reply = await callApi('PATCH', `/media/${id}`, { body: { fileName: name }, version: expected })
    setTheirs(!reply.ok && reply.problem.status === 412 ? await findMedia(id) : null)
    setPending(false)
    setProblem(reply.ok ? null : reply.problem)
    if (!reply.ok) return
    notify('success', t('renamed'))
    router.refresh()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(version)
  }

  return (
    <form onSubmit={submit} noValidate>
      {theirs && (
        <FieldConflict
          fields={[{ label: t('name'), mine: name, theirs: theirs.fileName }]}
          onKeepMine={() => void save(theirs.version)}
          onTakeTheirs={() => router.refresh()}
        />
      )}
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput
          className="grow"
          label={t('name')}
          name="fileName"
          maxLength={200}
          value={name}
          error={problem && !theirs ? (problem.status === 422 ? t('wrongName') : say(problem)) : undefined}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={pending} disabled={name.trim() === '' || name === fileName}>
          {t('rename')}
        </Button>
      </Group>
    </form>
  )
}

/** The picture as it is stored now. */
async function findMedia(id: string): Promise<Named | null> {
  const reply = await callApi<{ items: Named[] }>('GET', `/media?${new URLSearchParams({ q: id })}`)
  return reply.ok ? (reply.body.items.find(one => one.id === id) ?? null) : null
}
