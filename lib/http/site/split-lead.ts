/** The compiler opens an answer with its short answer, unless the body says the same: `<div class="answer" …><p class="short-answer">…</p>…</div>`. */
const opening = /^(<div class="answer"[^>]*>)(<p class="short-answer">.*?<\/p>)/s

/** The short answer and the rest of a website rendition's HTML, so that the page can set the first apart. `lead` null: there is none to set apart. */
export function splitLead(html: string): { lead: string | null; body: string } {
  const match = opening.exec(html)
  if (!match) return { lead: null, body: html }
  const [both, container = '', lead = ''] = match
  return { lead, body: container + html.slice(both.length) }
}
