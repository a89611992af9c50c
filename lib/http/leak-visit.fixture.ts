import type { Canaries } from './canaries.fixture.ts'
import { openWord } from './leak-surroundings.fixture.ts'
import type { TestWire } from './test-wire.ts'

export interface Reader {
  name: string
  key: string | undefined
  /** Channels that this reader may read. */
  may: string[]
  /** Those of them that another reader reads from end to end. */
  others: string[]
}

export interface Visit {
  leaks: string[]
  /** How many public words were read, by channel. */
  seen: Map<string, number>
  get(path: string, reader?: Reader, about?: { channel?: string | null; isPast?: boolean; init?: RequestInit }): Promise<Seen>
}
export interface Seen {
  status: number
  text: string
  headers: string
  etag: string | null
}

/** Reads addresses and looks at every byte that comes back: status line aside, headers and body, as written and percent-decoded. */
export function openVisit({ app }: TestWire, canaries: Canaries): Visit {
  const visit: Visit = {
    leaks: [],
    seen: new Map(),
    async get(path, reader, { channel = null, isPast = false, init = {} } = {}) {
      const headers = new Headers(init.headers)
      if (reader?.key !== undefined) headers.set('Authorization', `Bearer ${reader.key}`)
      const response = await app.request(`http://localhost${path}`, { ...init, headers })
      const type = response.headers.get('content-type') ?? ''
      const text = type.startsWith('image/') ? '' : await response.text()
      const lines = [...response.headers].filter(([name]) => name !== 'x-request-id').map(line => line.join(': '))
      const headerText = lines.join('\n')
      for (const leak of leaksIn(canaries, `${headerText}\n${withoutEcho(text, path)}`, channel, isPast)) {
        visit.leaks.push(`${init.method ?? 'GET'} ${path} (${reader?.name ?? 'anonymous'}) → ${response.status}: ${leak}`)
      }
      if (response.status === 200 && text.includes(openWord))
        visit.seen.set(channel ?? 'site', (visit.seen.get(channel ?? 'site') ?? 0) + 1)
      return { status: response.status, text, headers: headerText, etag: response.headers.get('etag') }
    },
  }
  return visit
}

function leaksIn(canaries: Canaries, text: string, channel: string | null, isPast: boolean): string[] {
  const decoded = text.includes('%')
    ? text.replaceAll(/(?:%[0-9a-f]{2})+/gi, percent => Buffer.from(percent.replaceAll('%', ''), 'hex').toString())
    : ''
  const unescaped = text.includes('\\u')
    ? text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : ''
  const cursors = [...text.matchAll(/"nextCursor":"([\w-]+)"/g)].map(([, cursor = '']) => Buffer.from(cursor, 'base64url').toString())
  return [text, decoded, unescaped, ...cursors].flatMap(form => canaries.findIn(form, channel, isPast))
}

/** What the reader asked for may be said back: it is known already. */
function withoutEcho(text: string, path: string): string {
  const asked = path.match(/[a-z0-9-]*zhmyh[a-z0-9.-]*|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}/g) ?? []
  return asked.reduce((rest, name) => rest.replaceAll(name, '…'), text)
}

/** Something that may not be known looks exactly like something that does not exist. */
export function expectSame(visit: Visit, path: string, secret: Seen, unknown: Seen, name: string): void {
  const plain = ({ status, headers, text }: Seen, own: string) =>
    [status, headers.replace(/\ncontent-length: \d+/, ''), text.replaceAll(own, '…').replace(/"requestId":"[^"]*"/, '')].join('\n')
  if (plain(secret, name) !== plain(unknown, 'nothing-here'))
    visit.leaks.push(`${path} can be told from what does not exist: ${secret.status} ${secret.text.slice(0, 200)}`)
}
