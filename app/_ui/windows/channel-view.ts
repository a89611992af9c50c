import type { ChannelKind, ContentByChannel, LossLevel } from '#lib/compile/types.ts'

/** What a channel says in one version, ready to be shown. */
export interface SaidView {
  title: string
  locale: string
  content: ContentByChannel[ChannelKind]
  /** Content of every vendor dialect, by profile. */
  profiles: Record<string, unknown>
  size: { characters: number; seconds?: number; messages?: number }
  /** Facts that are said: key and formatted value. */
  facts: [string, string][]
  release: number | null
  publishedAt: string | null
}

export interface LossView {
  level: LossLevel
  message: string
  path: string
  place: LossPlace
}

/** Where in the article: `excerpt` is the beginning of that block's text. */
export interface LossPlace {
  kind: 'article' | 'title' | 'shortAnswer' | 'block' | 'variation'
  /** From 1. */
  number?: number
  channel?: string
  excerpt?: string
}

/** One channel of one translation: the draft and what is live. null: the article does not exist in this channel. */
export interface ChannelView {
  kind: ChannelKind
  draft: SaidView | null
  live: SaidView | null
  losses: LossView[]
}

export type Version = 'draft' | 'live'
