import type { ScriptDraft } from './script-draft.ts'

/** The draft in which every text ends where it ends: an open code block or HTML comment would swallow the options and steps behind it. A text that cannot be read stays, and is refused when it is saved. */
export async function closeTexts(draft: ScriptDraft): Promise<ScriptDraft> {
  const { parseMarkdown } = await import('#lib/markdown/parse-markdown.ts')
  const { serializeMarkdown } = await import('#lib/markdown/serialize-markdown.ts')
  const closed = (text: string) => {
    try {
      return text.trim() === '' ? '' : serializeMarkdown(parseMarkdown(text).document).trim()
    } catch {
      return text
    }
  }
  return { ...draft, steps: draft.steps.map(step => ({ ...step, text: closed(step.text) })) }
}
