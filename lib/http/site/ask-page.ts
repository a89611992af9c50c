import { html, raw } from 'hono/html'
import { askForm } from './ask-form.ts'
import { layout } from './layout.ts'
import { type Markup, nothing } from './markup.ts'
import { articlePath, askPath } from './paths.ts'
import type { AskView } from './read-ask.ts'
import { ways } from './search-page.ts'
import { splitLead } from './split-lead.ts'
import { unbroken } from './unbroken.ts'
import type { Frame, WebsiteRendition } from './views.ts'

/** Where one asks: the empty form, with what is wrong with what was sent. */
export function askFormPage(frame: Frame, question: string, fault?: string, conversationId?: string): Markup {
  const { t } = frame
  const versions = frame.locales.map(locale => ({ locale, path: askPath(locale, question) }))
  return layout(frame, {
    ...{
      path: askPath(frame.locale),
      kind: 'asking',
      title: t('ask.title'),
      description: t('ask.description'),
      alternates: versions,
      hidden: true,
    },
    body: html`<h1>${t('ask.title')}</h1>
<p class="lead">${t('ask.lead')}</p>
${askForm(frame, { question, heading: t('ask.label'), ...(fault && { fault }), ...(conversationId && { conversationId }) })}`,
  })
}

/** What is said to a question: the approved answer, which one is meant, or that there is none and who can help. */
export function askPage(frame: Frame, view: AskView): Markup {
  const { t } = frame
  const { question, status, conversationId } = view
  const versions = frame.locales.map(locale => ({ locale, path: askPath(locale, question.slice(0, 500)) }))
  const title = t(`ask.${view.answer === null && status === 'answered' ? 'unanswered' : status}`)
  return layout(frame, {
    ...{ path: askPath(frame.locale), kind: 'asking', title, description: t('ask.description'), alternates: versions, hidden: true },
    body: html`<p class="eyebrow">${t('ask.asked')}</p>
<p class="asked">${question}</p>
${view.answer ? answer(frame, view.answer) : status === 'clarify' ? options(frame, view) : lost(frame, view, title)}
${askForm(frame, { question: '', heading: view.answer ? t('ask.notThis') : t('ask.again'), conversationId })}
${ways(frame, view.topics)}`,
  })
}

function answer({ t, locale }: Frame, { slug, title, content }: WebsiteRendition): Markup {
  const { lead, body } = splitLead(content.html)
  return html`<article role="status">
<h1><a href="${articlePath(locale, slug)}">${title}</a></h1>
${lead ? html`<div class="short"><p class="label">${t('article.short')}</p>${raw(lead)}</div>` : nothing}
<div class="prose">
${raw(body)}
</div>
<p class="more"><a class="button" href="${articlePath(locale, slug)}">${t('ask.whole')}</a></p>
</article>`
}

function options(frame: Frame, view: AskView): Markup {
  const { t, locale } = frame
  return html`<h1>${t('ask.clarify')}</h1>
<p class="lead" role="status">${t('ask.clarifyText')}</p>
<ol class="answers">${view.options.map(
    ({ slug, title, shortAnswer }) =>
      html`<li><h2><a href="${articlePath(locale, slug)}" data-slug="${slug}" data-locale="${locale}">${title}</a></h2><p>${unbroken(shortAnswer)}</p></li>\n`,
  )}</ol>
${reach(frame, view)}`
}

function lost(frame: Frame, view: AskView, title: string): Markup {
  const { t } = frame
  return html`<h1>${title}</h1>
<p class="lead" role="status">${t(view.status === 'handoff' ? 'ask.handoffText' : 'ask.unansweredText')}</p>
${reach(frame, view)}`
}

/** How to reach a person, where the site says it. */
function reach({ locale }: Frame, { contacts }: AskView): Markup {
  if (!contacts) return nothing
  return html`<section class="contacts" aria-labelledby="contacts"><h2 id="contacts"><a href="${articlePath(locale, contacts.slug)}">${contacts.title}</a></h2><p>${unbroken(contacts.shortAnswer)}</p></section>`
}
