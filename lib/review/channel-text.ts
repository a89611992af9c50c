import type { ChannelKind, ContentByChannel } from '#lib/compile/types.ts'

/** What a channel says, as text to be compared: the page's words, the bot's messages with their buttons, the phone's script, what the operator reads, the agent's Markdown. */
export function channelText(kind: ChannelKind, said: { title: string; content: unknown }): string {
  const content = said.content as ContentByChannel[ChannelKind]
  switch (kind) {
    case 'chatbot':
      return (content as ContentByChannel['chatbot']).messages
        .map(({ text, buttons }) => [text, ...buttons.map(({ label }) => `[${label}]`)].join('\n'))
        .join('\n\n')
    case 'ivr':
      return (content as ContentByChannel['ivr']).script
    case 'agent':
      return (content as ContentByChannel['agent']).markdown
    default:
      return `${said.title}\n${(content as ContentByChannel['website' | 'operator']).text}`
  }
}
