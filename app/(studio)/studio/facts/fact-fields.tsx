'use client'

import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useLocale, useTimeZone, useTranslations } from 'use-intl'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { fromField, toField } from '#app/_catalogue/zoned-time.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { factTypes } from '#lib/document/facts.ts'
import type { FieldError } from '#lib/errors.ts'
import type { FactReading } from '#lib/impact/describe-fact.ts'
import { type DraftValue, type FactDraft, unitsOf, withType, withValue } from './fact-draft.ts'
import { TimeLine } from './time-line.tsx'
import { UnitInput, ValueInput } from './value-input.tsx'

interface Props {
  draft: FactDraft
  onChange: (draft: FactDraft) => void
  locales: readonly string[]
  chosen: number
  onChoose: (index: number) => void
  readings: FactReading[]
  faults: FieldError[]
  /** Milliseconds. */
  now: number
  isNew: boolean
  readOnly: boolean
}

/** The editors of a fact: what it is called, what kind it is, and its values along time. */
export function FactFields({ draft, onChange, locales, chosen, onChoose, readings, faults, now, isNew, readOnly }: Props) {
  const t = useTranslations('catalogue.facts')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const rows = useRef<HTMLOListElement>(null)
  const wanted = useRef<number | null>(null)
  const faultAt = useFaultAt(faults)
  const texts = draft.values.map(
    ({ value }, index) => readings.find(reading => reading.index === index && reading.locale === locale)?.written.usual ?? String(value),
  )
  const choose = (index: number) => {
    wanted.current = index
    onChoose(index)
  }
  useEffect(() => {
    if (wanted.current !== chosen) return
    wanted.current = null
    rows.current?.querySelectorAll<HTMLElement>('.value-row')[chosen]?.querySelector<HTMLElement>('input, select')?.focus()
  })
  const change = (index: number, next: Partial<DraftValue>) =>
    onChange({ ...draft, values: draft.values.map((value, at) => (at === index ? { ...value, ...next } : value)) })
  const add = () => {
    const midnight = new Date(now + 86_400_000).toISOString()
    onChange(withValue(draft, fromField(`${toField(midnight, timeZone).slice(0, 10)}T00:00`, timeZone) ?? midnight))
    choose(draft.values.length)
  }
  return (
    <fieldset disabled={readOnly} className="plain-fieldset">
      <legend className="visually-hidden">{t('fact')}</legend>
      <div className="fact-names">
        {isNew && (
          <TextInput
            label={t('key')}
            description={t('keyHint')}
            name="key"
            required
            data-autofocus
            value={draft.key}
            error={faultAt('/key')}
            onChange={event => onChange({ ...draft, key: event.currentTarget.value })}
          />
        )}
        <LocalisedInputs
          locales={locales}
          label={t('name')}
          name="title"
          values={draft.title}
          maxLength={200}
          onChange={title => onChange({ ...draft, title })}
        />
        <NativeSelect
          label={t('type')}
          name="type"
          value={draft.type}
          error={faultAt('/type')}
          onChange={event => onChange(withType(draft, event.currentTarget.value as FactDraft['type']))}
          data={factTypes.map(value => ({ value, label: t(`types.${value}`) }))}
        />
        <UnitInput
          type={draft.type}
          unit={draft.unit}
          units={unitsOf(draft.type)}
          error={faultAt('/unit')}
          onChange={unit => onChange({ ...draft, unit })}
        />
      </div>
      <h2 className="section-title">{t('values')}</h2>
      <TimeLine values={draft.values} texts={texts} now={now} chosen={chosen} onChoose={choose} />
      <ol className="value-rows" ref={rows}>
        {draft.values.map(({ id, value, validFrom, validTo }, index) => (
          <li
            key={id}
            className="value-row"
            data-chosen={index === chosen || undefined}
            onFocus={() => index !== chosen && onChoose(index)}
          >
            <ValueInput
              type={draft.type}
              value={value}
              locales={locales}
              name={`value-${index}`}
              error={faultAt(`/values/${index}/value`)}
              onChange={next => change(index, { value: next })}
            />
            <TextInput
              label={t('from')}
              name={`from-${index}`}
              type="datetime-local"
              value={toField(validFrom, timeZone)}
              error={faultAt(`/values/${index}/validFrom`)}
              onChange={event => change(index, { validFrom: fromField(event.currentTarget.value, timeZone) })}
            />
            <TextInput
              label={t('to')}
              name={`to-${index}`}
              type="datetime-local"
              value={toField(validTo, timeZone)}
              error={faultAt(`/values/${index}/validTo`)}
              onChange={event => change(index, { validTo: fromField(event.currentTarget.value, timeZone) })}
            />
            {draft.values.length > 1 && !readOnly && (
              <ActionIcon
                aria-label={t('removeValue', { value: texts[index] ?? '' })}
                onClick={() => {
                  onChange({ ...draft, values: draft.values.filter((_, at) => at !== index) })
                  choose(Math.max(0, index - 1))
                }}
              >
                <Icon name="close" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {t('addValue')}
        </Button>
      )}
      <p className="quiet">{t('zone', { zone: timeZone })}</p>
    </fieldset>
  )
}
