'use client'

import { ActionIcon, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { scriptLimits } from '#lib/document/limits.ts'
import { type ScriptStepKind, scriptStepKinds } from '#lib/document/types.ts'
import { AnswerPick } from './answer-pick.tsx'
import type { DraftStep } from './script-draft.ts'
import type { EditorProblem } from './script-problems.ts'
import { StepOptions } from './step-options.tsx'
import type { NamedAnswer } from './use-answers.ts'
import { useStepName } from './use-step-name.ts'

interface Props {
  step: DraftStep
  index: number
  steps: DraftStep[]
  locale: string
  problems: EditorProblem[]
  /** What is known of the article that an answer names. */
  answer: NamedAnswer | undefined
  onChange: (part: Partial<DraftStep>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  /** Puts a step in the way that leads on from here, by an option or, for null, by itself. */
  onAddStep: (option: number | null) => void
}

/** One step of a script; Alt with an arrow moves it. */
export function StepCard({ step, index, steps, locale, problems, answer, onChange, onMove, onRemove, onAddStep }: Props) {
  const t = useTranslations('scripts')
  const nameOf = useStepName()
  const targets = [{ value: '', label: t('nowhere') }, ...steps.map((one, at) => ({ value: one.id, label: nameOf(one, at) }))]
  const name = nameOf(step, index)
  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li className="script-card" id={`card-${step.id}`} onKeyDown={onKeyDown}>
      <Group gap="xs" align="end" wrap="wrap">
        <NativeSelect
          label={t('kind')}
          aria-label={`${t('kind')}: ${name}`}
          value={step.kind}
          onChange={event => onChange({ kind: event.currentTarget.value as ScriptStepKind })}
          data={scriptStepKinds.map(kind => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <TextInput
          className="grow"
          data-step-title
          label={`${index + 1}. ${index === 0 ? `${t('start')}. ` : ''}${t('stepTitle')}`}
          maxLength={scriptLimits.title}
          value={step.title}
          onChange={event => onChange({ title: event.currentTarget.value })}
        />
        <ActionIcon variant="default" aria-label={`${t('up')}: ${name}`} disabled={index === 0} onClick={() => onMove(-1)}>
          ↑
        </ActionIcon>
        <ActionIcon variant="default" aria-label={`${t('down')}: ${name}`} disabled={index === steps.length - 1} onClick={() => onMove(1)}>
          ↓
        </ActionIcon>
        <ActionIcon variant="default" aria-label={`${t('remove')}: ${name}`} disabled={steps.length === 1} onClick={onRemove}>
          <Icon name="close" size={16} />
        </ActionIcon>
      </Group>
      {problems.length > 0 && (
        <ul className="script-problems">
          {problems.map(({ reason, option }) => (
            <li key={`${reason}${option}`}>
              <Icon name="error" size={15} />
              {option === null ? t(`problem.${reason}`) : `${t('option', { number: option + 1 })}: ${t(`problem.${reason}`)}`}
            </li>
          ))}
        </ul>
      )}
      <Textarea
        label={t('text')}
        autosize
        minRows={1}
        value={step.text}
        onChange={event => onChange({ text: event.currentTarget.value })}
      />
      {step.kind === 'answer' && (
        <AnswerPick value={step.article} locale={locale} answer={answer} name={name} onChange={article => onChange({ article })} />
      )}
      {step.kind === 'action' && (
        <TextInput
          label={t('href')}
          description={t('hrefHint')}
          value={step.href}
          onChange={event => onChange({ href: event.currentTarget.value.trim() })}
        />
      )}
      {step.kind === 'question' && (
        <StepOptions options={step.options} targets={targets} onChange={options => onChange({ options })} onAddStep={onAddStep} />
      )}
      {step.kind !== 'question' && step.kind !== 'end' && (
        <Group gap="xs" align="end">
          <NativeSelect
            className="grow"
            label={t('goesTo')}
            aria-label={`${t('goesTo')}: ${name}`}
            value={step.next}
            onChange={event => onChange({ next: event.currentTarget.value })}
            data={targets}
          />
          <ActionIcon variant="default" aria-label={`${t('addBehind')}: ${name}`} title={t('addBehind')} onClick={() => onAddStep(null)}>
            <Icon name="plus" size={16} />
          </ActionIcon>
        </Group>
      )}
    </li>
  )
}
