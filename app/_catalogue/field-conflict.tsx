'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ConflictNote } from './conflict-note.tsx'
import type { FieldClash } from './meet-fields.ts'
import type { Clash } from './use-saving.ts'

interface Props<F> {
  clash: Clash<F>
  /** What stands in the form. */
  mine: F
  labels: Record<keyof F & string, string>
  /** A value as it is shown; as it is, when not given. */
  say?: (field: keyof F & string, value: unknown) => ReactNode
  /** What a part of a field is called; a part is a language, when not given. */
  nameOf?: (part: string) => string
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else has changed the same fields of a form in the meantime: both values of each, and a choice. Everything else is put together by itself. */
export function FieldConflict<F extends object>({ clash, mine, labels, say = sayPlain, nameOf, onKeepMine, onTakeTheirs }: Props<F>) {
  const inLanguage = useTranslations('catalogue.list')
  const values = (fields: F) => (
    <dl className="conflict-fields">
      {clash.clashes.map(({ field, part }) => (
        <div key={`${field} ${part}`} lang={nameOf ? undefined : (part ?? undefined)}>
          <dt>
            {part === null
              ? labels[field]
              : (nameOf?.(part) ?? inLanguage('inLanguage', { label: labels[field], locale: part.toUpperCase() }))}
          </dt>
          <dd>{say(field, valueIn(fields, { field, part })) || '—'}</dd>
        </div>
      ))}
    </dl>
  )
  return <ConflictNote mine={values(mine)} theirs={values(clash.theirs.fields)} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />
}

function valueIn<F>(fields: F, { field, part }: FieldClash<F>): unknown {
  const value = fields[field]
  return part === null ? value : (value as Record<string, unknown>)[part]
}

function sayPlain(_field: string, value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '')
}
