import type { Session } from '#app/session.ts'
import { readArticleRights } from '#lib/authoring/article-rights.ts'
import { readArticle } from '#lib/authoring/read-article.ts'
import { readFact } from '#lib/authoring/read-fact.ts'
import { readSnippet } from '#lib/authoring/read-snippet.ts'
import { isIstokError } from '#lib/errors.ts'

/** Most of each kind that are read one by one because an address names them. */
const limit = 200

type Ids = Record<'articles' | 'facts' | 'snippets', string[]>

/** What the address names although it is not among `shown`: it can be released again, or is further down the list. What does not exist, or the person may not release, is left out. */
export async function readNamed({ istok, actor }: Session, named: Ids, shown: Ids) {
  const missing = (kind: keyof Ids) => [...new Set(named[kind])].filter(id => !shown[kind].includes(id)).slice(0, limit)
  const articles = await found(missing('articles'), id => readArticle(istok, actor, { id }))
  const facts = await found(missing('facts'), key => readFact(istok, actor, { key }))
  const snippets = await found(missing('snippets'), key => readSnippet(istok, actor, { key }))
  const rights = readArticleRights(
    istok,
    actor,
    articles.map(({ id }) => id),
  )
  const isFull = actor.scopes.has('publish')
  return {
    articles: articles.filter(({ id }) => rights.get(id)?.publish),
    facts: isFull ? facts : [],
    snippets: isFull ? snippets : [],
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
