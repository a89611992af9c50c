import { createHash } from 'node:crypto'
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Database } from './open.ts'

export interface BackupManifest {
  /** ISO 8601. */
  at: string
  /** SHA-256 in hex of every file, by path. */
  files: Record<string, string>
}

/** What besides the database belongs to a data directory. */
const companions = ['media', 'secret']

/**
 * Writes a consistent copy of the data directory into `target` (which must not exist) while the server goes on: database, media, secret and a manifest of
 * hashes. Copying the database file by hand would lose what is still in its log. Throws an Error with one line; nothing half-done stays.
 */
export async function backUp(database: Database, target: string): Promise<BackupManifest> {
  if (existsSync(target)) throw new Error(`${target} exists already: name a new folder`)
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    await database.reader.sqlite.backup(join(unfinished, 'istok.db'))
    for (const name of companions) {
      const source = join(database.dataDir, name)
      if (existsSync(source)) cpSync(source, join(unfinished, name), { recursive: true, preserveTimestamps: true })
    }
    const manifest = { at: new Date().toISOString(), files: await hashFiles(unfinished) }
    writeFileSync(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    renameSync(unfinished, target)
    return manifest
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

/**
 * Puts a backup into `dataDir`, which must be missing or empty, after checking every hash and the database's integrity. Throws an Error with one line that
 * names the file at fault; the directory appears only when it is whole.
 */
export async function restoreBackup(backup: string, dataDir: string): Promise<BackupManifest> {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new Error(`${dataDir} is not empty: move it away first`)
  const manifestFile = join(backup, 'manifest.json')
  if (!existsSync(manifestFile)) throw new Error(`${backup} is no backup: manifest.json is missing`)
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as BackupManifest
  const found = await hashFiles(backup)
  for (const [path, hash] of Object.entries(manifest.files)) {
    if (found[path] !== hash) throw new Error(`${join(backup, path)} ${found[path] ? 'was changed since the backup' : 'is missing'}`)
  }
  const unfinished = `${dataDir}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(dirname(dataDir), { recursive: true })
  cpSync(backup, unfinished, { recursive: true, preserveTimestamps: true })
  rmSync(join(unfinished, 'manifest.json'))
  checkIntegrity(join(unfinished, 'istok.db'))
  rmSync(dataDir, { recursive: true, force: true })
  renameSync(unfinished, dataDir)
  return manifest
}

function checkIntegrity(file: string): void {
  const sqlite = new BetterSqlite3(file)
  try {
    const verdict = sqlite.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`The database in the backup is damaged: ${verdict}`)
  } finally {
    sqlite.close()
  }
}

async function hashFiles(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.name === 'manifest.json' || !statSync(path).isFile()) continue
    files[relative(folder, path)] = await hashFile(path)
  }
  return files
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
