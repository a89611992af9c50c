'use client'

import { ActionIcon, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { scriptLimits } from '#lib/document/limits.ts'
import type { ScriptOption } from '#lib/document/types.ts'

interface Props {
  options: ScriptOption[]
  targets: { value: string; label: string }[]
  onChange: (options: ScriptOption[]) => void
  /** Puts another step between the option and where it leads. */
  onAddStep: (index: number) => void
}

/** The options of a question: the words on the button, and where it leads. */
export function StepOptions({ options, targets, onChange, onAddStep }: Props) {
  const t = useTranslations('scripts')
  const change = (index: number, part: Partial<ScriptOption>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...part } : option)))
  // A new option is written in at once; whoever removes one goes on with its neighbour.
  const labels = useRef<(HTMLInputElement | null)[]>([])
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current !== null) labels.current[wanted.current]?.focus()
    wanted.current = null
  })
  const add = () => {
    wanted.current = options.length
    onChange([...options, { label: '', next: '' }])
  }
  const remove = (index: number) => {
    wanted.current = Math.max(0, Math.min(index, options.length - 2))
    onChange(options.filter((_, at) => at !== index))
  }
  const rows = options.map((option, index) => {
    const name = t('option', { number: index + 1 })
    return (
      <Group key={name} gap="xs" align="end" wrap="wrap">
        <TextInput
          ref={input => {
            labels.current[index] = input
          }}
          className="grow"
          label={`${name}: ${t('label')}`}
          maxLength={scriptLimits.label}
          description={option.label.length > scriptLimits.wholeLabel ? t('labelCut', { shown: scriptLimits.wholeLabel - 1 }) : undefined}
          value={option.label}
          onChange={event => change(index, { label: event.currentTarget.value })}
        />
        <NativeSelect
          className="grow"
          label={t('goesTo')}
          aria-label={`${name}: ${t('goesTo')}`}
          value={option.next}
          onChange={event => change(index, { next: event.currentTarget.value })}
          data={targets}
        />
        <ActionIcon variant="default" aria-label={`${t('addBehind')}: ${name}`} title={t('addBehind')} onClick={() => onAddStep(index)}>
          <Icon name="plus" size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={`${t('removeOption')}: ${name}`} onClick={() => remove(index)}>
          <Icon name="close" size={16} />
        </ActionIcon>
      </Group>
    )
  })
  return (
    <>
      {rows}
      {options.length < scriptLimits.options && (
        <Button variant="subtle" size="compact-sm" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {t('addOption')}
        </Button>
      )}
    </>
  )
}
