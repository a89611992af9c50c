// `npm test`: installs what is missing, the browser too, then lint, types, unit, e2e. The last line sums up what passed and failed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, node, root } from './install.mjs'

const results = join(root, 'test-results')
const only = process.argv.slice(2)

ensureInstalled()
mkdirSync(results, { recursive: true })
const total = { passed: 0, failed: 0 }
const steps = { lint, types, unit, e2e }
for (const [name, step] of Object.entries(steps)) {
  if (only.length > 0 && !only.includes(name)) continue
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { passed, failed } = step()
  total.passed += passed
  total.failed += failed
  console.log(`── ${name}: ${passed} passed, ${failed} failed in ${((Date.now() - started) / 1000).toFixed(0)} s`)
}
const summary = `${total.passed} passed, ${total.failed} failed`
writeFileSync(join(results, 'summary.txt'), `${summary}\n`)
console.log(`\n${summary}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

function lint() {
  return asOne(join(root, 'node_modules/.bin/biome'), ['check', '--error-on-warnings', '.'])
}

function types() {
  return asOne(join(root, 'node_modules/.bin/tsc'), ['--noEmit'])
}

function unit() {
  const report = join(results, 'unit.json')
  rmSync(report, { force: true })
  const status = start(node, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 || status !== 0 ? 1 : 0) }
}

function e2e() {
  const browser = ensureBrowser()
  ensureBuilt()
  const report = join(results, 'e2e.json')
  rmSync(report, { force: true })
  const status = start(node, [join(root, 'node_modules/@playwright/test/cli.js'), 'test'], {
    ...process.env,
    CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { expected, flaky, unexpected } = JSON.parse(readFileSync(report, 'utf8')).stats
  return { passed: expected + flaky, failed: Math.max(unexpected, status === 0 ? 0 : 1) }
}

function asOne(command, args) {
  return start(command, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function start(command, args, env = process.env) {
  const path = `${join(root, 'node_modules/.bin')}:${env.PATH}`
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...env, PATH: path } }).status ?? 1
}

/** Path of a Chromium: the system's, else Debian's package, else Playwright's own (empty: Playwright finds it). */
function ensureBrowser() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const there = places.find(existsSync)
  if (there) return there
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium…')
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options)
  }
  const installed = places.find(existsSync)
  if (installed) return installed
  start(node, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
  return ''
}
