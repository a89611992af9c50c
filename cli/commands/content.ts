import { writeFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { system } from '#lib/access/actor.ts'
import { exportAll } from '#lib/exchange/export-all.ts'
import { importFolder } from '#lib/exchange/import-folder.ts'
import type { ImportReport } from '#lib/exchange/import-report.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { recompileAll } from '#lib/release/recompile-all.ts'
import { rollBack } from '#lib/release/roll-back.ts'
import type { Terminal } from '../terminal.ts'

/** `istok import`, `export` and `release`. */
export function contentCommands(program: Command, terminal: Terminal): void {
  program
    .command('import <path>')
    .description('take over a folder, a zip or a file: Markdown with front matter, facts.yaml, categories.yaml, snippets, media')
    .option('--drafts', 'leave everything as drafts instead of releasing it')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--note <note>', 'note of the release', 'import')
    .action(async (path: string, options: { drafts?: boolean; dryRun?: boolean; note: string }) => {
      const { dryRun = false, drafts = false, note } = options
      const started = performance.now()
      const progress = (report: ImportReport) =>
        process.stderr.write(process.stderr.isTTY ? `\r${report.done} of ${report.total} files` : '')
      const report = await importFolder(terminal.open(), system, path, { dryRun, publish: !drafts && !dryRun, note, onProgress: progress })
      if (process.stderr.isTTY) process.stderr.write('\r')
      terminal.print(report, textOf(report, performance.now() - started, dryRun))
    })

  program
    .command('export <file>')
    .description('write everything into a zip that imports back')
    .action(async (file: string) => {
      const zip = await exportAll(terminal.open(), system)
      writeFileSync(file, zip)
      terminal.print({ file, bytes: zip.length }, `${file}: ${zip.length} bytes`)
    })

  const release = program.command('release').description('publish, roll back, compile anew')
  release
    .command('publish')
    .option('--articles <ids>', 'comma-separated ids', words, [])
    .option('--facts <keys>', 'comma-separated keys', words, [])
    .option('--snippets <keys>', 'comma-separated keys', words, [])
    .option('--withdraw <ids>', 'comma-separated ids', words, [])
    .option('--note <note>', 'what changes and why', '')
    .action(async (request: { articles: string[]; facts: string[]; snippets: string[]; withdraw: string[]; note: string }) => {
      const made = await publishRelease(terminal.open(), system, request)
      terminal.print(made, `Release ${made.number}`)
    })
  release
    .command('rollback <number>')
    .description('a new release that restores the state before that one')
    .option('--note <note>', 'why', '')
    .action(async (number: string, { note }: { note: string }) => {
      const made = await rollBack(terminal.open(), system, { number: positive(number), note })
      terminal.print(made, `Release ${made.number} restores the state before release ${number}`)
    })
  release
    .command('recompile')
    .description('compile every live article anew: after an upgrade or a change of ISTOK_PUBLIC_URL')
    .option('--note <note>', 'why', 'recompiled')
    .action(async ({ note }: { note: string }) => {
      const made = await recompileAll(terminal.open(), system, note)
      terminal.print(made, `Release ${made.number}: ${made.changes.length} translations`)
    })
}

function textOf(report: ImportReport, milliseconds: number, dryRun: boolean): string {
  const { created, updated, skipped, failed, warnings, omitted, release, published } = report
  const shown = warnings.map(({ file, line, level, message }) => `  ${level}: ${file}${line ? `:${line}` : ''} ${message}`)
  const head = `${dryRun ? 'Would be' : 'Imported'}: ${created} created, ${updated} updated, ${skipped} unchanged, ${failed} left out, in ${(milliseconds / 1000).toFixed(1)} s`
  const tail = release === null ? [] : [`Release ${release}: ${published} articles`]
  return [head, ...shown, ...(omitted ? [`  and ${omitted} more warnings`] : []), ...tail].join('\n')
}

function words(value: string): string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('is not a release number')
  return Number(value)
}
