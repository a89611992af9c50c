import { spawn } from 'node:child_process'

/** Istok in a process of its own, on a port that the system gives. */
export interface BenchServer {
  address: string
  pid: number | undefined
  /** Resolves when it has ended. */
  stop(): Promise<void>
}

/** Starts Istok on a data directory, without a limit of requests; resolves when it listens. `options` are node's. */
export async function startServer(dataDir: string, variables: Record<string, string>, options: string[] = []): Promise<BenchServer> {
  const usual = { ISTOK_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info', ISTOK_RATE_LIMIT: '0' }
  const child = spawn(process.execPath, [...options, 'server.ts'], {
    env: { ...process.env, NODE_ENV: 'production', ...usual, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>(resolve => {
    let output = ''
    child.stdout.on('data', chunk => {
      if (output.length < 10_000) output += chunk
      const found = /\((http:[^,]+),/.exec(output)?.[1]
      if (found) resolve(found)
    })
  })
  const stop = () =>
    new Promise<void>(resolve => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { address, pid: child.pid, stop }
}
