import { and, desc, eq, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, revision, translation } from '#db/schema/content.ts'
import { reference } from '#db/schema/facts.ts'
import { head, liveTag, publication, redirect } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { PublishedContent } from './change.ts'
import type { CompiledTranslation } from './compile-change.ts'
import type { TranslationKey } from './find-affected.ts'
import type { ReferenceKeys } from './references-of.ts'

type Orm = BetterSQLite3Database

/**
 * Makes a translation's content live in this release: an immutable revision, the note of what is live since when, what it refers to, and a redirect when
 * its slug changed. Returns the revision's number, null when it is withdrawn. Throws conflict when the slug is another article's that keeps it.
 */
export async function writePublication(
  tx: Transaction,
  compiled: CompiledTranslation,
  heads: Head[],
  { release }: { release: number },
  author: string,
): Promise<number | null> {
  const { articleId, locale, content, metadata } = compiled
  const isSaidAlready = metadata !== null && compiled.isLive
  if (metadata && !isSaidAlready) await keepSlug(tx, heads, { articleId, slug: metadata.slug, release })
  const number = metadata && (compiled.revision ?? (content && (await revisionOf(tx, compiled, content, author))))
  await prepared(tx.orm, insertPublication).execute({ articleId, locale, release, revision: number })
  if (isSaidAlready) {
    await prepared(tx.orm, setLiveRelease).execute({ articleId, locale, release })
    return number
  }
  const live = {
    revision: number,
    release: metadata && release,
    hash: content?.hash ?? null,
    metadata: metadata && JSON.stringify(metadata),
  }
  await prepared(tx.orm, setLive).execute({ articleId, locale, ...live })
  await writeLiveReferences(tx, compiled, compiled.references)
  await prepared(tx.orm, removeTags).execute({ articleId, locale })
  for (const tag of new Set(metadata?.tags)) await prepared(tx.orm, insertTag).execute({ articleId, locale, tag })
  return number
}

/** The newest revision when it says the same, else a new one. */
async function revisionOf(tx: Transaction, key: TranslationKey, content: PublishedContent, author: string): Promise<number> {
  const { articleId, locale } = key
  const newest = await prepared(tx.orm, newestRevision).get({ articleId, locale })
  if (newest && newest.hash === content.hash && JSON.stringify(newest.metadata) === JSON.stringify(content.metadata)) return newest.number
  const number = (newest?.number ?? 0) + 1
  await prepared(tx.orm, insertRevision).execute({ ...content, articleId, locale, number, createdAt: tx.now, createdBy: author })
  return number
}

/** A current rendition of the article in any locale, or of whoever holds its slug. */
export interface Head {
  id: number
  channel: string
  locale: string
  slug: string
  articleId: string
  category: string | null
}

/** The heads of an article and of its slug, read once for everything that the release has to know of them. */
export async function readHeads(tx: Transaction, { articleId, metadata }: CompiledTranslation): Promise<Head[]> {
  return prepared(tx.orm, headsOf).all({ articleId, slug: metadata?.slug ?? null })
}

async function keepSlug(
  tx: Transaction,
  heads: Head[],
  { articleId, slug, release }: { articleId: string; slug: string; release: number },
): Promise<void> {
  if (heads.some(head => head.slug === slug && head.articleId !== articleId)) {
    throw new IstokError('conflict', `The slug "${slug}" is live for another article`, {
      reason: 'slug-live',
      arguments: { value: slug },
    })
  }
  const former = new Set(heads.filter(head => head.articleId === articleId && head.slug !== slug).map(head => head.slug))
  for (const before of former) await prepared(tx.orm, insertRedirect).execute({ slug: before, articleId, release })
  await prepared(tx.orm, removeRedirect).execute({ slug })
}

async function writeLiveReferences(
  tx: Transaction,
  { articleId, locale }: TranslationKey,
  references: ReferenceKeys | null,
): Promise<void> {
  await prepared(tx.orm, removeReferences).execute({ articleId, locale })
  if (!references) return
  for (const [kind, keys] of Object.entries(references)) {
    for (const key of keys) await prepared(tx.orm, insertReference).execute({ articleId, locale, kind, key })
  }
}

/** Throws conflict when the draft or the article's metadata changed after they had been read for this release. */
export async function checkDraft(tx: Transaction, { articleId, locale, draft, metadata }: CompiledTranslation): Promise<void> {
  if (!draft) return
  const current = await prepared(tx.orm, versions).get({ articleId, locale })
  if (current?.version === draft.version && current.articleVersion === draft.articleVersion) return
  throw new IstokError(
    'conflict',
    `The draft of "${metadata?.slug ?? articleId}" (${locale}) was changed while it was being published: look at it and publish again`,
    { reason: 'draft-changed', arguments: { value: metadata?.slug ?? articleId, locale } },
  )
}

const versions = (orm: Orm) =>
  orm
    .select({ version: translation.version, articleVersion: article.version })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .where(and(eq(translation.articleId, sql.placeholder('articleId')), eq(translation.locale, sql.placeholder('locale'))))
    .prepare()

const newestRevision = (orm: Orm) =>
  orm
    .select({ number: revision.number, hash: revision.hash, metadata: revision.metadata })
    .from(revision)
    .where(and(eq(revision.articleId, sql.placeholder('articleId')), eq(revision.locale, sql.placeholder('locale'))))
    .orderBy(desc(revision.number))
    .limit(1)
    .prepare()

const insertRevision = (orm: Orm) =>
  orm
    .insert(revision)
    .values({
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      number: sql.placeholder('number'),
      title: sql.placeholder('title'),
      shortAnswer: sql.placeholder('shortAnswer'),
      questions: sql.placeholder('questions'),
      document: sql.placeholder('document'),
      variations: sql.placeholder('variations'),
      metadata: sql.placeholder('metadata'),
      hash: sql.placeholder('hash'),
      createdAt: sql.placeholder('createdAt'),
      createdBy: sql.placeholder('createdBy'),
    })
    .prepare()

const insertPublication = (orm: Orm) =>
  orm
    .insert(publication)
    .values({
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      release: sql.placeholder('release'),
      revision: sql.placeholder('revision'),
    })
    .prepare()

const ofPlace = and(eq(translation.articleId, sql.placeholder('articleId')), eq(translation.locale, sql.placeholder('locale')))

const setLive = (orm: Orm) =>
  orm
    .update(translation)
    .set({
      liveRevision: sql`${sql.placeholder('revision')}`,
      liveRelease: sql`${sql.placeholder('release')}`,
      liveHash: sql`${sql.placeholder('hash')}`,
      liveMetadata: sql`${sql.placeholder('metadata')}`,
      liveSince: sql`(SELECT min(r.published_at) FROM publication p JOIN release r ON r.number = p.release
        WHERE p.article_id = ${translation.articleId} AND p.locale = ${translation.locale} AND p.revision = ${sql.placeholder('revision')})`,
    })
    .where(ofPlace)
    .prepare()

/** What is live stays so in a further release. */
const setLiveRelease = (orm: Orm) =>
  orm
    .update(translation)
    .set({ liveRelease: sql`${sql.placeholder('release')}` })
    .where(ofPlace)
    .prepare()

const headsOf = (orm: Orm) =>
  orm
    .select({
      id: head.id,
      channel: head.channel,
      locale: head.locale,
      slug: head.slug,
      articleId: head.articleId,
      category: head.category,
    })
    .from(head)
    .where(or(eq(head.articleId, sql.placeholder('articleId')), eq(head.slug, sql.placeholder('slug'))))
    .prepare()
const insertRedirect = (orm: Orm) =>
  orm
    .insert(redirect)
    .values({ slug: sql.placeholder('slug'), articleId: sql.placeholder('articleId'), release: sql.placeholder('release') })
    .onConflictDoNothing()
    .prepare()
const removeRedirect = (orm: Orm) =>
  orm
    .delete(redirect)
    .where(eq(redirect.slug, sql.placeholder('slug')))
    .prepare()

const removeReferences = (orm: Orm) =>
  orm
    .delete(reference)
    .where(
      and(
        eq(reference.state, 'live'),
        eq(reference.articleId, sql.placeholder('articleId')),
        eq(reference.locale, sql.placeholder('locale')),
      ),
    )
    .prepare()
const insertReference = (orm: Orm) =>
  orm
    .insert(reference)
    .values({
      state: 'live',
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      kind: sql.placeholder('kind'),
      key: sql.placeholder('key'),
    })
    .prepare()

const removeTags = (orm: Orm) =>
  orm
    .delete(liveTag)
    .where(and(eq(liveTag.articleId, sql.placeholder('articleId')), eq(liveTag.locale, sql.placeholder('locale'))))
    .prepare()
const insertTag = (orm: Orm) =>
  orm
    .insert(liveTag)
    .values({ tag: sql.placeholder('tag'), articleId: sql.placeholder('articleId'), locale: sql.placeholder('locale') })
    .prepare()
