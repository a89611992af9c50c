import type { Actor } from '#lib/access/actor.ts'
import { readUsage } from '#lib/authoring/read-usage.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { SnippetInput } from '#lib/authoring/write-snippet.ts'
import { emptyChange } from '#lib/release/change.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { type MeasuredImpact, measureImpact } from './measure-impact.ts'

export interface SnippetImpact extends MeasuredImpact {
  /** Live answers that show it, by channel. */
  channels: Record<string, number>
  /** Articles whose drafts name it and that are not live with it. */
  draftsOnly: number
}

/** What publishing this snippet as it is typed would change now, in every article and channel. It need not exist yet. Throws forbidden (needs write or read:internal). */
export async function readSnippetImpact(istok: Istok, actor: Actor, { key, title, documents }: SnippetInput): Promise<SnippetImpact> {
  requireDrafts(actor)
  const change = { ...emptyChange('publish', ''), snippets: [{ key, content: { title, documents }, revision: null, draftVersion: null }] }
  const usage = readUsage(istok.database.reader.orm, 'snippet', key)
  const live = new Set(usage.live.map(({ articleId, locale }) => `${articleId} ${locale}`))
  return {
    ...(await measureImpact(istok, change, [now()])),
    channels: usage.channels,
    draftsOnly: new Set(usage.drafts.filter(one => !live.has(`${one.articleId} ${one.locale}`)).map(({ articleId }) => articleId)).size,
  }
}
