import type { Istok } from '#lib/istok.ts'

/** What a command of the command line gets. */
export interface Terminal {
  /** Istok on the data directory of the environment; opened once, closed when the command is done. */
  open(): Istok
  /** Writes `text` for people, or `value` as JSON when --json was given. */
  print(value: unknown, text: string): void
}
