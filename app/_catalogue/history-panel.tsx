import { type Interface, readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'
import { type HistoryEntry, type HistoryKind, listHistory } from '#lib/access/list-history.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import { type PastEntry, PastList } from './past-list.tsx'
import { changedMembers, pastStates } from './past-states.ts'
import { RestoreButton } from './restore-button.tsx'

interface Props {
  kind: HistoryKind
  id: string
  /** Where an earlier state is put back, and the members that can be, as they are now. */
  restore?: { path: string; version: number; now: Record<string, unknown> }
  /** What ids that the history names are called. */
  names?: ReadonlyMap<string, string>
}

/** Who did what to one thing and when, newest first, and what was changed word by word. */
export async function HistoryPanel({ kind, id, restore, names }: Props) {
  const ui = await readInterface()
  const { t, format } = ui
  const { istok, actor } = await requireSession()
  const { items } = await listHistory(istok, actor, { kind, id, limit: 50 })
  const states = restore && pastStates(restore.now, items)
  const entries = items.map((entry, index): PastEntry => {
    const back = restore && changedMembers(states?.[index] ?? {}, restore.now)
    const date = format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'short' })
    return {
      ...{ id: entry.id, what: t(`catalogue.history.verbs.${verbOf(entry.action)}`), by: entry.by, at: entry.at },
      changes: changesOf(entry, ui, names),
      restore: restore && back && Object.keys(back).length > 0 && (
        <RestoreButton
          method="PATCH"
          path={restore.path}
          body={back}
          version={restore.version}
          words={{
            label: t('catalogue.history.bringBack'),
            named: t('catalogue.history.bringBackNamed', { date }),
            done: t('catalogue.history.broughtBack', { date }),
          }}
        />
      ),
    }
  })
  return <PastList entries={entries} none={t('catalogue.history.none')} />
}

const verbs = ['created', 'saved', 'updated', 'merged', 'emptied', 'stored', 'renamed', 'replaced'] as const

function verbOf(action: string): (typeof verbs)[number] | 'other' {
  return verbs.find(verb => action.endsWith(`.${verb}`)) ?? 'other'
}

/** Members that say something to a reader. */
const members = [
  'slug',
  'title',
  'description',
  'terms',
  'direction',
  'locale',
  'parentId',
  'position',
  'fileName',
  'from',
  'into',
  'articles',
] as const

function changesOf({ details }: HistoryEntry, ui: Interface, names: Props['names']): PastEntry['changes'] {
  const before = (details.before ?? {}) as Record<string, unknown>
  const isChange = details.before !== undefined
  const known = members.filter(name => name in details && (!isChange || name in before || name === 'articles' || name === 'from'))
  return known.flatMap(name => {
    const [was, is] = [name in before ? before[name] : details[name], details[name]].map(value => inWords(name, value, ui, names))
    if (was === is && name in before) return []
    return { name, label: ui.t(`catalogue.history.members.${name}`), pieces: compareWords(was ?? '', is ?? '') }
  })
}

function inWords(name: string, value: unknown, ui: Interface, names: Props['names']): string {
  if (name === 'direction') return ui.t(`catalogue.synonyms.directions.${value as 'both'}`)
  if (value === null || value === undefined) return '—'
  if (name === 'parentId') return names?.get(String(value)) ?? String(value)
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'object') return String(value)
  const texts = Object.entries(value).filter(([, text]) => text !== '')
  return texts.length === 0 ? '—' : texts.map(([locale, text]) => `${locale}: ${text}`).join('; ')
}
