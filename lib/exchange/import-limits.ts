import { IstokError } from '../errors.ts'

/** What one import may hold, unpacked. Own rule: enough for the largest knowledge bases we know, little enough to stay in memory. */
export const importLimits = {
  files: 20_000,
  bytes: 500 * 1024 * 1024,
  /** Of one file: the largest picture that is taken; texts are far smaller. */
  file: 20 * 1024 * 1024,
  /** Of a zip, as received. */
  packed: 50 * 1024 * 1024,
  /** How many times smaller a file larger than 1 MB may be packed: texts are at most 20 times smaller, bombs 1,000 times. */
  ratio: 100,
  /** Warnings that a report keeps. */
  warnings: 5_000,
  /** Pairs of similar titles, and values against facts, that a report keeps. */
  findings: 500,
} as const

const megabyte = 1024 * 1024

/** The refusal of an import with too many files. */
export function tooManyFiles(): IstokError {
  const maximum = importLimits.files
  return new IstokError('too_large', `An import has at most ${maximum} files`, { reason: 'import-files', arguments: { maximum } })
}

/** The refusal of an import that holds, or unpacks to, more than is read. */
export function tooManyBytes(): IstokError {
  const megabytes = importLimits.bytes / megabyte
  return new IstokError('too_large', `An import has at most ${megabytes} MB, unpacked`, {
    reason: 'import-large',
    arguments: { megabytes },
  })
}
