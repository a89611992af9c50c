import { eq, inArray } from 'drizzle-orm'
import { gap, wording } from '#db/schema/learning.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import type { ArticleFields } from '#lib/authoring/article-fields.ts'
import { contentLimits } from '#lib/authoring/content.ts'
import { type ArticleEntry, presentArticle } from '#lib/authoring/present-article.ts'
import { keepFirstMatch } from '#lib/authoring/side-by-side.ts'
import { insertArticle, readArticleRow } from '#lib/authoring/write-article.ts'
import { writeTranslation } from '#lib/authoring/write-translation.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { type Attached, attachWordings, noteAttached } from './attach-wordings.ts'
import { holdsPlaceholder } from './hear.ts'
import { type Gap, readGaps } from './read-gaps.ts'
import { type GapRow, readGapRow } from './read-wording.ts'

/** Wordings that a new article gets as its questions, the most frequent first. */
const mostQuestions = 20

/** What is proposed as the title of a gap's article, and may be changed. */
export function proposeTitle(text: string): string {
  const plain = text.replace(/\s*[?!.]+$/, '').slice(0, contentLimits.title)
  return plain.slice(0, 1).toLocaleUpperCase('ru') + plain.slice(1)
}

/**
 * Writes an article for a gap: title and slug as given or proposed, the gap's wordings as its questions, no text yet. Throws forbidden (needs write),
 * not_found, invalid (the gap has no wording that may be shown and no title is given), conflict (the gap has an article, the slug is taken).
 */
export async function writeGapArticle(
  istok: Istok,
  actor: Actor,
  { id: gapId, title, slug, ...fields }: { id: string; title?: string; slug?: string } & Omit<ArticleFields, 'slug'>,
): Promise<ArticleEntry> {
  requireSomewhere(actor, 'write')
  const found = readOpenGap(istok, gapId)
  const heading = title ?? proposeTitle(found.title)
  if (heading.trim() === '')
    throw new IstokError('invalid', 'Give a title', { errors: [{ pointer: '/title', message: 'is needed here', reason: 'empty' }] })
  const wordings = sayable(found)
  const content = {
    ...{ title: heading, shortAnswer: [], questions: wordings.map(({ text }) => text), variations: {} },
    document: { type: 'doc' as const, content: [{ type: 'paragraph' as const }] },
  }
  // All or nothing: a refused text, or somebody who was quicker, leaves no article behind.
  const id = await write(istok.database, async tx => {
    const row = await insertArticle(tx, actor, { ...fields, slug: slug ?? freeSlug(istok, heading) })
    await writeTranslation(tx, actor, { articleId: row.id, locale: found.locale }, content, null)
    await keepFirstMatch(tx, actor, row.id, istok.env.locales)
    await give(tx, istok, actor, { gap: found, articleId: row.id, wordings })
    return row.id
  })
  const { orm } = istok.database.reader
  return presentArticle(orm, await readArticleRow(orm, id))
}

/**
 * Makes the wordings of a gap (all that may be shown, or those named) questions of an article; those left out ask for something else and become a gap of their
 * own. Throws as attachWordings, and conflict where the gap has an article.
 */
export async function attachGap(
  istok: Istok,
  actor: Actor,
  { id, articleId, wordings, publish = false }: { id: string; articleId: string; wordings?: string[]; publish?: boolean },
): Promise<Attached> {
  requireSomewhere(actor, 'write')
  const found = readOpenGap(istok, id)
  const candidates = sayable(found)
  const chosen = candidates.filter(one => wordings === undefined || wordings.includes(one.id))
  if (chosen.length === 0)
    throw new IstokError('invalid', 'Choose a wording', {
      errors: [{ pointer: '/wordings', message: 'must name one of the gap', reason: 'too-few', arguments: { minimum: 1 } }],
    })
  const since = memoryOf(istok).release
  const attached = await attachWordings(istok, actor, { articleId, locale: found.locale, wordings: chosen, publish })
  await splitOff(
    istok,
    found,
    candidates.filter(one => !chosen.includes(one)).map(({ id }) => id),
  )
  await write(istok.database, tx => give(tx, istok, actor, { gap: found, articleId, wordings: [], since }))
  return attached
}

async function splitOff({ database }: Istok, { locale }: Gap, wordings: string[]): Promise<void> {
  if (wordings.length === 0) return
  await write(database, async tx => {
    const id = newId()
    await tx.orm.insert(gap).values({ id, locale, state: 'open', createdAt: tx.now })
    await tx.orm.update(wording).set({ gapId: id }).where(inArray(wording.id, wordings))
  })
}

/** The wordings that can be a question as they are: nothing was masked in them. */
function sayable({ wordings }: Gap): Gap['wordings'] {
  return wordings.filter(({ text }) => !holdsPlaceholder(text)).slice(0, mostQuestions)
}

function freeSlug({ database }: Istok, title: string): string {
  const taken = database.reader.sqlite.prepare('SELECT 1 FROM article WHERE slug = ? UNION SELECT 1 FROM redirect WHERE slug = ?').pluck()
  const first = slugFromTitle(title).slice(0, 90)
  for (let turn = 1; ; turn++) {
    const slug = turn === 1 ? first : `${first}-${turn}`
    if (taken.get(slug, slug) === undefined) return slug
  }
}

function readOpenGap(istok: Istok, id: string): Gap {
  const row = readGapRow(istok.database.reader.orm, id)
  requireOpen(row)
  return readGaps(istok, [row])[0]!
}

function requireOpen({ state, articleId }: GapRow): void {
  if (state === 'open' && articleId === null) return
  throw new IstokError('conflict', articleId === null ? 'This gap is not open' : 'This gap has an article already', {
    reason: articleId === null ? 'gap-not-open' : 'gap-has-article',
    extra: { articleId },
  })
}

interface Gift {
  gap: Gap
  articleId: string
  wordings: { id: string }[]
  /** The release after which the article answers; the current one unless told. */
  since?: number
}

async function give(tx: Transaction, istok: Istok, actor: Actor, { gap: { id }, articleId, wordings, since }: Gift): Promise<void> {
  requireOpen(readGapRow(tx.orm, id))
  memoryOf(istok).fresh()
  const sinceRelease = since ?? memoryOf(istok).release
  await tx.orm.update(gap).set({ articleId, sinceRelease, decidedAt: tx.now, decidedBy: actor.id }).where(eq(gap.id, id))
  if (wordings.length > 0) await noteAttached(tx, istok, actor, { articleId, ids: wordings.map(one => one.id) })
  await recordAudit(tx, actor, 'gap.answered', `gap:${id}`, { article: articleId })
}
