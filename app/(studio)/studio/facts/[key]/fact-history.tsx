import { RevisionHistory } from '#app/_catalogue/revision-history.tsx'
import { type Interface, readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'
import { type FactRevision, listFactRevisions } from '#lib/authoring/list-fact-revisions.ts'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { FactType } from '#lib/document/facts.ts'

/** What was published of a fact: its titles and its values with their periods. */
export async function FactHistory({ fact }: { fact: FactEntry }) {
  const ui = await readInterface()
  const { istok, actor } = await requireSession()
  const { items } = await listFactRevisions(istok, actor, { key: fact.key, limit: 50 })
  const said = (revision: FactRevision) => inWords(fact.key, revision, ui)
  return (
    <RevisionHistory
      path={`/facts/${encodeURIComponent(fact.key)}`}
      version={actor.scopes.has('write') ? fact.version : null}
      revisions={items}
      changesOf={(revision, before) => [{ name: 'fact', pieces: compareWords(said(before ?? revision), said(revision)) }]}
    />
  )
}

function inWords(
  key: string,
  { type, unit, title, values }: FactRevision,
  { t, locale, format }: Pick<Interface, 't' | 'locale' | 'format'>,
): string {
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' })
  const lines = values.map(({ value, validFrom, validTo }) => {
    const said = formatFact({ key, type: type as FactType, unit, value }, locale)
    if (validFrom === null && validTo === null) return `${said} — ${t('catalogue.facts.always')}`
    if (validFrom === null) return `${said} — ${t('catalogue.facts.until', { to: day(validTo as string) })}`
    if (validTo === null) return `${said} — ${t('catalogue.facts.since', { from: day(validFrom) })}`
    return `${said} — ${t('catalogue.facts.between', { from: day(validFrom), to: day(validTo) })}`
  })
  return `${Object.values(title).join(' / ')}: ${lines.join('; ')}`
}
