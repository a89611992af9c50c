import { eq, sql } from 'drizzle-orm'
import { setting, user } from '#db/schema/access.ts'
import { article } from '#db/schema/content.ts'
import { release } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { createDemoUsers } from '#lib/access/create-demo-users.ts'
import type { Istok } from '../istok.ts'
import { importFolder } from './import-folder.ts'
import type { ImportReport } from './import-report.ts'

const mark = 'demo'

/**
 * Loads the demo knowledge base and its people into an empty installation, by the ordinary import and in one release. Interrupted, it goes on at the next
 * start; an installation that holds anything else is left alone. Returns the import's report, null when there was nothing to do.
 */
export async function loadDemo(istok: Istok, folder: string): Promise<ImportReport | null> {
  if (!istok.env.demo || !(await isWanted(istok))) return null
  await write(istok.database, async tx => {
    await tx.orm.insert(setting).values({ key: mark, value: 'loading' }).onConflictDoNothing()
    const organisation = JSON.stringify({ name: { ru: 'Исток Банк', en: 'Istok Bank' } })
    await tx.orm.insert(setting).values({ key: 'organisation', value: organisation }).onConflictDoNothing()
  })
  const report = await importFolder(istok, system, folder, { publish: true, note: 'Демонстрационная база знаний' })
  await createDemoUsers(istok, system)
  await write(istok.database, async tx => void (await tx.orm.update(setting).set({ value: 'loaded' }).where(eq(setting.key, mark))))
  return report
}

/** Whether this installation holds the demo, with its people and their known password. */
export function isDemo({ database }: Istok): boolean {
  return database.reader.orm.select({ value: setting.value }).from(setting).where(eq(setting.key, mark)).get() !== undefined
}

async function isWanted({ database }: Istok): Promise<boolean> {
  const { orm } = database.reader
  const [state] = await orm.select({ value: setting.value }).from(setting).where(eq(setting.key, mark))
  if (state) return state.value === 'loading'
  const [rows] = await orm
    .select({
      count: sql<number>`(SELECT count(*) FROM ${article}) + (SELECT count(*) FROM ${release}) + (SELECT count(*) FROM ${user})`,
    })
    .from(sql`(SELECT 1)`)
  return rows?.count === 0
}
