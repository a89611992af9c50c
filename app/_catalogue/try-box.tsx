'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { channelKinds, channels } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import { ExplainedHits, type ExplainedQuestion } from './explained-hits.tsx'

interface Props {
  locales: readonly string[]
  /** Of these the one that is asked first; else the interface's. */
  locale?: string
  /** An article that is looked for: its place is pointed out. */
  articleId?: string
  /** Questions to ask with a click. */
  questions?: readonly string[]
}

/** Asks as a customer or an operator would, and says why each answer was found. Asks again when the page's data changes. */
export function TryBox({ locales, locale: first, articleId, questions = [] }: Props) {
  const t = useTranslations()
  const say = useProblemText()
  const path = usePathname()
  const own = useLocale()
  const [q, setQ] = useState('')
  const [locale, setLocale] = useState<string>(first ?? (locales.includes(own) ? own : (locales[0] ?? 'ru')))
  const [channel, setChannel] = useState<ChannelKind>('website')
  const [found, setFound] = useState<ExplainedQuestion | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const last = useRef(0)

  const ask = useDebouncedCallback(async (text: string, place: string, where: string) => {
    last.current += 1
    const mine = last.current
    if (text.trim() === '') return setFound(null)
    const query = new URLSearchParams({ q: text, locale: place })
    const reply = await callApi<ExplainedQuestion>('GET', `/channels/${where}/search/explanation?${query}`)
    if (mine !== last.current) return
    setFound(reply.ok ? reply.body : null)
    setProblem(reply.ok ? null : reply.problem)
  }, 200)
  useEffect(() => {
    if (path) ask(q, locale, channel)
  }, [ask, path, q, locale, channel])

  return (
    <section className="panel try-box" aria-labelledby="try">
      <h2 id="try">{t('catalogue.try.title')}</h2>
      <p className="quiet">{t('catalogue.try.lead')}</p>
      {questions.length > 0 && (
        <ul className="try-questions" aria-label={t('catalogue.try.own')} lang={first}>
          {questions.map(question => (
            <li key={question}>
              <button type="button" className="try-question" aria-pressed={q === question} onClick={() => setQ(question)}>
                {question}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="try-fields">
        <TextInput
          className="try-query"
          type="search"
          name="try"
          aria-label={t('catalogue.try.query')}
          placeholder={t('catalogue.try.query')}
          leftSection={<Icon name="search" />}
          value={q}
          onChange={event => setQ(event.currentTarget.value)}
          onKeyDown={event => event.key === 'Enter' && ask(q, locale, channel)}
        />
        <NativeSelect
          aria-label={t('catalogue.try.channel')}
          value={channel}
          onChange={event => setChannel(event.currentTarget.value as ChannelKind)}
          data={channelKinds.map(value => ({
            value,
            label: `${t(`windows.channels.${value}`)} · ${t(`catalogue.try.audience.${channels[value].audience}`)}`,
          }))}
        />
        <NativeSelect
          aria-label={t('articles.languages')}
          value={locale}
          onChange={event => setLocale(event.currentTarget.value)}
          data={locales.map(value => ({ value, label: value.toUpperCase() }))}
        />
      </div>
      {problem && <ProblemNote>{say(problem)}</ProblemNote>}
      <div role="status" aria-live="polite">
        {found && <ExplainedHits found={found} asked={locale} articleId={articleId} />}
      </div>
    </section>
  )
}
