import type { Interface } from '#app/_i18n/read-interface.ts'
import type { IconName } from '#app/_ui/icon.tsx'
import { sayProblem, type Words } from '#app/_ui/say-problem.ts'
import { preferred } from '#app/_ui/titles.ts'
import type { Session } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { listCountedArticles } from '#lib/authoring/list-counted-articles.ts'
import type { ArticleEntry } from '#lib/authoring/present-article.ts'
import { type PendingSummary, summarisePending } from '#lib/authoring/summarise-pending.ts'
import { now } from '#lib/clock.ts'
import { listReleases } from '#lib/delivery/read-releases.ts'
import { summariseGaps } from '#lib/learning/summarise-gaps.ts'
import { countOpenReports, listReports } from '#lib/operator/list-reports.ts'
import { listLiveLosses } from '#lib/release/list-live-losses.ts'
import { listSchedules, type Scheduled } from '#lib/release/schedule-release.ts'
import { countWaiting, listReviews } from '#lib/review/list-reviews.ts'
import { sayMasks } from '../gaps/say-masks.ts'

export interface HomeItem {
  href: string
  title: string
  lang?: string
  under?: string
  end?: string
}

/** Something that may need the person; `kind` is its name in the messages. */
export interface HomePart {
  kind: 'failed' | 'reviews' | 'sentBack' | 'tasks' | 'gaps' | 'losses' | 'due' | 'scheduled' | 'mine' | 'pending' | 'releases' | 'changes'
  icon: IconName
  count: number
  all: string
  items: HomeItem[]
  /** Needs somebody; the others only tell what happened. */
  waits: boolean
}

/** Rows of each part; the link under them leads to all. */
const shown = 5

/** What needs whoever is signed in, the most pressing first, and what happened lately. Parts with nothing are left out. */
export async function readHome(session: Session, ui: Interface): Promise<HomePart[]> {
  const { istok, actor } = session
  const pending = await summarisePending(istok, actor, shown)
  const parts = await Promise.all([
    readFailed(session, ui),
    canSomewhere(actor, 'approve') ? readReviews(session, ui) : null,
    canSomewhere(actor, 'write') ? readSentBack(session, ui) : null,
    canSomewhere(actor, 'write') ? readTasks(session, ui) : null,
    readLosses(session, ui),
    readDue(session, ui),
    canSomewhere(actor, 'write') ? readOpenGaps(session, ui) : null,
    readScheduled(session, ui),
    minePart(pending, ui),
    canSomewhere(actor, 'publish') ? pendingPart(pending, ui) : null,
    readReleases(session, ui),
    readChanges(session, ui),
  ])
  return parts.filter(part => part !== null && part.items.length > 0) as HomePart[]
}

async function readFailed({ istok, actor }: Session, ui: Interface): Promise<HomePart> {
  const failed = await listSchedules(istok, actor, { states: ['failed'] })
  const items = failed.slice(0, shown).map(one => ({ ...scheduleItem(one, ui), under: underOf(one, ui) }))
  return { kind: 'failed', icon: 'error', count: failed.length, all: '/studio/releases/calendar', items, waits: true }
}

async function readScheduled({ istok, actor }: Session, ui: Interface): Promise<HomePart> {
  const waiting = await listSchedules(istok, actor, { states: ['scheduled'] })
  const items = waiting.slice(0, shown).map(one => scheduleItem(one, ui))
  return { kind: 'scheduled', icon: 'calendar', count: waiting.length, all: '/studio/releases/calendar', items, waits: false }
}

/** Why it failed, in the language of the interface. */
function underOf({ refusal, problem }: Scheduled, { t }: Interface): string | undefined {
  return refusal ? sayProblem(t as unknown as Words, { status: 422, ...refusal }) : (problem ?? undefined)
}

function scheduleItem({ publishAt, note, author }: Scheduled, { t, format }: Interface): HomeItem {
  const href = `/studio/releases/calendar?month=${publishAt.slice(0, 7)}`
  const end = format.dateTime(new Date(publishAt), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  return { href, title: note || t('composer.calendar.noNote'), under: author, end }
}

async function readReviews({ istok, actor }: Session, { format }: Interface): Promise<HomePart> {
  const { items } = await listReviews(istok, actor, { view: 'waiting', limit: shown })
  return {
    ...{ kind: 'reviews', icon: 'reviews', count: await countWaiting(istok, actor), all: '/studio/reviews?view=waiting', waits: true },
    items: items.map(({ id, title, locale, requestedBy, requestedAt }) => ({
      ...{ href: `/studio/reviews/${id}`, title, lang: locale, under: requestedBy.name },
      end: format.relativeTime(requestedAt, now()),
    })),
  }
}

async function readSentBack({ istok, actor }: Session, { format }: Interface): Promise<HomePart> {
  const { items } = await listReviews(istok, actor, { view: 'sentBack', limit: 50 })
  return {
    ...{ kind: 'sentBack', icon: 'undo', count: items.length, all: '/studio/reviews?view=mine&state=rejected', waits: true },
    items: items.slice(0, shown).map(({ id, title, locale, reason, decidedAt }) => ({
      ...{ href: `/studio/reviews/${id}`, title, lang: locale, under: reason ?? undefined },
      end: decidedAt === null ? undefined : format.relativeTime(decidedAt, now()),
    })),
  }
}

/** What operators reported; each is about an article. */
async function readTasks({ istok, actor }: Session, { t, format }: Interface): Promise<HomePart> {
  const { items } = await listReports(istok, actor, { limit: shown })
  return {
    ...{ kind: 'tasks', icon: 'warning', count: await countOpenReports(istok, actor), all: '/studio/tasks', waits: true },
    items: items.map(({ articleId, locale, title, kind, note, reporter, reportedAt }) => ({
      ...{ href: `/studio/articles/${articleId}?locale=${locale}`, title, lang: locale },
      under: [t(`desk.report.${kind}`), note, reporter].filter(Boolean).join(' · '),
      end: format.relativeTime(reportedAt, now()),
    })),
  }
}

/** Questions without an answer that nobody has taken up yet, the most frequent first. */
async function readOpenGaps({ istok, actor }: Session, { t }: Interface): Promise<HomePart> {
  const { count, items } = await summariseGaps(istok, actor, shown)
  return {
    ...{ kind: 'gaps', icon: 'gaps', count, all: '/studio/gaps', waits: true },
    items: items.map(({ title, locale, people }) => ({
      ...{ href: title === '' ? '/studio/gaps' : `/studio/gaps?q=${encodeURIComponent(title)}`, lang: locale },
      title: sayMasks(title, mask => t(`learning.masks.${mask}`)) || t('learning.gaps.hiddenTitle'),
      end: t('home.askedBy', { count: people }),
    })),
  }
}

async function readLosses({ istok, actor }: Session, { t }: Interface): Promise<HomePart> {
  const { items, count } = await listLiveLosses(istok, actor, { limit: shown })
  return {
    ...{ kind: 'losses', icon: 'warning', count, all: '/studio/articles?state=losses', waits: true },
    items: items.map(({ articleId, locale, title, losses, channels }) => ({
      ...{ href: `/studio/articles/${articleId}?locale=${locale}`, title, lang: locale },
      end: t('home.lossCount', { losses, channels }),
    })),
  }
}

async function readDue({ istok, actor }: Session, ui: Interface): Promise<HomePart> {
  const { items, count } = await listCountedArticles(istok, actor, { attention: 'due', sort: 'due', limit: shown })
  return {
    ...{ kind: 'due', icon: 'clock', count, waits: true },
    all: '/studio/articles?sort=due&state=due',
    items: items.map(article => ({
      ...articleItem(article, ui),
      under: article.owner ?? undefined,
      end: article.dueAt === null ? undefined : ui.format.relativeTime(article.dueAt, now()),
    })),
  }
}

/** Drafts that this person changed last. */
function minePart({ mine }: PendingSummary, ui: Interface): HomePart {
  return { ...draftPart(mine, ui), kind: 'mine', icon: 'draft', all: '/studio/articles?state=changed', waits: false }
}

function pendingPart({ articles, keys }: PendingSummary, ui: Interface): HomePart {
  const part = draftPart(articles, ui)
  const count = articles.count + keys.count
  const others = keys.items
    .slice(0, shown - part.items.length)
    .map(({ key, title }) => ({ href: '/studio/releases/new', title: title[ui.locale] ?? key, under: key }))
  return { kind: 'pending', icon: 'send', count, all: '/studio/releases/new', items: [...part.items, ...others], waits: true }
}

function draftPart(
  { count, items: articles }: PendingSummary['articles'],
  { t, locale, format }: Interface,
): Pick<HomePart, 'count' | 'items'> {
  const items = articles.map(({ id, slug, status, translations, updatedAt }) => {
    const one = preferred(translations, locale)
    const href = `/studio/articles/${id}${one ? `?locale=${one.locale}` : ''}`
    return { href, title: one?.title ?? slug, lang: one?.locale, under: t(`status.${status}`), end: format.relativeTime(updatedAt, now()) }
  })
  return { count, items }
}

async function readReleases({ istok, actor }: Session, { t, format }: Interface): Promise<HomePart> {
  const { items } = await listReleases(istok, actor, { limit: shown, before: null })
  return {
    ...{ kind: 'releases', icon: 'releases', count: items[0]?.number ?? 0, all: '/studio/releases', waits: false },
    items: items.map(({ number, note, author, publishedAt }) => ({
      href: `/studio/releases/${number}`,
      title: note || t('releases.named', { number }),
      under: [t('releases.named', { number }), author].filter(Boolean).join(' · '),
      end: format.relativeTime(new Date(publishedAt), now()),
    })),
  }
}

async function readChanges({ istok, actor }: Session, ui: Interface): Promise<HomePart> {
  const { items, count } = await listCountedArticles(istok, actor, { limit: shown })
  return {
    ...{ kind: 'changes', icon: 'changed', count, all: '/studio/articles', waits: false },
    items: items.map(article => ({
      ...articleItem(article, ui),
      under: ui.t(`status.${article.status}`),
      end: ui.format.relativeTime(article.updatedAt, now()),
    })),
  }
}

function articleItem({ id, slug, translations }: ArticleEntry, { locale }: Interface): HomeItem {
  const one = preferred(translations, locale)
  return { href: `/studio/articles/${id}${one ? `?locale=${one.locale}` : ''}`, title: one?.title ?? slug, lang: one?.locale }
}
