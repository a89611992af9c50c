import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connectToRead } from './connect.ts'
import { openDatabase } from './open.ts'

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'istok-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a connection for a thread reads what is committed, folds letters as the others do, and writes nothing', () => {
  const database = openDatabase(makeFolder())
  const sqlite = connectToRead(database.file)
  database.writer.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('a', '1')").run()
  expect(sqlite.prepare("SELECT value FROM setting WHERE key = 'a'").pluck().get()).toBe('1')
  expect(sqlite.prepare('SELECT folded(?)').pluck().get('ЁЛКА')).toBe('елка')
  expect(() => sqlite.prepare('DELETE FROM setting').run()).toThrow(/readonly|query_only|attempt to write/i)
  sqlite.close()
  database.close()
})

test('a database that is not there is not made', () => {
  expect(() => connectToRead(join(makeFolder(), 'none.db'))).toThrow()
})
