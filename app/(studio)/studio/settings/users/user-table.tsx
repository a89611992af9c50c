import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { UserEntry } from '#lib/access/user-input.ts'
import { EditUserButton } from './edit-user-button.tsx'

export async function UserTable({ users, ownId, categories }: { users: UserEntry[]; ownId: string; categories: [string, string][] }) {
  const { t, format } = await readInterface()
  const titles = new Map(categories)
  return (
    <TableBox label={t('admin.users.title')}>
      <table className="table table-stacked settings-list">
        <thead>
          <tr>
            {(['person', 'roles', 'state', 'since', 'actions'] as const).map(column => (
              <th key={column} scope="col">
                {t(`admin.users.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {users.map(user => (
            <tr key={user.id}>
              <td className="wide">
                <strong className="fact-name">
                  {user.name}
                  {user.id === ownId && <span className="quiet"> {t('admin.users.you')}</span>}
                </strong>
                <span className="under">{user.email}</span>
              </td>
              <td>
                {user.roles.map(role => t(`admin.roles.${role}.name`)).join(', ')}
                {user.grants.map(({ category, role }) => (
                  <span key={`${category} ${role}`} className="under">
                    {t('admin.grants.one', { role: t(`admin.roles.${role}.name`), category: titles.get(category) ?? category })}
                  </span>
                ))}
              </td>
              <td className="nowrap">
                {user.disabledAt === null ? (
                  <StateBadge tone="green" icon="check">
                    {t(user.hasPassword ? 'admin.users.active' : 'admin.users.serviceOnly')}
                  </StateBadge>
                ) : (
                  <StateBadge tone="gray" icon="withdrawn">
                    {t('admin.users.disabled')}
                  </StateBadge>
                )}
              </td>
              <td className="nowrap" data-label={t('admin.users.since')}>
                {format.dateTime(user.createdAt, { dateStyle: 'medium' })}
              </td>
              <td className="nowrap last">
                <EditUserButton user={user} isSelf={user.id === ownId} categories={categories} />{' '}
                <Link href={`/studio/settings/sessions?user=${encodeURIComponent(user.id)}`}>{t('admin.users.sessions')}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
