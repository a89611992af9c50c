import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { readArticle } from '#lib/authoring/read-article.ts'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type Attendance, absence, presenceOf, remembered } from './presence-of.ts'

/** Somebody who has the article open, as others see them. Times in milliseconds since the epoch. */
export interface Attendee {
  tab: string
  name: string
  locale: string
  openedAt: number
  /** The one who asks, in another tab. */
  isSelf: boolean
}

export interface Presence {
  others: Attendee[]
  /** Version of the draft in this tab's language, null: there is none. Whoever knows an older one learns here that somebody saved. */
  version: number | null
}

/**
 * Says that a tab has the article open, and tells which other tabs do, the earliest first. To be said again every 8 s; who is silent for 25 s has left.
 * Throws unauthenticated, forbidden (needs write, and a person: keys are not present), not_found (article).
 */
export async function attendArticle(
  istok: Istok,
  actor: Actor,
  { articleId, locale, tab }: { articleId: string; locale: string; tab: string },
): Promise<Presence> {
  requirePerson(actor)
  requireArticle(istok.database.reader.orm, actor, 'write', articleId)
  const { translations } = await readArticle(istok, actor, { id: articleId })
  const time = now()
  const articles = presenceOf(istok)
  forgetAbsent(articles, time)
  const tabs = articles.get(articleId) ?? new Map<string, Attendance>()
  const before = tabs.get(tab)
  const isMine = before === undefined || before.actorId === actor.id
  if (isMine && (before !== undefined || tabs.size < remembered)) {
    tabs.set(tab, { tab, actorId: actor.id, name: actor.name, locale, openedAt: before?.openedAt ?? time, seenAt: time })
    articles.set(articleId, tabs)
  }
  const others = [...tabs.values()]
    .filter(other => other.tab !== tab)
    .sort((a, b) => a.openedAt - b.openedAt)
    .map(({ tab, actorId, name, locale, openedAt }) => ({ tab, name, locale, openedAt, isSelf: actorId === actor.id }))
  return { others, version: translations.find(translation => translation.locale === locale)?.version ?? null }
}

/** Says that a tab was closed. A tab of somebody else stays. Throws unauthenticated, forbidden. */
export function leaveArticle(istok: Istok, actor: Actor, { articleId, tab }: { articleId: string; tab: string }): void {
  requirePerson(actor)
  const tabs = presenceOf(istok).get(articleId)
  if (tabs?.get(tab)?.actorId === actor.id) tabs.delete(tab)
}

function requirePerson(actor: Actor): void {
  requireSomewhere(actor, 'write')
  if (actor.kind !== 'user') throw new IstokError('forbidden', 'Only people are present: sign in')
}

function forgetAbsent(articles: Map<string, Map<string, Attendance>>, time: number): void {
  for (const [articleId, tabs] of articles) {
    for (const [tab, { seenAt }] of tabs) if (time - seenAt > absence) tabs.delete(tab)
    if (tabs.size === 0) articles.delete(articleId)
  }
}
