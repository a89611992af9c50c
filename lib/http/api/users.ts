import { z } from '@hono/zod-openapi'
import { grantableRoles, roles } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { endSessions } from '#lib/access/end-sessions.ts'
import { mostGrants } from '#lib/access/grants.ts'
import { listUsers } from '#lib/access/list-users.ts'
import { readUser } from '#lib/access/read-user.ts'
import { updateUser } from '#lib/access/update-user.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { idText, localeName, pageOf, pageQuery, shownInstant, slugName } from './shapes.ts'

const grantSchema = z
  .strictObject({ category: slugName.openapi({ description: 'Slug; the role holds in it and below it' }), role: z.enum(grantableRoles) })
  .openapi('Grant', { description: 'A role that somebody has besides in a category and in those below it' })

const userSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    grants: z.array(grantSchema),
    locale: z.string(),
    hasPassword: z.boolean(),
    disabledAt: shownInstant.nullable(),
    createdAt: shownInstant,
    updatedAt: shownInstant,
  })
  .openapi('User')

const fields = {
  name: z.string().min(1).max(100),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  grants: z.array(grantSchema).max(mostGrants).optional(),
  locale: localeName.optional(),
  password: z.string().max(1000).optional(),
}
const newUserSchema = z.strictObject({ email: z.string().max(254), ...fields }).openapi('NewUser')
const userChangeSchema = z
  .strictObject({ ...fields, disabled: z.boolean() })
  .partial()
  .openapi('UserChange')
const params = z.object({ id: idText })

/** /users: people, their roles, and the end of their sessions. */
export function addUserRoutes(app: Api, wire: Wire): void {
  const group = 'Operations'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/users',
      summary: 'The people who may sign in',
      group,
      scope: 'admin',
      query: pageQuery,
      answers: { 200: { description: 'Users by address', schema: pageOf(userSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listUsers(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/users',
      summary: 'A new user',
      group,
      scope: 'admin',
      body: newUserSchema,
      answers: { 201: { description: 'Added', schema: userSchema } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await createUser(istok, actor, body), 201),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/users/{id}',
      summary: 'One user',
      group,
      scope: 'read',
      params,
      answers: { 200: { description: 'The user', schema: userSchema } },
    },
    async ({ istok, actor, params }) => jsonReply(istok, await readUser(istok, actor, params)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/users/{id}',
      summary: 'Changes name, roles, language, password, or disables; ends the sessions when roles or password change',
      group,
      scope: 'admin',
      description: 'Roles in categories (`grants`, all of them) hold from the next request on; sessions go on.',
      params,
      body: userChangeSchema,
      answers: { 200: { description: 'The user', schema: userSchema } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await updateUser(istok, actor, { ...body, id: params.id })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/users/{id}/sessions',
      summary: 'Ends all sessions of a user, or one’s own',
      group,
      scope: 'read',
      params,
      answers: { 204: { description: 'Ended' } },
    },
    async ({ istok, actor, params }) => {
      await endSessions(istok, actor, params)
      return emptyReply()
    },
  )
}
