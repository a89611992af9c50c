import { sql } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import { countUses } from '#lib/authoring/count-category-articles.ts'
import { type CategoryEntry, listCategories } from '#lib/authoring/list-categories.ts'
import type { CategoryFields } from '#lib/authoring/write-category.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type ChangedRights, compareRights } from './compare-rights.ts'
import { compareTopicCounts, type TopicCount } from './compare-topic-counts.ts'
import { countUnpublished } from './count-unpublished.ts'
import { comparePlaces, inLocale, type PlaceImpact, readLiveAnswers } from './placed-answers.ts'
import { requireOnePlan } from './require-one-plan.ts'

const fields = ['slug', 'title', 'description', 'parent'] as const
/** Other fields of a category; or where its articles go (`into`: slug, null: nowhere); or that it is deleted: one of the three. */
export type CategoryPlan = Pick<CategoryFields, (typeof fields)[number]> & { into?: string | null; remove?: true }

export interface CategoryImpact extends PlaceImpact {
  /** The category's own page in each language in which the site shows it: its words, where they differ. */
  pages: { locale: string; field: 'title' | 'description'; before: string; after: string }[]
  /** Slugs in the address of that page, by language, where they differ; the former address is not found any more. */
  addresses: { locale: string; before: string; after: string }[]
  /** Topics that have another number of answers on the site. */
  counts: TopicCount[]
  /** Who may do other things with its articles. */
  rights: ChangedRights[]
  /** What keeps it from being deleted: categories below it (slugs), drafted articles, live ones; null: nothing, or it is not to be. */
  standing: { categories: string[]; articles: number; live: number } | null
}

/**
 * What readers would see otherwise after a change of a category: the way of topics above each live answer, and the category's own page. Fields show at once;
 * where the articles go shows when they are published, in every channel that says them. Throws forbidden (needs write or read:internal), not_found, invalid
 * (`into` or `parent` is unknown or below the category, `slug` is kept by live answers, several plans at once).
 */
export async function readCategoryImpact(
  istok: Istok,
  actor: Actor,
  { id, plan }: { id: string; plan: CategoryPlan },
): Promise<CategoryImpact> {
  const { items: all } = await listCategories(istok, actor)
  const own = all.find(one => one.id === id)
  if (!own) throw new IstokError('not_found', `There is no category "${id}"`)
  requireOnePlan(plan, [fields, ['into'], ['remove']])
  if (plan.remove) return { ...nothing, standing: standingIn(istok, all, own) }
  return plan.into !== undefined ? impactOfMoving(istok, all, own, plan.into) : impactOfFields(istok, actor, all, own, plan)
}

const nothing = {
  ...{ seen: 'nothing', articles: 0, translations: 0, channels: {}, draftsOnly: 0, unpublished: 0, items: [], standing: null },
  ...{ pages: [], addresses: [], counts: [], rights: [] },
} as const satisfies CategoryImpact

function standingIn({ database }: Istok, all: CategoryEntry[], own: CategoryEntry): CategoryImpact['standing'] {
  const categories = all.filter(({ parent }) => parent === own.slug).map(({ slug }) => slug)
  const { articles, live } = countUses(database.reader.orm)[own.slug] ?? { articles: 0, live: 0 }
  return categories.length + articles + live === 0 ? null : { categories, articles, live }
}

function impactOfFields(istok: Istok, actor: Actor, all: CategoryEntry[], own: CategoryEntry, plan: CategoryPlan): CategoryImpact {
  const { orm } = istok.database.reader
  const { slug = own.slug, title = own.title, description = own.description, parent = own.parent } = plan
  if (parent !== null) requireKnown(all, parent, '/parent')
  const changed = all.map(one => (one === own ? { ...own, title, description, parent } : one))
  if (parent !== null && waySlugs(changed, parent).includes(own.slug)) throw refusal('/parent', 'is below this category', 'below-itself')
  if (slug !== own.slug && (countUses(orm)[own.slug]?.live ?? 0) > 0)
    throw refusal('/slug', 'cannot change while live answers stand in this category', 'slug-live')
  const branch = all.map(({ slug }) => slug).filter(slug => waySlugs(all, slug).includes(own.slug))
  const answers = readLiveAnswers(orm, sql`t.live_metadata ->> 'category' IN (SELECT value FROM json_each(${JSON.stringify(branch)}))`)
  const [before, after] = [waysIn(all), waysIn(changed)]
  const compared = comparePlaces(answers, ({ category, locale }) => ({
    before: before(category, locale),
    after: after(category, locale),
  }))
  const locales = [...new Set(answers.filter(({ channels }) => channels.includes('website')).map(({ locale }) => locale))].sort()
  const pages = locales.flatMap(locale =>
    (['title', 'description'] as const).map(field => ({
      ...{ locale, field },
      before: inLocale(own[field], locale),
      after: inLocale({ title, description }[field], locale),
    })),
  )
  const differing = pages.filter(({ before, after }) => before !== after)
  const addresses = slug === own.slug ? [] : locales.map(locale => ({ locale, before: own.slug, after: slug }))
  const isMoved = parent !== own.parent
  const isSeen = compared.translations + differing.length + addresses.length > 0
  return {
    ...{ ...nothing, ...compared, seen: isSeen ? 'at-once' : 'nothing', pages: differing, addresses },
    draftsOnly: slug === own.slug ? 0 : (countUses(orm)[own.slug]?.articles ?? 0),
    counts: isMoved ? compareTopicCounts(orm, all, changed) : [],
    rights: isMoved ? compareRights(orm, actor, idsOf(all, own.slug), idsOf(changed, own.slug)) : [],
  }
}

function idsOf(all: CategoryEntry[], slug: string): string[] {
  return waySlugs(all, slug).flatMap(one => all.find(entry => entry.slug === one)?.id ?? [])
}

function impactOfMoving(istok: Istok, all: CategoryEntry[], own: CategoryEntry, into: string | null): CategoryImpact {
  if (into !== null) requireKnown(all, into, '/into')
  if (into === own.slug) throw refusal('/into', 'is the category itself', 'same-place')
  const { orm } = istok.database.reader
  const drafted = sql`SELECT id FROM article WHERE category_id = ${own.id} AND deleted_at IS NULL`
  const answers = readLiveAnswers(orm, sql`t.article_id IN (${drafted})`)
  const way = waysIn(all)
  const compared = comparePlaces(answers, ({ category, locale }) => ({ before: way(category, locale), after: way(into, locale) }))
  const total = orm.get<{ count: number }>(sql`SELECT count(*) AS count FROM (${drafted})`)?.count ?? 0
  const live = new Set(answers.map(({ articleId }) => articleId)).size
  return {
    ...nothing,
    ...compared,
    seen: compared.translations > 0 ? 'with-release' : 'nothing',
    draftsOnly: total - live,
    unpublished: countUnpublished(orm, drafted),
  }
}

/** Says the titles of the topics from the top down to a category, as the site writes them above an answer; each way is looked for once. */
function waysIn(all: CategoryEntry[]): (slug: string | null, locale: string) => string[] {
  const known = new Map<string, string[]>()
  return (slug, locale) => {
    const key = `${locale} ${slug}`
    const way =
      known.get(key) ?? waySlugs(all, slug).map(one => inLocale(all.find(entry => entry.slug === one)?.title ?? {}, locale) || one)
    known.set(key, way)
    return way
  }
}

function waySlugs(all: CategoryEntry[], slug: string | null): string[] {
  const way: string[] = []
  for (let at = slug; at !== null && !way.includes(at); at = all.find(one => one.slug === at)?.parent ?? null) way.unshift(at)
  return way
}

function requireKnown(all: CategoryEntry[], slug: string, pointer: string): void {
  if (!all.some(one => one.slug === slug)) throw refusal(pointer, `there is no category "${slug}"`, 'missing', slug)
}

function refusal(pointer: string, message: string, reason: string, value = ''): IstokError {
  return new IstokError('invalid', 'The category cannot be changed like this', {
    errors: [{ pointer, message, reason, arguments: { value } }],
  })
}
