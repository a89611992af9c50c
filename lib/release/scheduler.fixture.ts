import { writeSync } from 'node:fs'
import { system } from '#lib/access/actor.ts'
import { now } from '../clock.ts'
import { readEnvironment } from '../env.ts'
import { openIstok } from '../istok.ts'
import { publishRelease } from './publish-release.ts'
import type { Scheduled } from './schedule-release.ts'
import { startScheduler } from './start-scheduler.ts'

/** A process for the tests of the clock, until it is killed: keeps the clock's promises, or makes one schedule after another and says each on standard output once it is told that it is made. */
const istok = openIstok(readEnvironment(process.env))
const [role, article = ''] = process.argv.slice(2)
if (role === 'keep') {
  startScheduler(istok)
  writeSync(1, 'ready\n')
} else {
  for (;;) {
    const request = { note: '', articles: [article], facts: [], snippets: [], withdraw: [], publishAt: now() + 60_000 }
    const { id } = (await publishRelease(istok, system, request)) as Scheduled
    writeSync(1, `${id}\n`)
  }
}
