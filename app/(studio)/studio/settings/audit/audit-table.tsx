import { readInterface } from '#app/_i18n/read-interface.ts'
import type { Words } from '#app/_ui/say-problem.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { AuditEntry } from '#lib/access/list-audit.ts'
import { sayAction, saySubject } from './say-action.ts'

export async function AuditTable({ entries, names }: { entries: AuditEntry[]; names: Map<string, string> }) {
  const { t, format } = await readInterface()
  const words = t as unknown as Words
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
              <td>{actor === 'system' ? t('admin.audit.system') : (names.get(actor) ?? <span className="mono">{actor}</span>)}</td>
              <td>
                {sayAction(words, action)}
                <span className="under mono">{action}</span>
              </td>
              <td className="audit-subject">{names.get(subject) ?? <Subject {...saySubject(words, subject)} />}</td>
              <td className="mono audit-details">
                {Object.entries(details).map(([name, value]) => (
                  <span key={name} className="under">
                    {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}

function Subject({ kind, id }: { kind: string; id: string }) {
  return (
    <>
      {kind} <span className="under mono">{id}</span>
    </>
  )
}
