import fc from 'fast-check'
import { expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { anonymous, system } from './actor.ts'
import { canonicalJson } from './audit-chain.ts'
import { exportAudit } from './export-audit.ts'
import { listAudit } from './list-audit.ts'
import { recordAudit } from './record-audit.ts'
import { verifyAudit } from './verify-audit.ts'

async function filled(count: number) {
  const istok = openTestIstok()
  for (let index = 0; index < count; index += 1) {
    await write(istok.database, tx =>
      recordAudit(tx, system, index % 2 ? 'article.created' : 'fact.saved', `thing:${index}`, { b: 1, a: index }),
    )
  }
  return istok
}

test('an untouched log verifies and its head is the newest hash', async () => {
  const istok = await filled(5)
  const { items } = await listAudit(istok, system, {})
  expect(await verifyAudit(istok)).toEqual({ rows: 5, head: items[0]?.hash, broken: [] })
})

test('the database refuses to change or delete a row', async () => {
  const istok = await filled(1)
  const { sqlite } = istok.database.writer
  expect(() => sqlite.exec("UPDATE audit SET actor = 'x'")).toThrow('insert-only')
  expect(() => sqlite.exec('DELETE FROM audit')).toThrow('insert-only')
})

test('a row that somebody changed, removed or cut off behind the triggers breaks the chain', async () => {
  const changes = [
    ["UPDATE audit SET details = '{}' WHERE id = 3", 3],
    ['DELETE FROM audit WHERE id = 2', 3],
    ['DELETE FROM audit WHERE id = 5', 5],
  ] as const
  for (const [statement, id] of changes) {
    const istok = await filled(5)
    istok.database.writer.sqlite.exec(`DROP TRIGGER audit_immutable; DROP TRIGGER audit_kept; ${statement}`)
    expect((await verifyAudit(istok)).broken).toContain(id)
  }
})

test('a transaction that fails leaves no trace in the log', async () => {
  const istok = await filled(2)
  const failing = write(istok.database, async tx => {
    await recordAudit(tx, system, 'article.created', 'article:1')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await verifyAudit(istok)).toMatchObject({ rows: 2, broken: [] })
})

test('the log is read page by page, newest first, filtered by actor, action and time', async () => {
  setClock(() => 1_000)
  const istok = await filled(5)
  setClock(() => 2_000)
  await write(istok.database, tx => recordAudit(tx, anonymous, 'session.refused', 'user:1'))
  setClock()
  const first = await listAudit(istok, system, { limit: 4 })
  const second = await listAudit(istok, system, { limit: 4, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(entry => entry.id)).toEqual([6, 5, 4, 3, 2, 1])
  expect(second.nextCursor).toBeNull()
  expect((await listAudit(istok, system, { action: 'article' })).items).toHaveLength(2)
  expect((await listAudit(istok, system, { action: 'fact.saved' })).items).toHaveLength(3)
  expect((await listAudit(istok, system, { action: '%' })).items).toHaveLength(0)
  expect((await listAudit(istok, system, { actor: 'anonymous' })).items).toHaveLength(1)
  expect((await listAudit(istok, system, { from: 2_000 })).items).toHaveLength(1)
  expect((await listAudit(istok, system, { to: 2_000 })).items).toHaveLength(5)
})

test('only an administrator reads the log, and a made-up cursor is named', async () => {
  const istok = await filled(1)
  await expect(listAudit(istok, anonymous, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listAudit(istok, { ...system, scopes: new Set(['read']) }, {})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listAudit(istok, system, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
})

test('canonical JSON does not depend on the order of keys and means the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('the log goes out as CSV that no spreadsheet takes for formulas, page after page, and that it did is recorded', async () => {
  const istok = openTestIstok()
  await write(istok.database, async tx => {
    for (let index = 0; index < 450; index++) await recordAudit(tx, system, 'thing.done', `thing:${index}`, { say: `"a",\n=${index}` })
    await recordAudit(tx, { id: '=cmd' }, 'thing.done', 'thing:evil')
  })
  let text = ''
  for await (const piece of await exportAudit(istok, system, { action: 'thing' })) text += piece
  const lines = text.split('\r\n')
  expect(lines[0]).toBe('\u{feff}id,at,actor,action,subject,details,hash')
  expect(lines).toHaveLength(1 + 451 + 1)
  expect(lines[1]).toContain("'=cmd")
  expect(lines[2]).toContain('"{""say"":""\\""a\\"",\\n=449""}"')
  expect((await listAudit(istok, system, { action: 'audit.exported' })).items).toHaveLength(1)
  await expect(exportAudit(istok, anonymous, {})).rejects.toMatchObject({ code: 'unauthenticated' })
})
