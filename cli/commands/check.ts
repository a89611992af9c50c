import { accessSync, constants, statfsSync } from 'node:fs'
import type { Command } from 'commander'
import { listMigrations } from '#db/migrate.ts'
import { system } from '#lib/access/actor.ts'
import { readEnvironment } from '#lib/env.ts'
import { readBacklog } from '#lib/health/read-readiness.ts'
import { listDeadLetters, replayDeadLetters } from '#lib/outbox/dead-letters.ts'
import { verifyStore } from '#lib/release/verify-store.ts'
import { reindex } from '#lib/search/reindex.ts'
import type { Terminal } from '../terminal.ts'

/** Free disk in bytes below which `doctor` warns. */
const tight = 1024 ** 3

/** `istok migrate`, `verify`, `reindex`, `outbox` and `doctor`. */
export function checkCommands(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description('bring the database to the schema of this version (a start does the same)')
    .action(() => {
      terminal.open()
      const names = listMigrations().map(({ name }) => name)
      terminal.print({ migrations: names }, `The database is at ${names.at(-1)}`)
    })
  program
    .command('verify')
    .description('prove the store: one release over all channels, hashes match, no orphan, audit chain whole')
    .action(async () => {
      const report = await verifyStore(terminal.open(), system)
      const text =
        report.problems.length === 0 ? `Sound: ${report.renditions} renditions, ${report.heads} current` : report.problems.join('\n')
      terminal.print(report, text)
      if (report.problems.length > 0) process.exitCode = 1
    })
  program
    .command('reindex')
    .description('make the search index anew from what the channels say now; a configured Meilisearch is built anew by the server')
    .action(async () => {
      const made = await reindex(terminal.open(), system)
      terminal.print(made, `${made.translations} translations are in the search index`)
    })
  const outbox = program.command('outbox').description('what waits to be sent to other systems, and what they refuse')
  outbox
    .command('list', { isDefault: true })
    .description('what waits, and everything that could not be delivered')
    .action(async () => {
      const istok = terminal.open()
      const backlog = readBacklog(istok)
      const dead = await listDeadLetters(istok, system)
      const lines = dead.map(({ topic, key, attempts, error }) => `  ${topic} ${key}: ${error} (${attempts} attempts)`)
      const head = `${backlog.waiting} waiting, the oldest for ${backlog.oldestSeconds} s; ${dead.length} not delivered`
      terminal.print({ ...backlog, dead }, [head, ...lines].join('\n'))
    })
  outbox
    .command('replay <topic>')
    .description('send what could not be delivered once more, e.g. istok outbox replay search')
    .action(async (topic: string) => {
      const rows = await replayDeadLetters(terminal.open(), system, topic)
      terminal.print({ rows }, `${rows} will be sent again`)
    })
  program
    .command('doctor')
    .description('environment, versions, disk')
    .action(() => {
      const checks = [...environmentChecks(), ...databaseChecks(terminal)]
      terminal.print(checks, checks.map(({ good, name, text }) => `${good ? 'ok   ' : 'FAULT'}  ${name}: ${text}`).join('\n'))
      if (checks.some(({ good }) => !good)) process.exitCode = 1
    })
}

interface Check {
  name: string
  good: boolean
  text: string
}

function environmentChecks(): Check[] {
  const [major = 0] = process.versions.node.split('.').map(Number)
  const node = { name: 'Node', good: major >= 24, text: process.versions.node }
  try {
    const env = readEnvironment()
    return [
      node,
      { name: 'Environment', good: true, text: `${env.publicUrl}, ${env.timeZone}, locales ${env.locales.join(' ')}` },
      { name: 'Secret', good: true, text: env.secret ? 'given by ISTOK_SECRET' : 'kept in the data directory' },
    ]
  } catch (error) {
    return [node, { name: 'Environment', good: false, text: (error as Error).message }]
  }
}

function databaseChecks(terminal: Terminal): Check[] {
  try {
    const { env, database } = terminal.open()
    accessSync(env.dataDir, constants.W_OK)
    const { bavail, bsize } = statfsSync(env.dataDir)
    const free = bavail * bsize
    const { sqlite } = database.reader
    const count = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
    return [
      { name: 'SQLite', good: true, text: String(sqlite.prepare('SELECT sqlite_version()').pluck().get()) },
      {
        name: 'Data',
        good: true,
        text: `${database.file}: ${count('article')} articles, ${count('release')} releases, ${count('head')} current renditions`,
      },
      { name: 'Disk', good: free > tight, text: `${(free / 1024 ** 3).toFixed(1)} GB free` },
    ]
  } catch (error) {
    return [{ name: 'Data', good: false, text: (error as Error).message }]
  }
}
