import type { Actor } from '#lib/access/actor.ts'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { compileChange } from './compile-change.ts'
import type { ReleasePreview } from './compile-preview.ts'
import { keyOf } from './find-affected.ts'
import { findLiveContent } from './live-state.ts'
import { makePreview } from './make-release.ts'
import { requireTask } from './require-release.ts'
import { checkPublishAt } from './schedule-release.ts'
import { changeOf, type PreviewableTask } from './thread-tasks.ts'

/** A release that is asked about; `publishAt` in milliseconds, null: now. */
export interface PreviewRequest {
  task: PreviewableTask
  publishAt: number | null
}

/** What one channel would say after the release. */
export interface PreviewedRendition {
  channel: string
  hash: string
  /** The reply without its stamp: what publishing stores, byte for byte, around release number and times. */
  reply: Record<string, unknown>
}

/**
 * Says what a release would change, without making it. Throws forbidden (needs publish); invalid for unknown ids, or an instant in the past;
 * conflict and not_found as the release itself would.
 */
export async function previewRelease(istok: Istok, actor: Actor, { task, publishAt }: PreviewRequest): Promise<ReleasePreview> {
  await requireTask(istok, actor, task)
  if (publishAt !== null) checkPublishAt(publishAt)
  return makePreview(istok, actor, task, publishAt)
}

/** What every channel would say of one translation after the release; none: it leaves every channel. Throws not_found when the release does not touch it, and as previewRelease. */
export async function previewTranslationInRelease(
  istok: Istok,
  actor: Actor,
  { task, publishAt, articleId, locale }: PreviewRequest & { articleId: string; locale: string },
): Promise<PreviewedRendition[]> {
  await requireTask(istok, actor, task)
  if (publishAt !== null) checkPublishAt(publishAt)
  const change = await changeOf(istok, task)
  const key = keyOf({ articleId, locale })
  const live = findLiveContent(istok.database.reader.orm, articleId, locale)
  const own =
    change.translations.find(translation => keyOf(translation) === key) ??
    (live && { articleId, locale, content: live, revision: live.revision, draft: null })
  if (!own) throw new IstokError('not_found', 'The release does not touch this article in this language')
  const { translations } = await compileChange(istok, change, publishAt ?? change.instant ?? now(), { only: [own] })
  return (translations[0]?.rows ?? []).map(({ channel, hash, before, after }) => ({
    ...{ channel, hash },
    reply: JSON.parse(Buffer.concat([before, after]).toString()) as Record<string, unknown>,
  }))
}
