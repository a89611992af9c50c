import { html } from 'hono/html'
import { type Markup, nothing } from './markup.ts'
import { askPath } from './paths.ts'
import type { Frame } from './views.ts'

/** What stands around the field for a question. */
export interface AskFormView {
  question: string
  heading: string
  /** Of an earlier reply: a short question then goes on about its topic. */
  conversationId?: string
  /** What is wrong with the question. */
  fault?: string
}

/** The field for a question in one's own words: an ordinary form. */
export function askForm({ t, locale }: Frame, { question, heading, conversationId, fault }: AskFormView): Markup {
  const described = fault ? 'ask-fault ask-note' : 'ask-note'
  return html`<form class="ask" method="post" action="${askPath(locale)}" aria-labelledby="ask-heading">
<h2 id="ask-heading">${heading}</h2>
<label for="question">${t('ask.label')}</label>
${fault ? html`<p class="fault" id="ask-fault" role="alert">${fault}</p>` : nothing}<textarea id="question" name="question" rows="3" maxlength="1000" required placeholder="${t('ask.placeholder')}" aria-describedby="${described}"${fault ? html` aria-invalid="true"` : nothing}>
${question}</textarea>
${conversationId ? html`<input type="hidden" name="conversation" value="${conversationId}">\n` : nothing}<p class="note" id="ask-note">${t('ask.note')}</p>
<button class="button" type="submit">${t('ask.submit')}</button>
</form>
`
}
