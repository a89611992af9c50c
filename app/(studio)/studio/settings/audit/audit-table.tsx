import { readInterface } from '#app/_i18n/read-interface.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { AuditEntry } from '#lib/access/list-audit.ts'

export async function AuditTable({ entries, names }: { entries: AuditEntry[]; names: Map<string, string> }) {
  const { t, format } = await readInterface()
  return (
    <TableBox label={t('admin.audit.title')}>
      <table className="table">
        <thead>
          <tr>
            {(['at', 'who', 'what', 'subject', 'details'] as const).map(column => (
              <th key={column} scope="col">
                {t(`admin.audit.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, actor, action, subject, details }) => (
            <tr key={id}>
              <td className="nowrap">{format.dateTime(at, { dateStyle: 'short', timeStyle: 'medium' })}</td>
              <td>{names.get(actor) ?? <span className="mono">{actor}</span>}</td>
              <td className="mono nowrap">{action}</td>
              <td className="mono audit-subject">{names.get(subject) ?? subject}</td>
              <td className="mono audit-details">{Object.keys(details).length > 0 && JSON.stringify(details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
