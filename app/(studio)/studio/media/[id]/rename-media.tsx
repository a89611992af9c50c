'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldConflict } from '#app/_catalogue/field-conflict.tsx'
import { type Stored, useSaving } from '#app/_catalogue/use-saving.ts'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

interface Named {
  id: string
  fileName: string
  version: number
}

type Fields = Pick<Named, 'fileName'>

/** The name under which a picture is listed. */
export function RenameMedia({ id, version, fileName }: { id: string; version: number; fileName: string }) {
  const t = useTranslations('catalogue.media')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [name, setName] = useState(fileName)
  const saving = useSaving<Fields, Named>({
    fields: { fileName: name },
    show: fields => setName(fields.fileName),
    stored: { fields: { fileName }, version },
    send: (body, expected) => callApi<Named>('PATCH', `/media/${id}`, { body, version: expected }),
    read: () => findMedia(id),
  })
  const { problem, clash } = saving
  const finish = (saved: Named | null) => {
    if (!saved) return
    notify('success', t('renamed'))
    router.refresh()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    finish(await saving.save())
  }

  return (
    <form onSubmit={submit} noValidate>
      {clash && (
        <FieldConflict
          clash={clash}
          mine={{ fileName: name }}
          labels={{ fileName: t('name') }}
          onKeepMine={async () => finish(await saving.keepMine())}
          onTakeTheirs={() => {
            saving.takeTheirs()
            router.refresh()
          }}
        />
      )}
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput
          className="grow"
          label={t('name')}
          name="fileName"
          maxLength={200}
          value={name}
          error={problem && !clash ? (problem.status === 422 ? t('wrongName') : say(problem)) : undefined}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" flex="none" loading={saving.isPending} disabled={name.trim() === '' || !saving.isChanged}>
          {t('rename')}
        </Button>
      </Group>
    </form>
  )
}

/** The picture as it is stored now. */
async function findMedia(id: string): Promise<Stored<Fields> | null> {
  const reply = await callApi<{ items: Named[] }>('GET', `/media?${new URLSearchParams({ q: id })}`)
  const media = reply.ok ? reply.body.items.find(one => one.id === id) : null
  return media ? { fields: { fileName: media.fileName }, version: media.version } : null
}
