'use client'

import { Button, Textarea } from '@mantine/core'
import { memo, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { linesOf, repeatedLines } from './question-lines.ts'

interface Props {
  questions: string[]
  locale: string
  onChange: (questions: string[]) => void
  error: string | null
}

/** How customers ask, one in a line: many can be pasted at once; what stands there twice is named and taken out by a click. */
export const QuestionsField = memo(function QuestionsField({ questions, locale, onChange, error }: Props) {
  const t = useTranslations('draft')
  const [text, setText] = useState(() => questions.join('\n'))
  // Another text came from outside: a merge, a copy that was taken up.
  useEffect(() => setText(before => (same(linesOf(before), questions) ? before : questions.join('\n'))), [questions])
  const repeated = repeatedLines(text)
  const change = (next: string) => {
    setText(next)
    onChange(linesOf(next))
  }
  return (
    <div className="questions">
      <Textarea
        lang={locale}
        spellCheck
        label={t('questions')}
        description={t('questionsHint')}
        name="questions"
        rows={3}
        classNames={{ input: 'growing' }}
        value={text}
        onChange={event => change(event.currentTarget.value)}
        error={error}
      />
      <p className="quiet questions-count">
        {t('questionsCount', { count: new Set(linesOf(text)).size })}
        {repeated.length > 0 && (
          <>
            <span className="questions-repeated">{t('questionsRepeated', { count: repeated.length, first: repeated[0] ?? '' })}</span>
            <Button size="compact-xs" variant="subtle" onClick={() => change(withoutRepeated(text))}>
              {t('questionsClean')}
            </Button>
          </>
        )}
      </p>
    </div>
  )
})

function same(a: string[], b: string[]): boolean {
  return JSON.stringify([...new Set(a)]) === JSON.stringify([...new Set(b)])
}

function withoutRepeated(text: string): string {
  const seen = new Set<string>()
  return linesOf(text)
    .filter(line => {
      const key = line.toLowerCase().replace(/[?!.\s]+$/, '')
      return seen.has(key) ? false : seen.add(key)
    })
    .join('\n')
}
