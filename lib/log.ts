import pino from 'pino'

/** Fields that are never written, wherever they stand in a log record. */
const redacted = ['authorization', 'cookie', 'password', 'secret', 'key', 'token', 'set-cookie']

/** The process's log: JSON lines on standard output, written in batches so that a request does not wait for the terminal. */
export function openLog(level: string): pino.Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redacted.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), censor: '[redacted]' },
    },
    pino.destination({ sync: false, minLength: 4096 }),
  )
}

export type Log = pino.Logger
