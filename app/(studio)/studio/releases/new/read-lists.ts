import type { Session } from '#app/session.ts'
import { findPending } from '#lib/authoring/find-pending.ts'
import type { Status } from '#lib/authoring/status.ts'
import { now } from '#lib/clock.ts'
import { articleItem, factItem, type PickLists, snippetItem } from './pick-item.ts'
import { readNamed } from './read-named.ts'

/** Of each kind, as the page begins. */
const limit = 200

/** The first of what is pending of each kind with how many there are, and what the address names beyond it, for somebody who reads `locale`. */
export async function readLists(
  session: Session,
  named: Record<'articles' | 'facts' | 'snippets', string[]>,
  locale: string,
): Promise<PickLists> {
  const { istok, actor } = session
  const articles = await findPending(istok, actor, { kind: 'articles', limit })
  const facts = await findPending(istok, actor, { kind: 'facts', limit })
  const snippets = await findPending(istok, actor, { kind: 'snippets', limit })
  const others = await readNamed(session, named, {
    articles: articles.items.map(({ id }) => id),
    facts: facts.items.map(({ key }) => key),
    snippets: snippets.items.map(({ key }) => key),
  })
  const at = now()
  const live = (list: { key: string; status: Status }[]) => list.filter(({ status }) => !isPending(status)).map(({ key }) => key)
  return {
    articles: {
      ...articles,
      items: articles.items.map(one => articleItem(one, locale)),
      named: others.articles.map(one => articleItem(one, locale)),
      live: others.articles.filter(({ translations }) => !translations.some(({ status }) => isPending(status))).map(({ id }) => id),
    },
    facts: {
      ...facts,
      items: facts.items.map(one => factItem(one, locale, at)),
      named: others.facts.map(one => factItem(one, locale, at)),
      live: live(others.facts),
    },
    snippets: {
      ...snippets,
      items: snippets.items.map(one => snippetItem(one, locale)),
      named: others.snippets.map(one => snippetItem(one, locale)),
      live: live(others.snippets),
    },
  }
}

const isPending = (status: Status) => status === 'draft' || status === 'changed'
