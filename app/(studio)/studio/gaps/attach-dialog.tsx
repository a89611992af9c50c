'use client'

import { Button, Checkbox, CheckboxGroup, Group, Modal, Radio, RadioGroup, Stack, Text, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { type Choice, useChoices, useGap } from './use-choices.ts'

interface Props {
  /** A gap, whose wordings are chosen; or one wording, which may be put in other words, and the articles that come to mind. */
  gapId?: string
  wording?: { id: string; text: string; nearest: Choice[] }
  canPublish: boolean
  onClose: () => void
}

/** Chooses the article whose questions a wording, or those of a gap, join: one that comes to mind, or any by search. */
export function AttachDialog({ gapId, wording, canPublish, onClose }: Props) {
  const t = useTranslations('learning.attach')
  const locale = useLocale()
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [q, setQ] = useState('')
  const [words, setWords] = useState(wording?.text ?? '')
  const [left, setLeft] = useState<readonly string[]>([])
  const [publish, setPublish] = useState(false)
  const [chosen, setChosen] = useState<string | null>(wording?.nearest[0]?.articleId ?? null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const gap = useGap(gapId)
  const choices = useChoices(q, wording?.nearest ?? gap?.nearest ?? null)
  const taken = gap?.wordings.filter(({ id }) => !left.includes(id)) ?? []

  async function attach(event: FormEvent) {
    event.preventDefault()
    if (chosen === null) return
    setPending(true)
    const said = wording
      ? words.trim() !== wording.text && { text: words.trim() }
      : left.length > 0 && { wordings: taken.map(({ id }) => id) }
    const path = wording ? `/wordings/${wording.id}` : `/gaps/${gapId}`
    const reply = await callApi<{ release: number | null }>('POST', `${path}/attachment`, { body: { articleId: chosen, publish, ...said } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem.errors?.[0]?.pointer === '/publish' ? t('otherChanges') : say(reply.problem))
    notify('success', reply.body.release === null ? t('done') : t('published', { release: reply.body.release }))
    onClose()
    router.refresh()
  }

  return (
    <Modal opened onClose={onClose} title={t(wording ? 'title' : 'titleMany')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={attach}>
        <Stack gap="sm">
          {wording ? (
            <TextInput label={t('wording')} value={words} maxLength={300} onChange={event => setWords(event.currentTarget.value)} />
          ) : (
            <CheckboxGroup
              label={t('wordings')}
              description={gap && gap.wordings.length > 1 ? t('wordingsHint') : undefined}
              value={taken.map(({ id }) => id)}
              onChange={value => setLeft(gap?.wordings.filter(({ id }) => !value.includes(id)).map(({ id }) => id) ?? [])}
            >
              <Stack gap={6} mt={6} mah={220} className="attach-wordings">
                {gap?.wordings.map(({ id, text }) => (
                  <Checkbox key={id} value={id} label={text} />
                ))}
              </Stack>
            </CheckboxGroup>
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
            <Button type="submit" loading={pending} disabled={chosen === null || (wording ? words.trim() === '' : taken.length === 0)}>
              {t('attach')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
