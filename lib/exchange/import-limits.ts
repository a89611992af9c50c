/** What one import may hold, unpacked. Own rule: enough for the largest knowledge bases we know, little enough to stay in memory. */
export const importLimits = {
  files: 20_000,
  bytes: 512 * 1024 * 1024,
  /** Of one file: the largest picture that is taken; texts are far smaller. */
  file: 20 * 1024 * 1024,
  /** Of a zip, as received. */
  packed: 50 * 1024 * 1024,
  /** Warnings that a report keeps. */
  warnings: 5_000,
} as const
