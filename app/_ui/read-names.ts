import { system } from '#lib/access/actor.ts'
import { readUser } from '#lib/access/read-user.ts'
import type { Istok } from '#lib/istok.ts'
import type { Interface } from '../_i18n/read-interface.ts'

/** Names of those who did something, by actor id; colleagues see each other's names in the history, nothing else of them. */
export async function readNames(istok: Istok, actors: (string | null)[], t: Interface['t']): Promise<Map<string | null, string>> {
  const names = new Map<string | null, string>()
  for (const actor of new Set(actors)) names.set(actor, await nameOf(istok, actor, t))
  return names
}

async function nameOf(istok: Istok, actor: string | null, t: Interface['t']): Promise<string> {
  if (actor?.startsWith('user:')) {
    const found = await readUser(istok, system, { id: actor.slice('user:'.length) }).catch(() => null)
    return found?.name ?? t('releases.formerUser')
  }
  return actor?.startsWith('key:') ? t('releases.byKey') : t('shell.product')
}
