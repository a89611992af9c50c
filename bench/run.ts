import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { benchAnswering } from './answering.ts'
import { benchLists } from './article-lists.ts'
import { benchAsking } from './asking.ts'
import { benchCompile } from './compile.ts'
import { benchDelivery } from './delivery.ts'
import { benchEditor } from './editor.ts'
import { benchPreview } from './preview.ts'
import { benchRelease } from './release.ts'
import { benchRestart } from './restart.ts'
import { benchSearch } from './search.ts'
import { benchSearchHttp } from './search-http.ts'

/** `npm run bench [-- compile release delivery restart search search-http answering asking lists editor preview]`: prints ratios to a baseline of the same run, and absolute figures with the machine named. */
const suites = {
  compile: benchCompile,
  release: benchRelease,
  delivery: benchDelivery,
  restart: benchRestart,
  search: benchSearch,
  'search-http': benchSearchHttp,
  answering: benchAnswering,
  asking: benchAsking,
  lists: benchLists,
  editor: benchEditor,
  preview: benchPreview,
}

const wanted = process.argv.slice(2)
const [cpu] = cpus()
console.log(
  `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}, ${revision()}`,
)
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  for (const { label, value, aim } of await suite())
    console.log(`  ${label.padEnd(58)}${value.padStart(22)}${aim ? `   (aim ${aim})` : ''}`)
}

function revision(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'no revision'
  }
}
