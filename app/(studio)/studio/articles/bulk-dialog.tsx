'use client'

import { Autocomplete, Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem, type Reply } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { ReleaseRefusal } from '#app/_ui/release-refusal.tsx'
import { useFieldFault } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { ManyResult } from '#lib/authoring/change-articles.ts'

export type BulkAction = 'addTag' | 'removeTag' | 'category' | 'owner' | 'review' | 'publish' | 'withdraw'

interface Props {
  action: BulkAction
  /** Titles by id. */
  articles: ReadonlyMap<string, string>
  categories: [string, string][]
  canHaveNone: boolean
  tags: string[]
  onClose: () => void
  /** With the ids of those for which it was refused. */
  onDone: (failed: string[]) => void
}

/** As the API answers refusals of these kinds. */
const statuses: Record<string, number> = { forbidden: 403, not_found: 404, conflict: 409, invalid: 422 }

/** Asks once, with the number of articles, and does it; what was refused is named. A release is made whole or not at all. */
export function BulkDialog({ action, articles: chosen, categories, canHaveNone, tags, onClose, onDone }: Props) {
  const t = useTranslations('workflow.bulk')
  const router = useRouter()
  const notify = useNotify()
  const [value, setValue] = useState(action === 'category' && !canHaveNone ? (categories[0]?.[0] ?? '') : '')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [result, setResult] = useState<ManyResult | null>(null)
  const [articles] = useState(chosen)
  const say = useProblemText()
  const whyNot = ({ code, message, reason, errors, arguments: said }: ManyResult['failures'][number]) =>
    say({ status: statuses[code] ?? 422, code, title: '', detail: message, reason, errors, arguments: said })
  const sayFault = useFieldFault()
  const faultOf = ({ errors: [first] = [] }: Problem) => first && sayFault(first)
  const count = articles.size
  const isRelease = action === 'publish' || action === 'withdraw'

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const reply = await send(action, [...articles.keys()], value)
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    router.refresh()
    const failures = 'failures' in reply.body ? reply.body.failures : []
    onDone(failures.map(({ articleId }) => articleId))
    if ('failures' in reply.body && failures.length > 0) return setResult(reply.body)
    notify('success', t(`done.${action}`, { count }))
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t(`confirm.${action}`, { count })} closeButtonProps={{ 'aria-label': t('cancel') }}>
      {result ? (
        <Stack gap="sm">
          <Text>{t('partly', { done: result.done, failed: result.failures.length })}</Text>
          <ul className="bulk-failures">
            {[...Map.groupBy(result.failures, whyNot)].map(([why, failures]) => (
              <li key={why}>
                {why}
                <ul>
                  {failures.map(({ articleId, slug }) => (
                    <li key={articleId}>
                      <Link className="meta-link" href={`/studio/articles/${articleId}`}>
                        {articles.get(articleId) ?? slug}
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <Group justify="end">
            <Button onClick={onClose}>{t('close')}</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={confirm}>
          <Stack gap="sm">
            <Text>{t(`hint.${action}`)}</Text>
            {problem &&
              (isRelease ? (
                <ReleaseRefusal problem={problem} titles={articles} />
              ) : (
                <ProblemNote>{faultOf(problem) ?? say(problem)}</ProblemNote>
              ))}
            {(action === 'addTag' || action === 'removeTag') && (
              <Autocomplete label={t('tag')} required data-autofocus data={tags} value={value} onChange={setValue} />
            )}
            {action === 'category' && (
              <NativeSelect
                label={t('category')}
                data-autofocus
                value={value}
                onChange={event => setValue(event.currentTarget.value)}
                data={[
                  ...(canHaveNone ? [{ value: '', label: t('noCategory') }] : []),
                  ...categories.map(([slug, title]) => ({ value: slug, label: title })),
                ]}
              />
            )}
            {action === 'owner' && (
              <TextInput
                label={t('owner')}
                data-autofocus
                maxLength={200}
                value={value}
                onChange={event => setValue(event.currentTarget.value)}
              />
            )}
            {(action === 'review' || isRelease) && (
              <Textarea
                label={t('note')}
                data-autofocus
                autosize
                minRows={2}
                maxLength={2000}
                value={value}
                onChange={event => setValue(event.currentTarget.value)}
              />
            )}
            <Group justify="end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={pending} color={action === 'withdraw' ? 'red' : undefined}>
                {t(`go.${action}`, { count })}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

function send(action: BulkAction, articles: string[], value: string): Promise<Reply<ManyResult | { number: number }>> {
  if (action === 'publish') return callApi('POST', '/releases', { body: { note: value, articles } })
  if (action === 'withdraw') return callApi('POST', '/releases', { body: { note: value, withdraw: articles } })
  if (action === 'review') return callApi('POST', '/reviews', { body: { articles, note: value } })
  const text = value.trim()
  const change = {
    addTag: { addTags: [text] },
    removeTag: { removeTags: [text] },
    category: { category: text === '' ? null : text },
    owner: { owner: text === '' ? null : text },
  }[action]
  return callApi('POST', '/article-changes', { body: { articles, ...change } })
}
