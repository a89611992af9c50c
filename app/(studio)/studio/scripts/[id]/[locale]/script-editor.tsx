'use client'

import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { type DraftStep, markdownOf, problemsOf, type ScriptDraft, withMoved, withoutStep, withStep } from './script-draft.ts'
import { ScriptGraph } from './script-graph.tsx'
import { StepCard } from './step-card.tsx'

interface Translation {
  title: string
  shortAnswer: string
  questions: string[]
  variations: Record<string, { document: unknown; markdown: string }>
  version: number
}

interface Props {
  articleId: string
  locale: string
  version: number
  draft: ScriptDraft
}

/** A decision script as a list of steps and, beside it, as a graph; what keeps it from being published stands at its step while one edits. */
export function ScriptEditor({ articleId, locale, version: first, draft }: Props) {
  const t = useTranslations('scripts')
  const notify = useNotify()
  const say = useProblemText()
  const [steps, setSteps] = useState(draft.steps)
  const [version, setVersion] = useState(first)
  const [saved, setSaved] = useState(draft.steps)
  const [pending, setPending] = useState(false)
  const problems = problemsOf(steps)
  const path = `/articles/${articleId}/translations/${locale}`
  const change = (index: number, part: Partial<DraftStep>) =>
    setSteps(steps.map((step, at) => (at === index ? { ...step, ...part } : step)))

  async function save() {
    setPending(true)
    const current = await callApi<Translation>('GET', path)
    const body = current.ok && {
      ...{ title: current.body.title, shortAnswer: current.body.shortAnswer, questions: current.body.questions },
      variations: Object.fromEntries(Object.entries(current.body.variations).map(([kind, { document }]) => [kind, { document }])),
      markdown: markdownOf({ ...draft, steps }),
    }
    const reply = current.ok ? await callApi<Translation>('PUT', path, { body, version }) : current
    setPending(false)
    if (!reply.ok) return notify('error', reply.problem.status === 412 ? t('conflict') : say(reply.problem))
    setVersion(reply.body.version)
    setSaved(steps)
    notify('success', t('saved'))
  }

  return (
    <div className="script-editor">
      <section aria-labelledby="script-steps">
        <Group justify="space-between" mb="sm">
          <h2 id="script-steps">{t('list')}</h2>
          <Group gap="xs">
            <span className="quiet" role="status">
              {problems.length === 0 ? t('ready') : t('problems', { count: problems.length })}
            </span>
            <Button onClick={() => void save()} loading={pending} disabled={saved === steps}>
              {t('save')}
            </Button>
          </Group>
        </Group>
        <ol className="script-steps">
          {steps.map((step, index) => (
            <StepCard
              key={step.id}
              step={step}
              index={index}
              steps={steps}
              problems={problems.filter(problem => problem.step === index)}
              onChange={part => change(index, part)}
              onMove={by => setSteps(withMoved(steps, index, by))}
              onRemove={() => setSteps(withoutStep(steps, index))}
            />
          ))}
        </ol>
        <Button
          variant="default"
          mt="sm"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setSteps(withStep(steps, steps.length - 1))}
        >
          {t('add')}
        </Button>
      </section>
      <ScriptGraph steps={steps} problems={problems} />
    </div>
  )
}
