'use client'

import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { FactType } from '#lib/document/facts.ts'
import { typedDecimal, typedPhone } from './typed-value.ts'

type Value = FactValidity['value']
interface Props {
  type: FactType
  value: Value
  onChange: (value: Value) => void
  locales: readonly string[]
  /** Of the field, e.g. value-0. */
  name: string
  error?: ReactNode
}

/** A field that fits the type of the fact; what is typed as people write it becomes what is stored. */
export function ValueInput({ type, value, onChange, locales, name, error }: Props) {
  const t = useTranslations('catalogue.facts')
  const text = typeof value === 'string' ? value : ''
  const common = { name, label: t('value'), error, required: true }
  if (type === 'date') return <TextInput {...common} type="date" value={text} onChange={event => onChange(event.currentTarget.value)} />
  if (type === 'duration') return <DurationInput common={common} text={text} onChange={onChange} />
  if (type === 'timeRange') return <TimeRangeInput common={common} text={text} onChange={onChange} />
  if (type === 'url' || type === 'text')
    return <TextValueInput common={common} value={value} onChange={onChange} locales={locales} type={type} />
  if (type === 'phone')
    return (
      <TextInput
        {...common}
        type="tel"
        value={text}
        description={t('phoneHint')}
        onChange={event => onChange(event.currentTarget.value)}
        onBlur={() => onChange(typedPhone(text))}
      />
    )
  return (
    <TextInput
      {...common}
      inputMode="decimal"
      value={text}
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={() => onChange(typedDecimal(text))}
    />
  )
}

interface PartProps {
  common: { name: string; label: string; error?: ReactNode; required: boolean }
  text: string
  onChange: (value: Value) => void
}

function DurationInput({ common, text, onChange }: PartProps) {
  const t = useTranslations('catalogue.facts')
  const [from = '', to = ''] = text.split('-')
  const write = (low: string, high: string) => onChange(high === '' ? low : `${low}-${high}`)
  return (
    <Group gap="xs" align="start" wrap="nowrap">
      <TextInput
        {...common}
        label={t('least')}
        inputMode="numeric"
        value={from}
        onChange={event => write(event.currentTarget.value.trim(), to)}
      />
      <TextInput
        label={t('most')}
        name={`${common.name}-most`}
        inputMode="numeric"
        value={to}
        placeholder={t('mostHint')}
        onChange={event => write(from, event.currentTarget.value.trim())}
      />
    </Group>
  )
}

const always = '00:00-24:00'

function TimeRangeInput({ common, text, onChange }: PartProps) {
  const t = useTranslations('catalogue.facts')
  const [from = '', to = ''] = text.split('-')
  return (
    <Group gap="xs" align="end">
      {text !== always && (
        <>
          <TextInput
            {...common}
            label={t('opens')}
            type="time"
            value={from}
            onChange={event => onChange(`${event.currentTarget.value}-${to}`)}
          />
          <TextInput
            label={t('closes')}
            name={`${common.name}-end`}
            type="time"
            value={to === '24:00' ? '' : to}
            onChange={event => onChange(`${from}-${event.currentTarget.value}`)}
          />
        </>
      )}
      <Checkbox
        label={t('roundTheClock')}
        checked={text === always}
        onChange={event => onChange(event.currentTarget.checked ? always : '09:00-18:00')}
      />
    </Group>
  )
}

function TextValueInput({ common, value, onChange, locales, type }: Omit<PartProps, 'text'> & Pick<Props, 'value' | 'locales' | 'type'>) {
  const t = useTranslations('catalogue.facts')
  const isOne = typeof value === 'string'
  const split = () => onChange(isOne ? Object.fromEntries(locales.map(locale => [locale, value])) : (Object.values(value)[0] ?? ''))
  return (
    <div>
      {isOne ? (
        <TextInput
          {...common}
          type={type === 'url' ? 'url' : 'text'}
          value={value}
          onChange={event => onChange(event.currentTarget.value)}
        />
      ) : (
        <LocalisedInputs locales={locales} label={common.label} name={common.name} values={value} onChange={onChange} maxLength={2000} />
      )}
      {!isOne && common.error && <p className="field-error">{common.error}</p>}
      <Button variant="subtle" size="compact-xs" mt={4} onClick={split}>
        {t(isOne ? 'byLanguage' : 'oneForAll')}
      </Button>
    </div>
  )
}

/** Units that go with a type; none: it has no unit. */
export function UnitInput({
  type,
  unit,
  onChange,
  units,
  error,
}: {
  type: FactType
  unit: string | null
  onChange: (unit: string | null) => void
  units: readonly string[]
  error?: ReactNode
}) {
  const t = useTranslations('catalogue.facts')
  if (type === 'money')
    return (
      <TextInput
        label={t('currency')}
        name="unit"
        value={unit ?? ''}
        maxLength={3}
        error={error}
        list="currencies"
        onChange={event => onChange(event.currentTarget.value.toUpperCase() || null)}
      />
    )
  if (units.length === 0) return null
  return (
    <NativeSelect
      label={t('unit')}
      name="unit"
      value={unit ?? ''}
      error={error}
      onChange={event => onChange(event.currentTarget.value || null)}
      data={[
        ...(type === 'number' ? [{ value: '', label: t('noUnit') }] : []),
        ...units.map(value => ({ value, label: t(`units.${value as 'day'}`) })),
      ]}
    />
  )
}
