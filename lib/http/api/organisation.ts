import { z } from '@hono/zod-openapi'
import type { VersionedOrganisation } from '#lib/organisation/organisation-settings.ts'
import { readOrganisationSettings } from '#lib/organisation/read-organisation-settings.ts'
import { saveOrganisation } from '#lib/organisation/save-organisation.ts'
import type { Istok } from '../../istok.ts'
import { addRoute } from '../add-route.ts'
import { requiredVersion, versionTag } from '../precondition.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'

const fields = {
  name: z.record(z.string().max(10), z.string().max(200)).openapi({ description: 'By locale, 1 to 80 characters each' }),
  logo: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .openapi({ description: 'Id of a stored PNG or WebP picture, shown to everybody' }),
  accent: z.string().max(20).nullable().openapi({
    description: 'As #rrggbb. Shown lighter or darker where it could not be read (WCAG 2.2 AA)',
    example: '#06606a',
  }),
  timeZone: z.string().max(64).openapi({ description: 'IANA name; goes before ISTOK_TIMEZONE', example: 'Europe/Moscow' }),
  locales: z
    .array(z.string().max(10))
    .max(20)
    .openapi({ description: 'Languages of the answers, the first is the default; goes before ISTOK_LOCALES' }),
}
const saved = z.object({ ...fields, version: z.int() }).openapi('Organisation')
const given = z.strictObject(fields).openapi('OrganisationSettings')

/** Who the organisation is and how its pages look. */
export function addOrganisationRoutes(app: Api, wire: Wire): void {
  const path = '/settings/organisation'
  const shared = {
    path,
    group: 'Operations',
    scope: 'admin',
    answers: { 200: { description: 'The organisation', schema: saved } },
  } as const
  addRoute(
    app,
    wire,
    { ...shared, method: 'get', summary: 'The organisation: name, logo, colour, time zone, languages' },
    async ({ istok, actor }) => reply(istok, await readOrganisationSettings(istok, actor)),
  )
  addRoute(
    app,
    wire,
    {
      ...shared,
      method: 'put',
      summary: 'Sets the organisation; the public site shows it with its next request',
      description: 'A language with published answers cannot be taken away: 409 with `locale` and `count`.',
      body: given,
      ifMatch: 'required',
    },
    async ({ istok, actor, body, request }) =>
      reply(istok, await saveOrganisation(istok, actor, { ...body, expectedVersion: requiredVersion(request.headers.get('if-match')) })),
  )
}

function reply(istok: Istok, organisation: VersionedOrganisation): Response {
  return jsonReply(istok, organisation, 200, { ETag: versionTag(organisation.version) })
}
