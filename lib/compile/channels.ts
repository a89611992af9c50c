import type { Audience } from '#lib/document/types.ts'
import { chatLimits, dialogueLimits, type Limit, speechLimits } from './limits.ts'
import type { ChannelKind } from './types.ts'

export interface Profile {
  mediaType: string
  limits: Record<string, Limit>
  /** Where the numbers come from; sources are listed in CHANNELS.md §10. */
  source: string
}
export interface Channel {
  id: string
  kind: ChannelKind
  mediaType: string
  /** `internal` channels show internal blocks and internal articles; for `public` ones these do not exist. */
  audience: Audience
  profiles: Record<string, Profile>
  limits: Record<string, Limit>
  source: string
}

const json = 'application/json'
const chatProfiles = {
  'telegram.html': { mediaType: json, limits: chatLimits['telegram.html'], source: '[T1][T2][T3]' },
  'telegram.rich': { mediaType: json, limits: chatLimits['telegram.rich'], source: '[T2]' },
  'max.html': { mediaType: json, limits: chatLimits['max.html'], source: '[M1][M2]' },
  'vk.plain': { mediaType: json, limits: chatLimits['vk.plain'], source: '[V1][V2], own rule for the text' },
  whatsapp: { mediaType: json, limits: chatLimits.whatsapp, source: '[W1][W2]' },
  plain: { mediaType: json, limits: chatLimits.plain, source: 'own rule' },
} satisfies Record<keyof typeof chatLimits, Profile>

const speechProfiles = {
  ssml: { mediaType: 'application/ssml+xml', limits: speechLimits.ssml, source: 'common subset of [YS1] and [SB2]' },
  'ssml.yandex': { mediaType: 'application/ssml+xml', limits: speechLimits['ssml.yandex'], source: '[YS1][YS2][YS3]' },
  'ssml.salute': { mediaType: 'application/ssml+xml', limits: speechLimits['ssml.salute'], source: '[SB1][SB2]' },
  plain: { mediaType: 'text/plain', limits: speechLimits.plain, source: 'own rule' },
} satisfies Record<keyof typeof speechLimits, Profile>

/** The table of channels: what exists, for whom, in which dialects and within which limits. */
export const channels = {
  website: { id: 'website', kind: 'website', mediaType: json, audience: 'public', profiles: {}, limits: {}, source: 'CHANNELS.md §1' },
  chatbot: {
    id: 'chatbot',
    kind: 'chatbot',
    mediaType: json,
    audience: 'public',
    profiles: chatProfiles,
    limits: {},
    source: 'CHANNELS.md §2',
  },
  ivr: {
    id: 'ivr',
    kind: 'ivr',
    mediaType: json,
    audience: 'public',
    profiles: speechProfiles,
    limits: dialogueLimits,
    source: '[I1][I2][I4][I5][YS5], own rules of CHANNELS.md §3.2',
  },
  operator: { id: 'operator', kind: 'operator', mediaType: json, audience: 'internal', profiles: {}, limits: {}, source: 'CHANNELS.md §4' },
  agent: { id: 'agent', kind: 'agent', mediaType: json, audience: 'public', profiles: {}, limits: {}, source: 'CHANNELS.md §5' },
} satisfies Record<ChannelKind, Channel>

/** Channel kinds in the order in which they are shown. */
export const channelKinds = ['website', 'chatbot', 'ivr', 'operator', 'agent'] as const satisfies readonly ChannelKind[]

/** Whether `kind` is the name of a channel kind. */
export function isChannelKind(kind: string): kind is ChannelKind {
  return Object.hasOwn(channels, kind)
}
