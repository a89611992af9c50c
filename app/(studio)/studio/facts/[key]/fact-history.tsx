import { Pieces } from '#app/_catalogue/pieces.tsx'
import { RestoreButton } from '#app/_catalogue/restore-button.tsx'
import { type Interface, readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'
import { type FactRevision, listFactRevisions } from '#lib/authoring/list-fact-revisions.ts'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { FactType } from '#lib/document/facts.ts'

/** What was published of a fact: who, when, in which release, and what changed word by word; an earlier state becomes the draft again. */
export async function FactHistory({ fact }: { fact: FactEntry }) {
  const { t, locale, format } = await readInterface()
  const { istok, actor } = await requireSession()
  const { items } = await listFactRevisions(istok, actor, { key: fact.key, limit: 50 })
  const texts = items.map(revision => inWords(fact.key, revision, { t, locale, format }))
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t('catalogue.history.title')}</h2>
      {items.length === 0 && <p className="quiet">{t('catalogue.history.neverPublished')}</p>}
      <ol className="past-list">
        {items.map((revision, index) => (
          <li key={revision.number}>
            <p>
              <strong>{t('catalogue.history.revision', { number: revision.number })}</strong>
              {revision.isLive && <span className="state state-green">{t('catalogue.history.live')}</span>}
              <span className="quiet">
                {revision.by} · {format.dateTime(revision.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
                {revision.releases.length > 0 && ` · ${t('catalogue.history.releases', { numbers: revision.releases.join(', ') })}`}
              </span>
            </p>
            <p className="history-change">
              <Pieces pieces={compareWords(texts[index + 1] ?? texts[index] ?? '', texts[index] ?? '')} />
            </p>
            {actor.scopes.has('write') && (
              <RestoreButton
                path={`/facts/${encodeURIComponent(fact.key)}/revisions/${revision.number}/restoration`}
                number={revision.number}
                version={fact.version}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
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
