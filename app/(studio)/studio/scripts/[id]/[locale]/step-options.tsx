'use client'

import { ActionIcon, Group, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { scriptLimits } from '#lib/document/limits.ts'
import type { ScriptOption } from '#lib/document/types.ts'

interface Props {
  options: ScriptOption[]
  targets: { value: string; label: string }[]
  onChange: (options: ScriptOption[]) => void
}

/** The options of a question: the words on the button, and where it leads. */
export function StepOptions({ options, targets, onChange }: Props) {
  const t = useTranslations('scripts')
  const change = (index: number, part: Partial<ScriptOption>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...part } : option)))
  return options.map((option, index) => {
    const name = t('option', { number: index + 1 })
    return (
      <Group key={name} gap="xs" align="end" wrap="wrap">
        <TextInput
          className="grow"
          label={`${name}: ${t('label')}`}
          maxLength={scriptLimits.label}
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
        <ActionIcon
          variant="default"
          aria-label={`${t('removeOption')}: ${name}`}
          onClick={() => onChange(options.filter((_, at) => at !== index))}
        >
          <Icon name="close" size={16} />
        </ActionIcon>
      </Group>
    )
  })
}
