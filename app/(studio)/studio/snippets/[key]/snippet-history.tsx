import { RevisionHistory } from '#app/_catalogue/revision-history.tsx'
import { requireSession } from '#app/session.ts'
import { listSnippetRevisions, type SnippetRevision } from '#lib/authoring/list-snippet-revisions.ts'
import type { SnippetEntry } from '#lib/authoring/read-snippet.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'

/** What was published of a snippet, language by language. */
export async function SnippetHistory({ snippet }: { snippet: SnippetEntry }) {
  const { istok, actor } = await requireSession()
  const { items } = await listSnippetRevisions(istok, actor, { key: snippet.key, limit: 30 })
  return (
    <RevisionHistory
      path={`/snippets/${encodeURIComponent(snippet.key)}`}
      version={actor.scopes.has('write') ? snippet.version : null}
      revisions={items}
      changesOf={changesOf}
    />
  )
}

/** Every language of a revision beside what it was; the first revision as it is. */
function changesOf(revision: SnippetRevision, before: SnippetRevision | undefined) {
  const textOf = ({ title, documents }: SnippetRevision, locale: string) =>
    [title[locale], documents[locale] && serializeMarkdown(documents[locale])].filter(text => text).join('\n')
  const locales = [...new Set([...Object.keys(revision.documents), ...Object.keys(before?.documents ?? {})])].sort()
  return locales
    .map(locale => ({ name: locale, lang: locale, pieces: compareWords(textOf(before ?? revision, locale), textOf(revision, locale)) }))
    .filter(({ pieces }) => !before || pieces.some(({ fate }) => fate !== 'same'))
}
