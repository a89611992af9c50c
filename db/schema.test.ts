import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { openTestIstok } from '#lib/test-istok.ts'
import * as access from './schema/access.ts'
import * as content from './schema/content.ts'
import * as desk from './schema/desk.ts'
import * as facts from './schema/facts.ts'
import * as learning from './schema/learning.ts'
import * as releases from './schema/releases.ts'
import * as search from './schema/search.ts'
import * as workflow from './schema/workflow.ts'

test('drizzle sees exactly the tables and columns that the migrations make', () => {
  const { sqlite } = openTestIstok().database.reader
  const tables = [access, content, desk, facts, learning, releases, search, workflow]
    .flatMap(area => Object.values<unknown>(area))
    .filter(value => is(value, SQLiteTable))
  for (const table of tables) {
    const made = sqlite.pragma(`table_info("${getTableName(table)}")`) as { name: string; notnull: number; pk: number }[]
    const seen = Object.values(getTableColumns(table))
    expect(seen.map(column => column.name).sort(), getTableName(table)).toEqual(made.map(column => column.name).sort())
    const required = made.filter(column => column.notnull || column.pk).map(column => column.name)
    expect(
      seen
        .filter(column => column.notNull || column.primary)
        .map(column => column.name)
        .sort(),
      getTableName(table),
    ).toEqual(expect.arrayContaining(required.filter(name => name !== 'id').sort()))
  }
  const made = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration' AND name NOT GLOB 'search_*_*'",
    )
    .pluck()
    .all()
  expect(tables.map(table => getTableName(table)).sort()).toEqual(made.sort())
})
