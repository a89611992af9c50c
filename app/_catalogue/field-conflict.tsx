'use client'

import { ConflictNote } from './conflict-note.tsx'

interface Field {
  label: string
  mine: string
  theirs: string
}

interface Props {
  fields: Field[]
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else has saved the same form in the meantime: the fields in which both differ, as they are here and there, and a choice. */
export function FieldConflict({ fields, onKeepMine, onTakeTheirs }: Props) {
  const different = fields.filter(({ mine, theirs }) => mine !== theirs)
  const shown = different.length > 0 ? different : fields
  return (
    <ConflictNote
      mine={<Values fields={shown} side="mine" />}
      theirs={<Values fields={shown} side="theirs" />}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />
  )
}

function Values({ fields, side }: { fields: Field[]; side: 'mine' | 'theirs' }) {
  return (
    <dl className="conflict-fields">
      {fields.map(field => (
        <div key={field.label}>
          <dt>{field.label}</dt>
          <dd>{field[side] || '—'}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Texts by language as one line; languages without a text are left out. */
export function saidInAll(texts: Record<string, string>): string {
  return Object.entries(texts)
    .filter(([, text]) => text.trim() !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([locale, text]) => `${locale.toUpperCase()}: ${text}`)
    .join(' · ')
}
