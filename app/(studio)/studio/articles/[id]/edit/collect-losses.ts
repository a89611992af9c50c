import type { EditorLoss } from '#app/_editor/editor-loss.ts'
import type { ChannelView } from '#app/_ui/windows/channel-view.ts'

const order = ['info', 'warning', 'error'] as const

/** The losses of all channels for the flags in the text: the same loss in several channels is one flag that names them. */
export function collectLosses(views: readonly ChannelView[], nameOf: (kind: ChannelView['kind']) => string): EditorLoss[] {
  const found = new Map<string, EditorLoss & { channels: string[] }>()
  for (const { kind, losses } of views)
    for (const { path, message, level } of losses) {
      const key = `${path} ${message}`
      const known = found.get(key)
      if (!known) found.set(key, { path, message, level, channels: [nameOf(kind)] })
      else {
        if (!known.channels.includes(nameOf(kind))) known.channels.push(nameOf(kind))
        if (order.indexOf(level) > order.indexOf(known.level)) known.level = level
      }
    }
  return [...found.values()].map(({ channels, message, ...loss }) => ({ ...loss, message: `${message} (${channels.join(', ')})` }))
}
