import type { Session } from '#app/session.ts'
import { readArticleRights } from '#lib/authoring/article-rights.ts'
import type { Pending } from '#lib/authoring/list-pending.ts'
import { readArticle } from '#lib/authoring/read-article.ts'
import { readFact } from '#lib/authoring/read-fact.ts'
import { readSnippet } from '#lib/authoring/read-snippet.ts'
import { isIstokError } from '#lib/errors.ts'

/** Most of each kind that an address may name beyond what is pending. */
const limit = 200

/** What is pending, with what the address names although it is live as it stands: it can be released again. What does not exist, or the person may not release, is left out. */
export async function readNamed(
  { istok, actor }: Session,
  pending: Pending,
  named: { articles: string[]; facts: string[]; snippets: string[] },
): Promise<Pending> {
  const missing = (ids: string[], known: string[]) => ids.filter(id => !known.includes(id)).slice(0, limit)
  const idsOf = (list: { key: string }[]) => list.map(({ key }) => key)
  const articles = await found(
    missing(
      named.articles,
      pending.articles.map(({ id }) => id),
    ),
    id => readArticle(istok, actor, { id }),
  )
  const facts = await found(missing(named.facts, idsOf(pending.facts)), key => readFact(istok, actor, { key }))
  const snippets = await found(missing(named.snippets, idsOf(pending.snippets)), key => readSnippet(istok, actor, { key }))
  const rights = readArticleRights(
    istok,
    actor,
    articles.map(({ id }) => id),
  )
  const isFull = actor.scopes.has('publish')
  return {
    articles: [...articles.filter(({ id }) => rights.get(id)?.publish), ...pending.articles],
    facts: [...(isFull ? facts : []), ...pending.facts],
    snippets: [...(isFull ? snippets : []), ...pending.snippets],
  }
}

async function found<T>(ids: string[], read: (id: string) => Promise<T>): Promise<T[]> {
  const results = await Promise.all(
    ids.map(id =>
      read(id).catch((error: unknown) => {
        if (isIstokError(error) && error.code === 'not_found') return null
        throw error
      }),
    ),
  )
  return results.filter(result => result !== null)
}
