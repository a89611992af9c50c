import { html } from 'hono/html'
import { icon } from './icons.ts'
import { type Markup, nothing } from './markup.ts'
import { articlePath, askPath, searchPath } from './paths.ts'
import type { ArticleView, Frame } from './views.ts'

/** "Was this helpful": an ordinary form; the script sends it without leaving the page. */
export function feedback(frame: Frame, view: ArticleView): Markup {
  const { t } = frame
  if (view.feedback) {
    const thanks = view.feedback === 'yes' ? t('feedback.thanksYes') : t('feedback.thanksNo')
    return html`<div class="feedback" id="feedback"><p role="status">${icon('yes')}${thanks}</p>${view.feedback === 'no' ? searchOn(frame) : nothing}</div>`
  }
  const action = `${articlePath(frame.locale, view.rendition.slug)}/feedback`
  return html`<form class="feedback" id="feedback" method="post" action="${action}" data-yes="${t('feedback.thanksYes')}" data-no="${t('feedback.thanksNo')}" data-failed="${t('feedback.failed')}">
<p id="feedback-question">${t('feedback.question')}</p>
<button class="button" type="submit" name="helpful" value="yes" aria-describedby="feedback-question">${icon('yes')}${t('feedback.yes')}</button>
<button class="button" type="submit" name="helpful" value="no" aria-describedby="feedback-question">${icon('no')}${t('feedback.no')}</button>
<p role="status"></p>
${searchOn(frame, true)}</form>`
}

/** Whom the answer did not help, asks or searches on in words of his own. */
function searchOn({ t, locale }: Frame, hidden = false): Markup {
  return html`<p class="search-on"${hidden ? html` hidden` : nothing}><a href="${askPath(locale)}">${t('feedback.askOn')}</a> <a href="${searchPath(locale)}">${t('feedback.searchOn')}</a></p>
`
}
