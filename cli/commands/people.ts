import { randomBytes } from 'node:crypto'
import { type Command, InvalidArgumentError } from 'commander'
import { type Role, roles, type Scope, scopes, system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { createUser } from '#lib/access/create-user.ts'
import { endSessions } from '#lib/access/end-sessions.ts'
import { listKeys } from '#lib/access/list-keys.ts'
import { listUsers } from '#lib/access/list-users.ts'
import { revokeKey } from '#lib/access/revoke-key.ts'
import { updateUser } from '#lib/access/update-user.ts'
import type { Istok } from '#lib/istok.ts'
import type { Terminal } from '../terminal.ts'

/** `istok user …` and `istok key …`. */
export function peopleCommands(program: Command, terminal: Terminal): void {
  const user = program.command('user').description('people who work in the studio and the operator panel')
  user
    .command('add <email>')
    .description('add somebody; without --password one is made and shown once')
    .requiredOption('--name <name>', 'full name')
    .requiredOption('--roles <roles>', `comma-separated: ${roles.join(', ')}`, listOf(roles))
    .option('--password <password>', 'at least 10 characters')
    .action(async (email: string, options: { name: string; roles: Role[]; password?: string }) => {
      const password = options.password ?? randomBytes(12).toString('base64url')
      const added = await createUser(terminal.open(), system, { email, name: options.name, roles: options.roles, password })
      terminal.print(
        { ...added, ...(options.password ? {} : { password }) },
        `Added ${added.email}${options.password ? '' : `, password ${password}`}`,
      )
    })
  user.command('list').action(async () => {
    const { items } = await listUsers(terminal.open(), system, { limit: 200 })
    terminal.print(
      items,
      items.map(entry => `${entry.email}\t${entry.roles.join(',')}\t${entry.disabledAt === null ? 'active' : 'disabled'}`).join('\n'),
    )
  })
  user
    .command('password <email> <password>')
    .description('set a new password and end all sessions')
    .action(async (email: string, password: string) => {
      const istok = terminal.open()
      await updateUser(istok, system, { id: await idOf(istok, email), password })
      terminal.print({ email }, `The password of ${email} is changed`)
    })
  user
    .command('disable <email>')
    .description('end all sessions and refuse to sign in')
    .action(async (email: string) => {
      const istok = terminal.open()
      const id = await idOf(istok, email)
      await updateUser(istok, system, { id, disabled: true })
      await endSessions(istok, system, { id })
      terminal.print({ email }, `${email} is disabled`)
    })

  const key = program.command('key').description('API keys')
  key
    .command('add <name>')
    .description('make a key; it is shown once')
    .requiredOption('--scopes <scopes>', `comma-separated: ${scopes.join(', ')}`, listOf(scopes))
    .option('--channel <channel>', 'bind it to one channel')
    .option('--expires <date>', 'ISO 8601', instant)
    .action(async (name: string, options: { scopes: Scope[]; channel?: string; expires?: number }) => {
      const made = await createKey(terminal.open(), system, {
        name,
        scopes: options.scopes,
        channel: options.channel ?? null,
        expiresAt: options.expires ?? null,
      })
      terminal.print(made, made.key)
    })
  key.command('list').action(async () => {
    const { items } = await listKeys(terminal.open(), system, { limit: 200 })
    terminal.print(
      items,
      items
        .map(entry => `${entry.id}\t${entry.name}\t${entry.scopes.join(',')}\t${entry.revokedAt === null ? 'active' : 'revoked'}`)
        .join('\n'),
    )
  })
  key.command('revoke <id>').action(async (id: string) => {
    await revokeKey(terminal.open(), system, { id })
    terminal.print({ id }, `Revoked ${id}`)
  })
}

async function idOf(istok: Istok, email: string): Promise<string> {
  const { items } = await listUsers(istok, system, { limit: 200 })
  const found = items.find(entry => entry.email === email.toLowerCase())
  if (!found) throw new Error(`There is no user ${email}`)
  return found.id
}

function listOf<T extends string>(allowed: readonly T[]): (value: string) => T[] {
  return value =>
    value.split(',').map(part => {
      const found = allowed.find(candidate => candidate === part.trim())
      if (!found) throw new InvalidArgumentError(`"${part}" is not one of ${allowed.join(', ')}`)
      return found
    })
}

function instant(value: string): number {
  const at = Date.parse(value)
  if (Number.isNaN(at)) throw new InvalidArgumentError('is not an ISO 8601 date')
  return at
}
