import { desc, lte } from 'drizzle-orm'
import { release } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { formatInstant } from '../clock.ts'
import type { Istok } from '../istok.ts'

export interface SaidAtRequest {
  channel: { id: string; audience: 'public' | 'internal' }
  locale: string
  /** Milliseconds. */
  at: number
  /** Words of the title or the address; empty: all. */
  q: string
  limit: number
}

export interface SaidAt {
  /** The release that was current then; null: there was none yet. */
  release: { number: number; note: string | null; publishedAt: string } | null
  items: { slug: string; title: string; release: number; hash: string }[]
  count: number
}

/** What a channel had to say at an instant, by title. Throws unauthenticated or forbidden where the actor may not read the channel (the operators' needs read:internal). */
export async function listSaidAt(istok: Istok, actor: Actor, { channel, locale, at, q, limit }: SaidAtRequest): Promise<SaidAt> {
  requireChannel(actor, channel)
  const { orm, sqlite } = istok.database.reader
  const [current] = await orm
    .select({ number: release.number, note: release.note, publishedAt: release.publishedAt })
    .from(release)
    .where(lte(release.publishedAt, at))
    .orderBy(desc(release.publishedAt), desc(release.number))
    .limit(1)
  if (!current) return { release: null, items: [], count: 0 }
  const rows = sqlite.prepare(saidThen).all({ channel: channel.id, locale, release: current.number }) as Row[]
  const words = plain(q).split(/\s+/).filter(Boolean)
  const items = rows
    .map(({ summary, ...row }) => ({ ...row, title: (JSON.parse(summary.toString()) as { title: string }).title }))
    .filter(({ slug, title }) => words.every(word => plain(`${title} ${slug}`).includes(word)))
    .sort((a, b) => a.title.localeCompare(b.title, locale))
  return {
    release: {
      number: current.number,
      note: actor.scopes.has('read:internal') ? current.note : null,
      publishedAt: formatInstant(current.publishedAt, istok.env.timeZone),
    },
    items: items.slice(0, limit),
    count: items.length,
  }
}

interface Row {
  slug: string
  release: number
  hash: string
  summary: Buffer
}

/** The newest row of each slug up to a release, where it says something. */
const saidThen = `SELECT r.slug, r.release, r.hash, r.summary FROM rendition r
  JOIN (SELECT slug, max(release) AS release FROM rendition WHERE channel = :channel AND locale = :locale AND release <= :release GROUP BY slug) newest
    ON newest.slug = r.slug AND newest.release = r.release
  WHERE r.channel = :channel AND r.locale = :locale AND r.op = 'upsert'`

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
