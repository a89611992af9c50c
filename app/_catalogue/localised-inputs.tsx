'use client'

import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

interface Props {
  /** Languages of the house. */
  locales: readonly string[]
  /** Says what the text is, e.g. "Title". */
  label: string
  name: string
  values: Record<string, string>
  onChange: (values: Record<string, string>) => void
  /** What is wrong, by language. */
  errors?: Record<string, ReactNode>
  long?: boolean
  maxLength?: number
  autoFocus?: boolean
}

/** One field for each language; an empty one leaves the language out. */
export function LocalisedInputs({
  locales,
  label,
  name,
  values,
  onChange,
  errors = {},
  long = false,
  maxLength,
  autoFocus = false,
}: Props) {
  const t = useTranslations('catalogue.list')
  const all = [...new Set([...locales, ...Object.keys(values)])]
  const Field = long ? Textarea : TextInput
  return (
    <div className="localised">
      {all.map((locale, index) => (
        <Field
          key={locale}
          label={t('inLanguage', { label, locale: locale.toUpperCase() })}
          name={`${name}-${locale}`}
          lang={locale}
          maxLength={maxLength}
          value={values[locale] ?? ''}
          error={errors[locale]}
          {...(autoFocus && index === 0 ? { 'data-autofocus': true } : {})}
          {...(long ? { autosize: true, minRows: 2 } : {})}
          onChange={event => {
            const { [locale]: _, ...rest } = values
            const text = event.currentTarget.value
            onChange(text === '' ? rest : { ...rest, [locale]: text })
          }}
        />
      ))}
    </div>
  )
}
