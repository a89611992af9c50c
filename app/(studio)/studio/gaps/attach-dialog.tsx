'use client'

import { Button, Checkbox, Group, Modal, Radio, RadioGroup, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { withQuery } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

export interface Choice {
  articleId: string
  slug: string
  titles: Record<string, string>
}

interface Props {
  /** What is attached: /gaps/{id} or /wordings/{id}. */
  path: string
  text: string
  /** The text may be put in other words. */
  canReword?: boolean
  /** Articles that come to mind; or where to ask for them. */
  nearest?: Choice[]
  nearestAt?: string
  canPublish: boolean
  onClose: () => void
}

/** Chooses the article whose questions a wording joins: one that comes to mind, or any by search. */
export function AttachDialog({ path, text, canReword = false, nearest, nearestAt, canPublish, onClose }: Props) {
  const t = useTranslations('learning.attach')
  const locale = useLocale()
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [q, setQ] = useState('')
  const [wording, setWording] = useState(text)
  const [publish, setPublish] = useState(false)
  const [chosen, setChosen] = useState<string | null>(nearest?.[0]?.articleId ?? null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const choices = useChoices(q, nearest, nearestAt)

  async function attach(event: FormEvent) {
    event.preventDefault()
    if (chosen === null) return
    setPending(true)
    const body = { articleId: chosen, publish, ...(canReword && wording.trim() !== text && { text: wording.trim() }) }
    const reply = await callApi<{ release: number | null }>('POST', `${path}/attachment`, { body })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem.errors?.[0]?.pointer === '/publish' ? t('otherChanges') : say(reply.problem))
    notify('success', reply.body.release === null ? t('done') : t('published', { release: reply.body.release }))
    onClose()
    router.refresh()
  }

  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={attach}>
        <Stack gap="sm">
          {canReword ? (
            <TextInput label={t('wording')} value={wording} maxLength={300} onChange={event => setWording(event.currentTarget.value)} />
          ) : (
            <Text>{text}</Text>
          )}
          <TextInput type="search" label={t('find')} data-autofocus value={q} onChange={event => setQ(event.currentTarget.value)} />
          <RadioGroup value={chosen} onChange={setChosen} name="article" label={t('article')}>
            <Stack gap={6} mt={6}>
              {choices?.map(({ articleId, slug, titles }) => (
                <Radio key={articleId} value={articleId} label={textIn(titles, locale, slug)} />
              ))}
            </Stack>
          </RadioGroup>
          {choices?.length === 0 && <Text size="sm">{t('none')}</Text>}
          {canPublish && (
            <Checkbox
              label={t('publish')}
              description={t('publishHint')}
              checked={publish}
              onChange={event => setPublish(event.currentTarget.checked)}
            />
          )}
          {problem && (
            <Text c="red" role="alert">
              {problem}
            </Text>
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={chosen === null || wording.trim() === ''}>
              {t('attach')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Articles whose title holds what was typed; before that, those that come to mind. null: not read yet. */
function useChoices(q: string, given: Choice[] | undefined, nearestAt: string | undefined): Choice[] | null {
  const [choices, setChoices] = useState<Choice[] | null>(given ?? null)
  const [settled] = useDebouncedValue(q.trim(), 200)
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      if (settled === '' && given) return given
      if (settled === '' && nearestAt) {
        const reply = await callApi<{ nearest: Choice[] }>('GET', nearestAt)
        return reply.ok ? reply.body.nearest : []
      }
      const reply = await callApi<{ items: { id: string; slug: string; translations: { locale: string; title: string }[] }[] }>(
        'GET',
        withQuery('/articles', { q: settled, limit: '6', may: 'write' }),
      )
      if (!reply.ok) return []
      return reply.body.items.map(({ id, slug, translations }) => ({
        ...{ articleId: id, slug },
        titles: Object.fromEntries(translations.map(one => [one.locale, one.title])),
      }))
    }
    read().then(found => isCurrent && setChoices(found))
    return () => {
      isCurrent = false
    }
  }, [settled, given, nearestAt])
  return choices
}
