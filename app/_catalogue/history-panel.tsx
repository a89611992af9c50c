import { readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'
import { type HistoryEntry, type HistoryKind, listHistory } from '#lib/access/list-history.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import { Pieces } from './pieces.tsx'

/** Who did what to one thing and when, newest first, and what was changed word by word. */
export async function HistoryPanel({ kind, id }: { kind: HistoryKind; id: string }) {
  const { t, format } = await readInterface()
  const { istok, actor } = await requireSession()
  const { items } = await listHistory(istok, actor, { kind, id, limit: 30 })
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t('catalogue.history.title')}</h2>
      {items.length === 0 ? (
        <p className="quiet">{t('catalogue.history.none')}</p>
      ) : (
        <ol className="past-list">
          {items.map(entry => (
            <li key={entry.id}>
              <p>
                <strong>{t(`catalogue.history.verbs.${verbOf(entry.action)}`)}</strong>{' '}
                <span className="quiet">
                  {entry.by} · {format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'short' })}
                </span>
              </p>
              <Changed entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const verbs = ['created', 'saved', 'updated', 'merged', 'emptied', 'stored', 'renamed'] as const

function verbOf(action: string): (typeof verbs)[number] | 'other' {
  return verbs.find(verb => action.endsWith(`.${verb}`)) ?? 'other'
}

/** Members that say nothing to a reader. */
const silent = new Set(['before', 'version', 'bytes', 'parentId'])

function Changed({ entry: { details } }: { entry: HistoryEntry }) {
  const before = (details.before ?? {}) as Record<string, unknown>
  const members = Object.keys(details).filter(name => !silent.has(name) && (!details.before || name in before || name === 'articles'))
  return members.map(name => {
    const pieces = compareWords(name in before ? inWords(before[name]) : inWords(details[name]), inWords(details[name]))
    return pieces.length === 0 ? null : (
      <p key={name} className="history-change">
        <Pieces pieces={pieces} />
      </p>
    )
  })
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .map(([name, member]) => `${name}: ${inWords(member)}`)
      .join('; ')
  return value === null || value === undefined ? '—' : String(value)
}
