import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const root = fileURLToPath(new URL('.', import.meta.url))

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  compress: true,
  // Pages are for people who are signed in: nothing of them is cached or optimised by Next.
  images: { unoptimized: true },
  // Loaded by Node as they are: native code, and libraries that look for files beside themselves.
  serverExternalPackages: ['better-sqlite3', 'pino', 'drizzle-orm', 'next-auth', 'hono', 'file-type'],
  outputFileTracingRoot: root,
  turbopack: { root },
  // `npm run types` checks every file of the house with the same compiler.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
}

export default config
