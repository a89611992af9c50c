import { and, count, eq, isNotNull, notInArray } from 'drizzle-orm'
import { setting } from '#db/schema/access.ts'
import { media, translation } from '#db/schema/content.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { applyOrganisation } from './apply-organisation.ts'
import { completed, type OrganisationSettings, requireOrganisationFields, type VersionedOrganisation } from './organisation-settings.ts'
import { organisationSetting, storedOrganisation } from './stored-organisation.ts'

/**
 * Sets who the organisation is; the site shows it with its next request. Throws forbidden (needs admin), invalid (names the field), conflict (412 when it was
 * changed since `expectedVersion`; 409 when a language that is taken away still has answers, with `locale` and `count`).
 */
export async function saveOrganisation(
  istok: Istok,
  actor: Actor,
  input: OrganisationSettings & { expectedVersion: number },
): Promise<VersionedOrganisation> {
  requireScope(actor, 'admin')
  requireOrganisationFields(input)
  const saved = await write(istok.database, async tx => {
    const before = completed(storedOrganisation(tx.orm), istok.env)
    if (before.version !== input.expectedVersion)
      throw new IstokError('conflict', 'The organisation was changed in the meantime', {
        reason: 'changed-meanwhile',
        status: 412,
        extra: { version: before.version },
      })
    await requireUnused(tx, input.locales)
    if (input.logo !== null) await requireLogo(tx, input.logo)
    const after = { ...withoutMargins(input), version: before.version + 1 }
    const fields = (['name', 'logo', 'accent', 'timeZone', 'locales'] as const).filter(
      field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    if (fields.length === 0) return before
    const row = { key: organisationSetting, value: JSON.stringify(after) }
    await tx.orm.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row })
    const of = (all: VersionedOrganisation) => Object.fromEntries(fields.map(field => [field, all[field]]))
    await recordAudit(tx, actor, 'setting.changed', `setting:${organisationSetting}`, { before: of(before), after: of(after) })
    return after
  })
  applyOrganisation(istok)
  return saved
}

function withoutMargins({ name, logo, accent, timeZone, locales }: OrganisationSettings): OrganisationSettings {
  const names = Object.entries(name).map(([locale, text]) => [locale, text.trim().normalize('NFC')])
  return { name: Object.fromEntries(names), logo, accent: accent?.toLowerCase() ?? null, timeZone, locales }
}

/** What is said in a language would stay where nobody reaches it any more. */
async function requireUnused(tx: Transaction, locales: string[]): Promise<void> {
  const [left] = await tx.orm
    .select({ locale: translation.locale, count: count() })
    .from(translation)
    .where(and(isNotNull(translation.liveRevision), notInArray(translation.locale, locales)))
    .groupBy(translation.locale)
    .orderBy(translation.locale)
  if (left)
    throw new IstokError('conflict', `"${left.locale}" has ${left.count} published answers: withdraw them first`, {
      reason: 'locale-live',
      arguments: { value: left.locale, count: left.count },
      extra: left,
      errors: [
        {
          pointer: '/locales',
          message: `must hold "${left.locale}": ${left.count} answers are published in it`,
          reason: 'locale-live',
          arguments: { value: left.locale, count: left.count },
        },
      ],
    })
}

async function requireLogo(tx: Transaction, id: string): Promise<void> {
  const row = await tx.orm.select({ mediaType: media.mediaType }).from(media).where(eq(media.id, id)).get()
  const refuse = (message: string, reason: string) =>
    new IstokError('invalid', 'The logo cannot be used', { errors: [{ pointer: '/logo', message, reason, arguments: { value: id } }] })
  if (!row) throw refuse('is not a stored picture', 'missing')
  if (row.mediaType !== 'image/png' && row.mediaType !== 'image/webp') throw refuse('is a PNG or WebP picture', 'logo-type')
}
