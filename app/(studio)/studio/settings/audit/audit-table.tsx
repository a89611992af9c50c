import { readInterface } from '#app/_i18n/read-interface.ts'
import type { Words } from '#app/_ui/say-problem.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { AuditEntry } from '#lib/access/list-audit.ts'
import { sayAction, saySubject } from './say-action.ts'
import { sayDetails } from './say-details.ts'

export async function AuditTable({ entries, names }: { entries: AuditEntry[]; names: Map<string, string> }) {
  const { t, format } = await readInterface()
  const words = t as unknown as Words
  const ways = { instant: (at: number) => format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' }), number: format.number, names }
  return (
    <TableBox label={t('admin.audit.title')}>
      <table className="table table-stacked settings-list">
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
              <td>
                <Who actor={actor} name={names.get(actor)} />
              </td>
              <td className="wide">
                {sayAction(words, action)}
                <span className="under mono">{action}</span>
              </td>
              <td className="audit-subject">
                <Subject {...saySubject(words, subject)} name={names.get(subject)} />
              </td>
              <td className="audit-details">
                {sayDetails(words, details, ways).map(({ label, value, isCode }) => (
                  <span key={label} className="under">
                    {label}: <span className={isCode ? 'mono' : undefined}>{value}</span>
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

async function Who({ actor, name }: { actor: string; name: string | undefined }) {
  const { t } = await readInterface()
  if (actor === 'system' || actor === 'anonymous') return t(`admin.audit.${actor}`)
  if (actor === 'key:environment') return t('admin.audit.environment')
  return name ?? <span className="mono">{actor}</span>
}

/** What it is, with its name where it has one; the id is for whoever searches for it. */
function Subject({ kind, id, name }: { kind: string; id: string; name: string | undefined }) {
  return (
    <>
      {name === undefined ? kind : `${kind}: ${name}`} <span className="under mono">{id}</span>
    </>
  )
}
