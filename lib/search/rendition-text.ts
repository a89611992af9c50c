import type { AgentContent, ChatbotContent, IvrContent, OperatorContent, WebsiteContent } from '#lib/compile/types.ts'
import { wordsFor } from '#lib/compile/words.ts'

/** A stored reply as far as search reads it. */
export interface StoredRendition {
  slug: string
  articleId: string
  title: string
  category: string | null
  tags: string[]
  release: number
  content: unknown
}

/** The words that a channel says, in plain text; empty for a channel that search does not know. */
export function renditionText(channel: string, content: unknown): string {
  switch (channel) {
    case 'website':
      return (content as WebsiteContent).text
    case 'operator':
      return (content as OperatorContent).text
    case 'chatbot':
      return (content as ChatbotContent).messages.map(({ text }) => text).join('\n')
    case 'ivr':
      return (content as IvrContent).script
    case 'agent':
      return withoutMarkup((content as AgentContent).markdown)
    default:
      return ''
  }
}

/** The words that a channel says without what stands in place of its pictures: what a list of answers shows. */
export function shownText(channel: string, content: unknown, locale: string): string {
  const { picture } = wordsFor(locale)
  const text = renditionText(channel, content)
  return text.includes(`[${picture}`) ? text.replace(new RegExp(`\\[${picture}(?:: [^\\]\\n]*)?\\]\\n?`, 'g'), '') : text
}

/** The headings that a channel shows. */
export function renditionHeadings(channel: string, content: unknown): string[] {
  if (channel === 'website') return (content as WebsiteContent).toc.map(({ text }) => text)
  if (channel === 'agent') {
    return Array.from((content as AgentContent).markdown.matchAll(/^#{2,6} (.+)$/gm), ([, text]) => withoutMarkup(text ?? ''))
  }
  if (channel !== 'operator') return []
  return Array.from((content as OperatorContent).html.matchAll(/<h[2-6][^>]*>([^<]*)</g), ([, text]) => text ?? '')
}

/** Markdown without the signs that only format; links by their words. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#{1,6} |^> ?|^[-*] |^\|?[-:| ]+\|?$|[*_`|]+/gm, '')
}
