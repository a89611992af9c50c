import { join } from 'node:path'
import type { Command } from 'commander'
import { backUp, restoreBackup } from '#db/backup.ts'
import { system } from '#lib/access/actor.ts'
import { readEnvironment } from '#lib/env.ts'
import { openIstok } from '#lib/istok.ts'
import { verifyStore } from '#lib/release/verify-store.ts'
import type { Terminal } from '../terminal.ts'

/** `istok backup` and `restore`. */
export function backupCommands(program: Command, terminal: Terminal): void {
  program
    .command('backup [folder]')
    .description('copy the data directory while the server runs; the folder must not exist (default: backups/ in the data directory)')
    .action(async (folder?: string) => {
      const istok = terminal.open()
      const target = folder ?? join(istok.env.dataDir, 'backups', new Date().toISOString().replaceAll(':', '-'))
      const manifest = await backUp(istok.database, target)
      terminal.print({ folder: target, ...manifest }, `${target}: ${Object.keys(manifest.files).length} files`)
    })
  program
    .command('restore <folder>')
    .description('put a backup into ISTOK_DATA_DIR, which must be missing or empty; checks every byte and the whole store')
    .action(async (folder: string) => {
      const env = readEnvironment()
      const manifest = await restoreBackup(folder, env.dataDir)
      const istok = openIstok({ ...env, logLevel: 'silent' })
      try {
        const { problems } = await verifyStore(istok, system)
        if (problems.length > 0) throw new Error(`Restored, but the store is not sound: ${problems[0]}`)
      } finally {
        istok.database.close()
      }
      terminal.print({ dataDir: env.dataDir, ...manifest }, `${env.dataDir} is as it was at ${manifest.at}`)
    })
}
