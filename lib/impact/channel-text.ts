import type { Rendition } from '#lib/compile/types.ts'

/** What a channel says, as plain text: the page, the bot's messages, the phone's script, the operator's answer, the agent's Markdown. */
export function channelText(rendition: Rendition): string {
  switch (rendition.channel) {
    case 'chatbot':
      return rendition.content.messages.map(({ text }) => text).join('\n')
    case 'ivr':
      return rendition.content.script
    case 'agent':
      return rendition.content.markdown
    default:
      return rendition.content.text
  }
}
