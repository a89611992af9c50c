import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { listMigrations, migrate } from './migrate.ts'

test('a feed of before is counted anew channel by channel, and the marks of shifts with it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'istok-migrate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'istok.db')
  const sqlite = new BetterSqlite3(file)
  sqlite.exec('CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL) STRICT')
  const note = sqlite.prepare('INSERT INTO migration VALUES (?, ?, ?, 0)')
  for (const { number, name, sql, hash } of listMigrations().filter(migration => migration.number < 41)) {
    sqlite.exec(sql)
    note.run(number, name, hash)
  }
  const append = sqlite.prepare(
    "INSERT INTO feed (seq, release, channel, op, slug, article_id, locale, at) VALUES (?, 1, ?, 'upsert', 'a', 'a', 'ru', 0)",
  )
  for (const [index, channel] of ['website', 'operator', 'operator', 'website', 'operator'].entries()) append.run(10 + index, channel)
  sqlite.exec("INSERT INTO shift VALUES ('between', 12, 1, 0), ('before', 9, 0, 0), ('after', 14, 1, 0)")
  migrate(sqlite, file)
  expect(sqlite.prepare('SELECT channel, number FROM feed ORDER BY seq').raw().all()).toEqual([
    ['website', 1],
    ['operator', 1],
    ['operator', 2],
    ['website', 2],
    ['operator', 3],
  ])
  expect(sqlite.prepare('SELECT person, seq FROM shift ORDER BY seq').raw().all()).toEqual([
    ['before', 0],
    ['between', 2],
    ['after', 3],
  ])
  expect(() => sqlite.exec('UPDATE feed SET number = 1')).toThrow('insert-only')
})
