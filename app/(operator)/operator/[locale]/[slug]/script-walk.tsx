'use client'

import { Button, Group } from '@mantine/core'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import type { OperatorStep } from '#lib/compile/types.ts'
import { withinPanel } from '../panel-api.ts'
import { writeClipboard } from './copy-form.ts'
import { transcriptOf, type Visit } from './transcript.ts'

interface Props {
  title: string
  locale: string
  /** A walk keeps those with which it began; newer ones wait until it begins again. */
  steps: OperatorStep[]
  hash: string
}

/** Walks an operator through a decision script: one step at a time, back, restart, and what was said as a text for the CRM. */
export function ScriptWalk({ title, locale, steps: given, hash }: Props) {
  const t = useTranslations('scripts.walk')
  const [begun, setBegun] = useState({ steps: given, hash })
  const { steps } = begun
  const [visits, setVisits] = useState<Visit[]>(() => begin(steps))
  const [copied, setCopied] = useState<boolean | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const step = steps.find(({ id }) => id === visits.at(-1)?.id)
  const position = visits.length
  useEffect(() => {
    if (position > 1) heading.current?.focus()
  }, [position])
  const go = (next: string, choice: string | null) => {
    if (!steps.some(({ id }) => id === next)) return
    setVisits([...visits.slice(0, -1), { id: step?.id ?? '', choice }, { id: next, choice: null }])
  }
  const back = () => setVisits(visits.length > 1 ? [...visits.slice(0, -2), { id: visits.at(-2)?.id ?? '', choice: null }] : visits)
  const restart = () => {
    setBegun({ steps: given, hash })
    setVisits(begin(given))
    heading.current?.focus()
  }
  const copy = async () => setCopied(await writeClipboard({ text: transcriptOf(title, steps, visits), html: null }))
  const ways = step ? waysOf(step, t('goOn')) : []
  useShortcuts(t('title'), [
    ...ways.map((way, index) => ({ keys: String(index + 1), label: way.label, run: () => go(way.next, way.choice) })),
    { keys: 'B', label: t('back'), run: back },
    { keys: 'Z', label: t('restart'), run: restart },
    { keys: 'Y', label: t('copy'), run: () => void copy() },
  ])
  if (!step) return null
  return (
    <section className="walk" aria-label={t('title')}>
      {begun.hash !== hash && (
        <p className="walk-changed" role="status">
          {t('changed')}
        </p>
      )}
      <div lang={locale} aria-live="polite">
        <h3 ref={heading} tabIndex={-1}>
          {step.title}
        </h3>
        <RenderedHtml html={withinPanel(step.html, locale)} className="prose" />
        {step.answer && (
          <p>
            <Link href={`/operator/${locale}/${step.answer.slug}`} target="_blank" rel="noopener">
              {step.answer.title}
            </Link>
          </p>
        )}
        {step.action && <p className="walk-action">{step.action.kind === 'handoff' ? t('handoff') : step.action.target}</p>}
      </div>
      {step.kind === 'end' && <p className="walk-end">{t('end')}</p>}
      <div className="walk-ways">
        {ways.map((way, index) => (
          <Button
            key={`${way.label}${way.next}`}
            variant="default"
            justify="start"
            leftSection={<kbd>{index + 1}</kbd>}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => go(way.next, way.choice)}
          >
            {way.label}
          </Button>
        ))}
      </div>
      <Group gap="xs">
        <Button variant="subtle" size="compact-sm" disabled={visits.length < 2} leftSection={<Icon name="left" size={16} />} onClick={back}>
          {t('back')}
        </Button>
        <Button variant="subtle" size="compact-sm" leftSection={<Icon name="undo" size={16} />} onClick={restart}>
          {t('restart')}
        </Button>
        <Button variant="subtle" size="compact-sm" leftSection={<Icon name="copy" size={16} />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <span className="quiet" role="status">
          {copied !== null && t(copied ? 'copied' : 'copyFailed')}
        </span>
      </Group>
    </section>
  )
}

function begin(steps: readonly OperatorStep[]): Visit[] {
  return [{ id: steps[0]?.id ?? '', choice: null }]
}

/** Where one gets from a step: by its options, or simply on. */
function waysOf({ options, next }: OperatorStep, goOn: string): { label: string; next: string; choice: string | null }[] {
  const ways = options.map(option => ({ label: option.label, next: option.next, choice: option.label as string | null }))
  return next === null ? ways : [...ways, { label: goOn, next, choice: null }]
}
