import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'
import { organisationNow, type VersionedOrganisation } from './organisation-settings.ts'

/** Who the organisation is and how its pages look. Throws unauthenticated, forbidden (needs admin). */
export async function readOrganisationSettings(istok: Istok, actor: Actor): Promise<VersionedOrganisation> {
  requireScope(actor, 'admin')
  return organisationNow(istok)
}
