import { writeSync } from 'node:fs'
import { system } from '#lib/access/actor.ts'
import { readEnvironment } from '../env.ts'
import { openIstok } from '../istok.ts'
import { putFact } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import type { Release } from './write-change.ts'

/** A process for the crash test: changes one fee and publishes it, over and over, and says so on standard output once the release is acknowledged, until it is killed. */
const istok = openIstok(readEnvironment(process.env))
const first = Number(process.argv[2])
for (let value = first; ; value++) {
  await putFact(istok, 'fee', 'number', null, String(value))
  const release = (await publishRelease(istok, system, { note: '', articles: [], facts: ['fee'], snippets: [], withdraw: [] })) as Release
  writeSync(1, `${release.number} ${value}\n`)
}
