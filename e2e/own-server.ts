import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { type APIRequestContext, expect } from '@playwright/test'
import { adminKey, port } from './settings.ts'

/** A server of one spec's own, for stories that stop it or that count everything in the base. */
export interface OwnServer {
  url: string
  /** Starts it and waits until it serves pages; `fresh`: on the demo base as it was at first. */
  start(request: APIRequestContext, options?: { fresh?: boolean }): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** `place` is another number for each spec: its port and its data are told apart by it. */
export function ownServer(place: number): OwnServer {
  const data = `test-results/own-data-${place}`
  const url = `http://localhost:${port + place}`
  let server: ChildProcess | undefined
  return {
    url,
    async start(request, { fresh = false } = {}) {
      if (fresh) rmSync(data, { recursive: true, force: true })
      const env = {
        NODE_ENV: 'production' as const,
        PORT: String(port + place),
        ISTOK_DATA_DIR: data,
        ISTOK_ADMIN_KEY: adminKey,
        LOG_LEVEL: 'warn',
      }
      server = spawn(process.execPath, ['server.ts'], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
      const status = () =>
        request.get(`${url}/sign-in`, { timeout: 5000 }).then(
          reply => reply.status(),
          () => 0,
        )
      await expect.poll(status, { timeout: 240_000 }).toBe(200)
    },
    async kill() {
      if (!server || server.exitCode !== null || server.signalCode !== null) return
      const ended = new Promise<void>(resolve => server?.once('exit', () => resolve()))
      server.kill('SIGKILL')
      await ended
    },
  }
}
