'use client'

import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

interface Props {
  locales: string[]
  categories: { value: string; label: string }[]
  /** An article may stand in no category. */
  canHaveNone: boolean
  /** The steps of a script follow, not the text. */
  isScript: boolean
}

/** Title, address and category; the text follows in the editor. The address is proposed from the title until somebody types one. */
export function NewArticleForm({ locales, categories, canHaveNone, isScript }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const say = useProblemText()
  const [title, setTitle] = useState('')
  const [slug, setSlug] = useState('')
  const [isOwnSlug, setOwnSlug] = useState(false)
  const [category, setCategory] = useState(canHaveNone ? '' : (categories[0]?.value ?? ''))
  const [locale, setLocale] = useState(locales[0] ?? 'ru')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  // Whoever comes here comes to type.
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const propose = useDebouncedCallback(async (text: string) => {
    const { slugFromTitle } = await import('#lib/document/slug.ts')
    setSlug(slugFromTitle(text, ''))
  }, 120)

  async function create(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const made = await callApi<{ id: string }>('POST', '/articles', { body: { slug, category: category === '' ? null : category } })
    if (!made.ok) {
      setPending(false)
      return setProblem(made.problem)
    }
    const { id } = made.body
    await callApi('PUT', `/articles/${id}/translations/${locale}`, { body: { title, markdown: '' } })
    router.push(isScript ? `/studio/scripts/${id}/${locale}` : `/studio/articles/${id}/edit?locale=${locale}`)
  }

  const faultAt = useFaultAt(problem?.errors)
  const slugFault = faultAt('/slug')
  return (
    <form onSubmit={create}>
      <Stack gap="sm">
        {problem && <ProblemNote>{say(problem)}</ProblemNote>}
        <TextInput
          ref={first}
          label={t('edit.titleField')}
          name="title"
          required
          maxLength={200}
          lang={locale}
          value={title}
          onChange={event => {
            setTitle(event.currentTarget.value)
            if (!isOwnSlug) void propose(event.currentTarget.value)
          }}
        />
        <TextInput
          label={t('edit.slug')}
          description={t('edit.slugHint')}
          name="slug"
          required
          classNames={{ input: 'mono-input' }}
          value={slug}
          onChange={event => {
            setOwnSlug(event.currentTarget.value !== '')
            setSlug(event.currentTarget.value)
          }}
          error={slugFault}
        />
        <NativeSelect
          label={t('edit.category')}
          name="category"
          value={category}
          onChange={event => setCategory(event.currentTarget.value)}
          data={[...(canHaveNone ? [{ value: '', label: t('edit.noCategory') }] : []), ...categories]}
        />
        <NativeSelect
          label={t('edit.language')}
          name="locale"
          value={locale}
          onChange={event => setLocale(event.currentTarget.value)}
          data={locales}
        />
        <Group justify="end" gap="xs" mt="xs">
          <ButtonLink href={isScript ? '/studio/scripts' : '/studio/articles'} variant="default">
            {t('common.cancel')}
          </ButtonLink>
          <Button type="submit" loading={pending}>
            {t(isScript ? 'scripts.create' : 'articles.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
