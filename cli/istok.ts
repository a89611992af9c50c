import { Command, CommanderError } from 'commander'
import { readEnvironment } from '#lib/env.ts'
import { isIstokError } from '#lib/errors.ts'
import { type Istok, openIstok } from '#lib/istok.ts'
import { backupCommands } from './commands/backup.ts'
import { checkCommands } from './commands/check.ts'
import { contentCommands } from './commands/content.ts'
import { peopleCommands } from './commands/people.ts'
import type { Terminal } from './terminal.ts'

const program = new Command('istok')
  .description('Istok: one answer, every channel, one release')
  .option('--json', 'print JSON for programs')
  .showHelpAfterError()
  .exitOverride()

let opened: Istok | undefined
const terminal: Terminal = {
  open() {
    opened ??= openIstok({ ...readEnvironment(), logLevel: 'silent' })
    return opened
  },
  print(value, text) {
    process.stdout.write(program.opts().json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`)
  },
}

program.command('up').description('install, build, prepare and serve (the same as npm run up)')
for (const add of [peopleCommands, contentCommands, backupCommands, checkCommands]) add(program, terminal)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
} finally {
  opened?.database.close()
}

/** 0 after help, 1 when a command failed, 2 when it was called wrongly. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`istok: ${message}\n`)
  if (isIstokError(error)) for (const fault of error.details.errors ?? []) process.stderr.write(`  ${fault.pointer} ${fault.message}\n`)
  return 1
}
