'use client'

import { useTranslations } from 'use-intl'
import { channelKinds } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'

/** Says the place of a loss to people: which block, or which field. */
export function usePlaceText(): (path: string) => string {
  const t = useTranslations()
  return path => {
    const [, first, second = '', , fourth] = path.split('/')
    const number = Number(first === 'variations' ? fourth : second) + 1
    const isKnown = (channelKinds as readonly string[]).includes(second)
    if (first === 'variations' && isKnown)
      return t('losses.places.variation', { channel: t(`windows.channels.${second as ChannelKind}`), number: number || 1 })
    if (first === 'content') return t('losses.places.block', { number: number || 1 })
    return t(`losses.places.${first === 'title' || first === 'shortAnswer' ? first : 'article'}`)
  }
}

/** Names the channels that have a loss; all of them in one word. */
export function useChannelsText(): (losses: { channel: ChannelKind }[]) => string {
  const t = useTranslations()
  return losses => {
    const channels = new Set(losses.map(({ channel }) => channel))
    if (channels.size === channelKinds.length) return t('losses.everyChannel')
    return [...channels].map(channel => t(`windows.channels.${channel}`)).join(', ')
  }
}
