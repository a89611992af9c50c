import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { ScriptEntry } from '#lib/authoring/list-scripts.ts'

/** Scripts with what they hold, whether they can be published, who answers for them and who changed them last. `names`: of people, by actor. */
export async function ScriptTable({ scripts, names }: { scripts: ScriptEntry[]; names: Record<string, string> }) {
  const { t, format } = await readInterface()
  return (
    <TableBox label={t('scripts.title')}>
      <table className="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{t('scripts.script')}</th>
            <th scope="col">{t('scripts.held')}</th>
            <th scope="col">{t('scripts.status')}</th>
            <th scope="col">{t('scripts.check')}</th>
            <th scope="col">{t('scripts.owner')}</th>
            <th scope="col">{t('scripts.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {scripts.map(({ articleId, locale, slug, title, status, steps, problems, owner, updatedAt, updatedBy }) => (
            <tr key={`${articleId}/${locale}`}>
              <td className="wide">
                <Link href={`/studio/scripts/${articleId}/${locale}`} className="row-link fact-name" lang={locale}>
                  {title}
                </Link>{' '}
                <span className="locale-mark">{locale}</span>
                <span className="under mono">{slug}</span>
              </td>
              <td className="nowrap">{t('scripts.steps', { count: steps })}</td>
              <td>
                <StatusBadge status={status} t={t} />
              </td>
              <td>
                <StateBadge tone={problems === 0 ? 'green' : 'red'} icon={problems === 0 ? 'check' : 'error'}>
                  {problems === 0 ? t('scripts.ready') : t('scripts.problems', { count: problems })}
                </StateBadge>
              </td>
              <td className={owner === null ? 'blank' : undefined}>{owner ?? '—'}</td>
              <td>
                {format.dateTime(updatedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                <span className="under quiet">{names[updatedBy] ?? updatedBy}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
