import pino from 'pino'

/** Fields that are never written, wherever they stand in a log record. */
const redacted = ['authorization', 'cookie', 'password', 'secret', 'key', 'token', 'set-cookie']

export type Log = pino.Logger

/** Where the lines of each log go. It takes bytes: what is ready is not made into a string and back. */
const destinations = new WeakMap<Log, (lines: Buffer) => void>()

/** The process's log: JSON lines on standard output, written in batches so that a request does not wait for the terminal. */
export function openLog(level: string): Log {
  const destination = pino.destination({ sync: false, minLength: 4096, contentMode: 'buffer' })
  const writeBytes = destination.write.bind(destination) as unknown as (lines: Buffer) => void
  const stream = {
    write: (line: string) => writeBytes(Buffer.from(line)),
    flush: (done?: (error?: Error) => void) => destination.flush(done),
  }
  const log = pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redacted.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), censor: '[redacted]' },
    },
    stream,
  )
  destinations.set(log, writeBytes)
  return log
}

/** Writes whole lines that are ready as bytes; they are kept until they are written, so `lines` must not change afterwards. */
export function writeLines(log: Log, lines: Buffer): void {
  destinations.get(log)?.(lines)
}
