'use client'

import { ActionIcon, Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { ScriptProblem } from '#lib/document/check-script.ts'
import { scriptLimits } from '#lib/document/limits.ts'
import { type ScriptStepKind, scriptStepKinds } from '#lib/document/types.ts'
import { type DraftStep, takesOption } from './script-draft.ts'
import { StepOptions } from './step-options.tsx'

interface Props {
  step: DraftStep
  index: number
  steps: DraftStep[]
  problems: ScriptProblem[]
  onChange: (part: Partial<DraftStep>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One step of a script; Alt with an arrow moves it. */
export function StepCard({ step, index, steps, problems, onChange, onMove, onRemove }: Props) {
  const t = useTranslations('scripts')
  const targets = [
    { value: '', label: t('nowhere') },
    ...steps.map(({ id, title }, at) => ({ value: id, label: `${at + 1}. ${title || id}` })),
  ]
  const name = `${index + 1}. ${step.title || step.id}`
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
        <TextInput label={t('article')} value={step.article} onChange={event => onChange({ article: event.currentTarget.value.trim() })} />
      )}
      {step.kind === 'action' && (
        <TextInput
          label={t('href')}
          description={t('hrefHint')}
          value={step.href}
          onChange={event => onChange({ href: event.currentTarget.value.trim() })}
        />
      )}
      {step.kind === 'question' && <StepOptions options={step.options} targets={targets} onChange={options => onChange({ options })} />}
      {step.kind === 'question' && takesOption(step) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange({ options: [...step.options, { label: '', next: '' }] })}
        >
          {t('addOption')}
        </Button>
      )}
      {step.kind !== 'question' && step.kind !== 'end' && (
        <NativeSelect
          label={t('goesTo')}
          value={step.next}
          onChange={event => onChange({ next: event.currentTarget.value })}
          data={targets}
        />
      )}
    </li>
  )
}
