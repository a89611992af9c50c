import { write } from '#db/write.ts'
import { formatInstant } from '../clock.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { type AuditEntry, type AuditFilter, listAudit } from './list-audit.ts'
import { requireScope } from './policies.ts'
import { recordAudit } from './record-audit.ts'

const columns = ['id', 'at', 'actor', 'action', 'subject', 'details', 'hash'] as const
const batch = 200

/**
 * The audit log as CSV (RFC 4180, with a byte order mark for spreadsheets), newest first, in pieces: however long it is, it is never in memory as a whole.
 * That it was taken out is itself recorded. Throws forbidden (needs admin).
 */
export async function exportAudit(
  istok: Istok,
  actor: Actor,
  filter: Omit<AuditFilter, 'limit' | 'cursor'>,
): Promise<AsyncIterable<string>> {
  requireScope(actor, 'admin')
  await write(istok.database, tx => recordAudit(tx, actor, 'audit.exported', 'audit', { ...filter }))
  return rows(istok, actor, filter)
}

async function* rows(istok: Istok, actor: Actor, filter: Omit<AuditFilter, 'limit' | 'cursor'>): AsyncIterable<string> {
  yield `\u{feff}${columns.join(',')}\r\n`
  let cursor: string | undefined
  do {
    const page = await listAudit(istok, actor, { ...filter, limit: batch, ...(cursor ? { cursor } : {}) })
    yield page.items.map(entry => lineOf(entry, istok.env.timeZone)).join('')
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

function lineOf(entry: AuditEntry, timeZone: string): string {
  const values = { ...entry, at: formatInstant(entry.at, timeZone), details: JSON.stringify(entry.details) }
  return `${columns.map(column => cell(String(values[column]))).join(',')}\r\n`
}

/** Spreadsheets take a cell that begins like a formula for one: an apostrophe keeps it text (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
