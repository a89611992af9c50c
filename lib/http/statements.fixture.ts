import type { Istok } from '../istok.ts'

/** For tests: one statement that was run, with how many rows it gave or changed. */
type Run = string

interface Counted {
  source: string
  get(...parameters: unknown[]): unknown
  all(...parameters: unknown[]): unknown[]
  run(...parameters: unknown[]): { changes: number }
  iterate(...parameters: unknown[]): IterableIterator<unknown>
}

let runs: Run[] | null = null
let isCounting = false

/** For tests: every statement that runs while `work` does, on any connection of this thread, in order, each with its number of rows. */
export async function recordStatements({ database }: Istok, work: () => Promise<unknown>): Promise<Run[]> {
  if (!isCounting) countStatements(Object.getPrototypeOf(database.reader.sqlite.prepare('SELECT 1')) as Counted)
  isCounting = true
  runs = []
  try {
    await work()
    // What is written after the reply counts, too.
    await new Promise(resolve => setImmediate(resolve))
    await database.queue
    return runs
  } finally {
    runs = null
  }
}

function countStatements(statement: Counted): void {
  const { get, all, run, iterate } = statement
  const note = (source: string, rows: number) => runs?.push(`${rows} × ${source.replace(/\s+/g, ' ').trim()}`)
  statement.get = function (...parameters) {
    const row = get.apply(this, parameters)
    note(this.source, row === undefined ? 0 : 1)
    return row
  }
  statement.all = function (...parameters) {
    const rows = all.apply(this, parameters)
    note(this.source, rows.length)
    return rows
  }
  statement.run = function (...parameters) {
    const result = run.apply(this, parameters)
    note(this.source, result.changes)
    return result
  }
  statement.iterate = function* (...parameters) {
    let rows = 0
    for (const row of iterate.apply(this, parameters)) {
      rows++
      yield row
    }
    note(this.source, rows)
  }
}
