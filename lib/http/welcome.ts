import { demoPassword, demoUsers } from '#lib/access/demo-users.ts'
import { isDemo } from '#lib/exchange/load-demo.ts'
import type { Started } from './start-server.ts'

/** What the terminal says after a start: where everything is, and who may sign in to the demo. */
export function welcome({ istok, demo }: Pick<Started, 'istok' | 'demo'>): string {
  const { publicUrl, locales, role } = istok.env
  const pages = locales.map(locale => `${publicUrl}/${locale}/`).join('  ')
  const lines = [`  Help centre     ${pages}`, `  For developers  ${publicUrl}/developers`]
  if (role === 'all' || role === 'studio') lines.push(`  Studio          ${publicUrl}/studio`, `  Operators       ${publicUrl}/operator`)
  if (demo) lines.push(`  Loaded the demo knowledge base: ${demo.published} articles in release ${demo.release}`)
  if (isDemo(istok))
    lines.push(`  Demo logins, password ${demoPassword}`, ...demoUsers.map(({ email, name }) => `    ${email.padEnd(22)}${name}`))
  return lines.join('\n')
}
