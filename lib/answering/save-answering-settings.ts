import { setting } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { isChannelKind } from '#lib/compile/channels.ts'
import { escapePointer } from '#lib/document/escape-pointer.ts'
import { type FieldError, IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type AnsweringSettings, readAnsweringSettings, settingsKey } from './answering-settings.ts'
import type { Thresholds } from './decide.ts'

/** Nothing may be answered below this confidence, whatever is wished for: it would be wrong more often than right. */
export const lowestAnswer = 0.2
export const highestThreshold = 0.99

/**
 * Replaces the settings. Throws forbidden (needs admin), invalid (thresholds out of order or range, unknown channel; 428 without a version), conflict (412:
 * another version is current).
 */
export async function saveAnsweringSettings(
  istok: Istok,
  actor: Actor,
  { expectedVersion, ...given }: Omit<AnsweringSettings, 'version'> & { expectedVersion: number | null },
): Promise<AnsweringSettings> {
  requireScope(actor, 'admin')
  refuseFaults(given.thresholds)
  return write(istok.database, async tx => {
    const before = readAnsweringSettings(istok)
    requireSettingsVersion(before.version, expectedVersion)
    const saved: AnsweringSettings = { ...given, version: before.version + 1 }
    const value = JSON.stringify(saved)
    await tx.orm.insert(setting).values({ key: settingsKey, value }).onConflictDoUpdate({ target: setting.key, set: { value } })
    await recordAudit(tx, actor, 'settings.saved', `settings:${settingsKey}`, { ...saved })
    return saved
  })
}

function requireSettingsVersion(current: number, expected: number | null): void {
  if (expected === current) return
  const headers = { ETag: `"${current}"` }
  const errors = [
    expected === null
      ? { pointer: 'If-Match', message: 'is needed', reason: 'needed' }
      : {
          pointer: 'If-Match',
          message: `is "${expected}", the current version is "${current}"`,
          reason: 'other-version',
          arguments: { value: current },
        },
  ]
  if (expected === null) throw new IstokError('invalid', 'Say which version you have changed', { status: 428, headers, errors })
  throw new IstokError('conflict', 'Somebody else has saved newer settings', {
    status: 412,
    reason: 'changed-meanwhile',
    headers,
    errors,
  })
}

function refuseFaults(thresholds: Record<string, Thresholds>): void {
  const errors: FieldError[] = []
  for (const [channel, { answer, clarify }] of Object.entries(thresholds)) {
    const at = `/thresholds/${escapePointer(channel)}`
    if (!isChannelKind(channel)) errors.push({ pointer: at, message: 'is no channel', reason: 'missing', arguments: { value: channel } })
    if (!(answer >= lowestAnswer && answer <= highestThreshold))
      errors.push({
        pointer: `${at}/answer`,
        message: `is from ${lowestAnswer} to ${highestThreshold}`,
        reason: 'between',
        arguments: { minimum: lowestAnswer, maximum: highestThreshold },
      })
    if (!(clarify >= 0.01 && clarify <= answer))
      errors.push({
        pointer: `${at}/clarify`,
        message: 'is from 0.01 to that of answer',
        reason: 'between',
        arguments: { minimum: 0.01, maximum: answer },
      })
  }
  if (errors.length > 0) throw new IstokError('invalid', 'The thresholds cannot be like this', { errors })
}
