'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState, useTransition } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { withQuery } from '#app/_ui/query.ts'
import { useListKeys } from './use-list-keys.ts'

interface Choice {
  name: string
  label: string
  value: string
  /** Value and label; the first is "all" with an empty value. */
  options: [string, string][]
}

interface Props {
  path: string
  /** What the search looks through. */
  label: string
  q: string
  choices?: Choice[]
  /** Parameters that stay as they are. */
  keep?: Record<string, string>
  /** Where something new is made. */
  newHref?: string
  children?: ReactNode
}

/** Narrows a list down as one types and chooses; the address keeps it. From the field the arrow keys lead through the rows. */
export function ListToolbar({ path, label, q, choices = [], keep = {}, newHref, children }: Props) {
  const t = useTranslations('catalogue.list')
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(q)
  const [pending, startTransition] = useTransition()
  const chosen = Object.fromEntries(choices.map(({ name, value }) => [name, value]))
  const go = (change: Record<string, string>) =>
    startTransition(() => router.replace(withQuery(path, { ...keep, ...chosen, q: text, ...change })))
  const search = useDebouncedCallback((value: string) => go({ q: value }), 200)
  useListKeys(field, newHref)
  return (
    <search className="toolbar" aria-busy={pending}>
      <TextInput
        ref={field}
        className="grow"
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        leftSection={<Icon name="search" />}
        rightSection={pending ? <span className="busy-dot" role="status" aria-label={t('searching')} /> : null}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      {choices.map(({ name, label, value, options }) => (
        <NativeSelect
          key={name}
          aria-label={label}
          value={value}
          onChange={event => go({ [name]: event.currentTarget.value })}
          data={options.map(([value, label]) => ({ value, label }))}
        />
      ))}
      {children}
    </search>
  )
}
