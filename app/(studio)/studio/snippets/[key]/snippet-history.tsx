import { Pieces } from '#app/_catalogue/pieces.tsx'
import { RestoreButton } from '#app/_catalogue/restore-button.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'
import { listSnippetRevisions, type SnippetRevision } from '#lib/authoring/list-snippet-revisions.ts'
import type { SnippetEntry } from '#lib/authoring/read-snippet.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'

/** What was published of a snippet: who, when, in which release, and what changed word by word in each language. */
export async function SnippetHistory({ snippet }: { snippet: SnippetEntry }) {
  const { t, format } = await readInterface()
  const { istok, actor } = await requireSession()
  const { items } = await listSnippetRevisions(istok, actor, { key: snippet.key, limit: 30 })
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
            {changesOf(revision, items[index + 1]).map(({ locale, pieces }) => (
              <p key={locale} className="history-change history-text">
                <span className="locale-mark">{locale}</span> <Pieces pieces={pieces} lang={locale} />
              </p>
            ))}
            {actor.scopes.has('write') && (
              <RestoreButton
                path={`/snippets/${encodeURIComponent(snippet.key)}/revisions/${revision.number}/restoration`}
                number={revision.number}
                version={snippet.version}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Every language of a revision beside what it was; the first revision as it is. */
function changesOf(revision: SnippetRevision, before: SnippetRevision | undefined) {
  const textOf = ({ title, documents }: SnippetRevision, locale: string) =>
    [title[locale], documents[locale] && serializeMarkdown(documents[locale])].filter(text => text).join('\n')
  const locales = [...new Set([...Object.keys(revision.documents), ...Object.keys(before?.documents ?? {})])].sort()
  return locales
    .map(locale => ({ locale, pieces: compareWords(textOf(before ?? revision, locale), textOf(revision, locale)) }))
    .filter(({ pieces }) => !before || pieces.some(({ fate }) => fate !== 'same'))
}
