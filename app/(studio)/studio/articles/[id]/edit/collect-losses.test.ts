import { expect, test } from 'vitest'
import type { ChannelView } from '#app/_ui/windows/channel-view.ts'
import { collectLosses } from './collect-losses.ts'

const view = (kind: ChannelView['kind'], level: 'info' | 'warning' | 'error', path: string): ChannelView => ({
  kind,
  draft: null,
  live: null,
  losses: [{ level, message: 'Не прочитать', path, place: { kind: 'article' } }],
})

test('a loss that several channels have is one flag with the worst level and their names', () => {
  const losses = collectLosses(
    [view('chatbot', 'info', '/content/0'), view('ivr', 'error', '/content/0'), view('agent', 'info', '/title')],
    kind => kind,
  )
  expect(losses).toEqual([
    { path: '/content/0', level: 'error', message: 'Не прочитать (chatbot, ivr)' },
    { path: '/title', level: 'info', message: 'Не прочитать (agent)' },
  ])
})
