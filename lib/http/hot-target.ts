import { type Channel, channels, isChannelKind } from '#lib/compile/channels.ts'
import { listKey } from '#lib/delivery/list-answers.ts'
import { answerKey } from '#lib/delivery/memory.ts'
import { answerQuery, listQuery } from './api/delivery-shapes.ts'

/** What an address of the hottest reads asks for: which entry of the delivery's memory, of which channel, counted under which route. */
export interface HotTarget {
  channel: Channel
  kind: 'answer' | 'list'
  key: string
  route: string
}

const path = /^\/api\/v1\/channels\/([a-z]+)\/answers(?:\/([a-z0-9-]+))?$/

/** Reads the address as the routes do; null for everything that is not one current answer or a list, and for what a route would refuse. */
export function readHotTarget(url: string, defaultLocale: string): HotTarget | null {
  const mark = url.indexOf('?')
  const [, id, slug] = path.exec(mark < 0 ? url : url.slice(0, mark)) ?? []
  if (id === undefined || !isChannelKind(id)) return null
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(mark < 0 ? '' : url.slice(mark))) {
    if (Object.hasOwn(query, name)) return null
    query[name] = value
  }
  const channel: Channel = channels[id]
  return slug === undefined ? readList(channel, query, defaultLocale) : readAnswer(channel, slug, query, defaultLocale)
}

function readAnswer(channel: Channel, slug: string, values: Record<string, string>, defaultLocale: string): HotTarget | null {
  const query = answerQuery.safeParse(values)
  if (!query.success || query.data.release !== undefined || query.data.at !== undefined) return null
  const { locale = defaultLocale, profile = null } = query.data
  return { channel, kind: 'answer', key: answerKey(channel.id, locale, slug, profile), route: '/api/v1/channels/{channel}/answers/{slug}' }
}

function readList(channel: Channel, values: Record<string, string>, defaultLocale: string): HotTarget | null {
  const query = listQuery.safeParse(values)
  if (!query.success) return null
  const { locale = defaultLocale, category = null, tag = null, limit, cursor = null } = query.data
  const key = listKey({ channel: channel.id, locale, category, tag, limit, cursor })
  return { channel, kind: 'list', key, route: '/api/v1/channels/{channel}/answers' }
}
