import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { verifyAudit } from '#lib/access/verify-audit.ts'
import { hashedText, type Said } from '#lib/compile/assemble-rendition.ts'
import { checkTerms } from '#lib/search/stored/check-terms.ts'
import { digest } from '../digest.ts'
import type { Istok } from '../istok.ts'

export interface StoreReport {
  /** Each in one line; none means that every promise holds. */
  problems: string[]
  renditions: number
  heads: number
}

/**
 * Proves the store: the file is sound; every current article has one release over all its channels; every head points at a rendition of its own place;
 * every rendition's bytes have the hash that is promised for them; no orphan; the search index has what is said and nothing else; the audit log's chain is whole. Reads everything; throws forbidden.
 */
export async function verifyStore(istok: Istok, actor: Actor): Promise<StoreReport> {
  requireScope(actor, 'admin')
  const { sqlite } = istok.database.reader
  const problems: string[] = []
  const check = (sentence: (row: Record<string, unknown>) => string, query: string) => {
    for (const row of sqlite.prepare(query).iterate()) problems.push(sentence(row as Record<string, unknown>))
  }
  for (const row of sqlite.pragma('integrity_check') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') problems.push(`The database file is damaged: ${row.integrity_check}`)
  }
  check(row => `A row of ${row.table} refers to a row that is missing in ${row.parent}`, 'PRAGMA foreign_key_check')
  for (const { sentence, query } of rules) check(sentence, query)
  const renditions = await checkHashes(istok, problems)
  problems.push(...(await checkTerms(istok.database)))
  const audit = await verifyAudit(istok)
  if (audit.broken.length > 0) problems.push(`The audit log is broken at row ${audit.broken[0]}`)
  return { problems, renditions, heads: sqlite.prepare('SELECT count(*) FROM head').pluck().get() as number }
}

interface Rule {
  sentence: (row: Record<string, unknown>) => string
  query: string
}

const rules: Rule[] = [
  {
    sentence: row => `${row.article_id} (${row.locale}) has ${row.releases} releases over its channels`,
    query: 'SELECT article_id, locale, count(DISTINCT release) AS releases FROM head GROUP BY article_id, locale HAVING releases > 1',
  },
  {
    sentence: row => `${row.article_id} (${row.locale}) has several slugs at once`,
    query: 'SELECT article_id, locale FROM head GROUP BY article_id, locale HAVING count(DISTINCT slug) > 1',
  },
  {
    sentence: row => `The head of ${row.channel}/${row.locale}/${row.slug} points at another place or at nothing said`,
    query: `SELECT h.channel, h.locale, h.slug FROM head h LEFT JOIN rendition r ON r.id = h.rendition_id
      WHERE r.id IS NULL OR r.op <> 'upsert' OR r.channel <> h.channel OR r.locale <> h.locale OR r.slug <> h.slug OR r.article_id <> h.article_id OR r.release <> h.release`,
  },
  {
    sentence: row => `The head of ${row.channel}/${row.locale}/${row.slug} is not the newest rendition`,
    query: `SELECT h.channel, h.locale, h.slug FROM head h
      WHERE EXISTS (SELECT 1 FROM rendition r WHERE r.channel = h.channel AND r.locale = h.locale AND r.slug = h.slug AND r.release > h.release)`,
  },
  {
    sentence: row => `${row.channel}/${row.locale}/${row.slug} is said by its newest rendition but has no head`,
    query: `SELECT r.channel, r.locale, r.slug FROM rendition r LEFT JOIN head h ON h.channel = r.channel AND h.locale = r.locale AND h.slug = r.slug
      WHERE h.id IS NULL AND r.op = 'upsert'
        AND NOT EXISTS (SELECT 1 FROM rendition n WHERE n.channel = r.channel AND n.locale = r.locale AND n.slug = r.slug AND n.release > r.release)`,
  },
  {
    sentence: row => `${row.article_id} (${row.locale}) is live in release ${row.live_release} but its heads say otherwise`,
    query: `SELECT t.article_id, t.locale, t.live_release FROM translation t
      WHERE t.live_revision IS NOT NULL AND EXISTS (SELECT 1 FROM head h WHERE h.article_id = t.article_id AND h.locale = t.locale AND h.release <> t.live_release)`,
  },
  {
    sentence: row => `${row.article_id} (${row.locale}) is said although it is withdrawn`,
    query: `SELECT DISTINCT h.article_id, h.locale FROM head h LEFT JOIN translation t ON t.article_id = h.article_id AND t.locale = h.locale
      WHERE t.live_revision IS NULL`,
  },
  {
    sentence: row => `${row.article_id} (${row.locale}) keeps another hash, time or other metadata than its live revision has`,
    query: `SELECT t.article_id, t.locale FROM translation t
      LEFT JOIN revision v ON v.article_id = t.article_id AND v.locale = t.locale AND v.number = t.live_revision
      WHERE t.live_hash IS NOT v.hash OR t.live_metadata IS NOT v.metadata OR t.live_since IS NOT (SELECT min(r.published_at) FROM publication p
        JOIN release r ON r.number = p.release WHERE p.article_id = t.article_id AND p.locale = t.locale AND p.revision = t.live_revision)`,
  },
  {
    sentence: row => `Rendition ${row.id} belongs to release ${row.release}, which does not exist`,
    query: 'SELECT r.id, r.release FROM rendition r LEFT JOIN release x ON x.number = r.release WHERE x.number IS NULL',
  },
  {
    sentence: row => `${row.article_id} (${row.locale}) was published as revision ${row.revision}, which does not exist`,
    query: `SELECT p.article_id, p.locale, p.revision FROM publication p
      LEFT JOIN revision v ON v.article_id = p.article_id AND v.locale = p.locale AND v.number = p.revision WHERE p.revision IS NOT NULL AND v.id IS NULL`,
  },
  {
    sentence: row => `The feed of ${row.channel} has a gap after change ${row.number}`,
    query: `SELECT f.channel, f.number FROM feed f WHERE f.number < (SELECT max(number) FROM feed n WHERE n.channel = f.channel)
      AND NOT EXISTS (SELECT 1 FROM feed n WHERE n.channel = f.channel AND n.number = f.number + 1)`,
  },
  {
    sentence: row => `Rendition ${row.id} has no entry in the feed`,
    query: `SELECT r.id FROM rendition r WHERE r.release >= (SELECT coalesce(min(release), 0) FROM feed)
      AND NOT EXISTS (SELECT 1 FROM feed f WHERE f.release = r.release AND f.channel = r.channel AND f.locale = r.locale
          AND f.article_id = r.article_id AND (f.slug = r.slug OR r.slug = r.article_id))`,
  },
]

interface Reply extends Said {
  hash: string
  release: number
  canonicalUrl: string
}

/** The site's address when a reply was compiled, which is no part of its hash: it may have moved since. */
function addressIn({ canonicalUrl, locale, slug }: Reply, otherwise: string): string {
  const path = `/${locale}/articles/${slug}`
  return typeof canonicalUrl === 'string' && canonicalUrl.endsWith(path) ? canonicalUrl.slice(0, -path.length) : otherwise
}

/** Computes the hash of every stored reply again from its own bytes. */
async function checkHashes({ database, env }: Istok, problems: string[]): Promise<number> {
  let count = 0
  const rows = database.reader.sqlite.prepare(
    "SELECT id, hash, release, body FROM rendition WHERE op = 'upsert' AND id > ? ORDER BY id LIMIT 200",
  )
  for (let last = 0; ; ) {
    const batch = rows.all(last) as { id: number; hash: string; release: number; body: Buffer }[]
    if (batch.length === 0) return count
    for (const { id, hash, release, body } of batch) {
      const reply = JSON.parse(body.toString()) as Reply
      const computed = digest(hashedText(reply, addressIn(reply, env.publicUrl)))
      if (computed !== hash || reply.hash !== hash || reply.release !== release)
        problems.push(`Rendition ${id} (${reply.channel}/${reply.locale}/${reply.slug}) does not have its hash`)
      last = id
      count++
    }
    await new Promise(resolve => setImmediate(resolve))
  }
}
