import { readInterface } from '#app/_i18n/read-interface.ts'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { KeyEntry } from '#lib/access/list-keys.ts'
import { now } from '#lib/clock.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import { RevokeButton } from './revoke-button.tsx'

export async function KeyTable({ keys }: { keys: KeyEntry[] }) {
  const { t, format } = await readInterface()
  const day = (at: number | null, otherwise: string) =>
    at === null ? otherwise : format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <TableBox label={t('keys.title')}>
      <table className="table table-stacked settings-list">
        <thead>
          <tr>
            {(['name', 'scopes', 'channel', 'lastUsed', 'expires', 'state'] as const).map(column => (
              <th key={column} scope="col">
                {t(`keys.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map(key => {
            const isOver = key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now())
            return (
              <tr key={key.id}>
                <td className="wide">
                  <strong className="fact-name">{key.name}</strong>
                  <span className="under mono">istok_{key.id}_…</span>
                </td>
                <td>
                  {key.scopes.map(scope => (
                    <span key={scope} className="scope">
                      {t(`keys.scopeNames.${scope.replace(':', '-') as 'read'}`)} <code>{scope}</code>
                    </span>
                  ))}
                </td>
                <td data-label={t('keys.channel')}>
                  {key.channel === null ? t('keys.anyChannel') : t(`windows.channels.${key.channel as ChannelKind}`)}
                </td>
                <td className="nowrap" data-label={t('keys.lastUsed')}>
                  {day(key.lastUsedAt, t('keys.never'))}
                </td>
                <td className="nowrap" data-label={t('keys.expires')}>
                  {day(key.expiresAt, t('keys.untilRevoked'))}
                </td>
                <td className="nowrap last">
                  {isOver ? (
                    <StateBadge tone="gray" icon="withdrawn">
                      {t(key.revokedAt === null ? 'keys.expired' : 'keys.revoked')}
                    </StateBadge>
                  ) : (
                    <RevokeButton id={key.id} name={key.name} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableBox>
  )
}
