#!/usr/bin/env node
// `npm run istok -- …`: the command line on the project's own Node.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, node, root } from './install.mjs'

const args = process.argv.slice(2)
if (args[0] === 'up') {
  await import('./up.mjs')
} else {
  ensureInstalled()
  const result = spawnSync(node, [join(root, 'cli/istok.ts'), ...args], { stdio: 'inherit' })
  process.exit(result.status ?? 1)
}
