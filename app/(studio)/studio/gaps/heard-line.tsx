import { readInterface } from '#app/_i18n/read-interface.ts'
import type { ChannelKind } from '#lib/compile/types.ts'

interface Props {
  times: number
  people: number
  channels: Record<string, number>
  lastAt: number
}

/** How often, by how many and where something was said. */
export async function HeardLine({ times, people, channels, lastAt }: Props) {
  const { t, format } = await readInterface()
  const places = Object.entries(channels)
    .sort((a, b) => b[1] - a[1])
    .map(([channel]) => t(`windows.channels.${channel as ChannelKind}`))
  const parts = [
    t('learning.times', { times }),
    t('learning.people', { people }),
    places.join(', '),
    t('learning.last', { date: format.dateTime(lastAt, { dateStyle: 'medium', timeStyle: 'short' }) }),
  ]
  return <span className="under quiet">{parts.join(' · ')}</span>
}
