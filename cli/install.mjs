// Runs on whatever Node started npm (20 or later), before anything is installed: plain JavaScript, built-in modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** The project's own Node, which comes as a package. */
export const node = join(root, 'node_modules/node/bin/node')

/** Runs a command in the project, showing its output. Ends this process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error) fail(`${command} could not be started: ${result.error.message}`)
  if (result.status !== 0) process.exit(result.status ?? 1)
}

export function fail(message) {
  console.error(message)
  process.exit(1)
}

/** Installs the packages of the lock file unless they are there already. */
export function ensureInstalled() {
  const [major] = process.versions.node.split('.')
  if (Number(major) < 20)
    fail(`Node ${process.versions.node} is too old: Istok needs Node 20 or later to start (it brings its own Node 24)`)
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const mark = join(root, 'node_modules/.istok-installed')
  if (existsSync(node) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  if (existsSync(node) && isInstalledByHand()) {
    writeFileSync(mark, wanted)
    return
  }
  console.log('Installing packages…')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(mark, wanted)
}

/** npm keeps a lock of what it installed; equal packages mean that there is nothing to do. */
function isInstalledByHand() {
  try {
    const there = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version)
  } catch {
    return false
  }
}

/** Builds the studio with Next unless the sources are those of the last build. */
export function ensureBuilt() {
  const mark = join(root, '.next/istok-sources')
  const wanted = hashOf(['app', 'lib', 'db', 'content/messages', 'next.config.ts', 'package-lock.json', 'tsconfig.json'])
  if (existsSync(join(root, '.next/BUILD_ID')) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.log('Building…')
  run(node, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
}

function hashOf(places) {
  const hash = createHash('sha256')
  for (const place of places) addTo(hash, join(root, place))
  return hash.digest('hex')
}

function addTo(hash, path) {
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
  } else if (!/\.(test|fixture)\.tsx?$/.test(path)) {
    hash.update(path).update(readFileSync(path))
  }
}
