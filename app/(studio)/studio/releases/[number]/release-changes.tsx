import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { ReleaseDetail } from '#lib/delivery/read-releases.ts'

/** Rows that are shown; a first import changes thousands. */
const shown = 300

export async function ReleaseChanges({ changes }: { changes: ReleaseDetail['changes'] }) {
  const { t } = await readInterface()
  return (
    <TableBox label={t('releases.changes')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('articles.article')}</th>
            <th scope="col">{t('articles.languages')}</th>
            <th scope="col">{t('releases.what')}</th>
            <th scope="col">{t('releases.channels')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shown).map(({ articleId, slug, locale, op, channels }) => (
            <tr key={`${slug} ${locale} ${op}`}>
              <td>
                <Link className="row-link" href={`/studio/articles/${articleId}?locale=${locale}`}>
                  {slug}
                </Link>
              </td>
              <td>
                <span className="locale-tag">{locale}</span>
              </td>
              <td>
                <StateBadge tone={op === 'upsert' ? 'green' : 'gray'} icon={op === 'upsert' ? 'published' : 'withdrawn'}>
                  {t(`releases.ops.${op}`)}
                </StateBadge>
              </td>
              <td>
                <span className="channel-icons">
                  {channels.map(channel => (
                    <Icon key={channel} name={channel as ChannelKind} label={t(`windows.channels.${channel as ChannelKind}`)} />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > shown && <p className="table-more">{t('releases.more', { count: changes.length - shown })}</p>}
    </TableBox>
  )
}
