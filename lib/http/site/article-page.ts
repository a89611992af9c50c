import { html, raw } from 'hono/html'
import { articleData } from './article-data.ts'
import { breadcrumbData, breadcrumbs } from './breadcrumbs.ts'
import { feedback } from './feedback.ts'
import { formatDate } from './format-date.ts'
import { icon } from './icons.ts'
import { layout } from './layout.ts'
import { type Markup, nothing } from './markup.ts'
import { articlePath, markdownPath } from './paths.ts'
import { splitLead } from './split-lead.ts'
import { narrowContents, wideContents } from './table-of-contents.ts'
import { languageName } from './translate.ts'
import { unbroken } from './unbroken.ts'
import type { ArticleView, Frame } from './views.ts'

/** One answer: a page that people would print. */
export function articlePage(frame: Frame, view: ArticleView): Markup {
  const { rendition, shortAnswer } = view
  const { lead, body } = splitLead(rendition.content.html)
  const path = articlePath(frame.locale, rendition.slug)
  const day = formatDate(rendition.publishedAt, frame.locale, frame.timeZone)
  return layout(frame, {
    path,
    kind: 'article',
    title: rendition.title,
    description: shortAnswer || rendition.title,
    alternates: view.alternates,
    hasMarkdown: view.hasMarkdown,
    modified: rendition.publishedAt,
    jsonLd: [articleData(frame, view), breadcrumbData(frame, view.categories, { title: rendition.title, path })],
    body: html`${breadcrumbs(frame, view.categories)}
<div class="columns"><article>
<h1>${rendition.title}</h1>
<p class="meta"><span>${frame.t('article.updated')} <time datetime="${rendition.publishedAt}">${day}</time></span><span>${frame.t('article.revision', { number: String(rendition.revision) })}</span><span>${frame.t('article.release', { number: String(rendition.release) })}</span></p>
${lead ? html`<div class="short"><p class="label">${frame.t('article.short')}</p>${raw(lead)}</div>` : nothing}
${narrowContents(frame, rendition.content.toc)}
<div class="prose">
${raw(body)}
</div>
<p class="on-paper">${frame.publicUrl}${path}</p>
${feedback(frame, view)}
</article>
${aside(frame, view)}</div>
${related(frame, view)}`,
  })
}

function aside(frame: Frame, view: ArticleView): Markup {
  const { t } = frame
  const path = articlePath(frame.locale, view.rendition.slug)
  const others = view.alternates.filter(({ locale }) => locale !== frame.locale)
  return html`<aside aria-label="${t('article.about')}">
${wideContents(frame, view.rendition.content.toc)}
<ul class="actions">
<li data-share hidden><button class="action" type="button" data-copied="${t('article.copied')}">${icon('share')}<span>${t('article.share')}</span></button></li>
<li data-print hidden><button class="action" type="button">${icon('print')}<span>${t('article.print')}</span></button></li>
${others.map(({ locale, path }) => html`<li><a class="action" href="${path}" lang="${locale}" hreflang="${locale}">${icon('language')}<span>${languageName(locale)}</span></a></li>\n`)}${
  view.hasMarkdown
    ? html`<li><a class="action" href="${markdownPath(path)}">${icon('topic')}<span>${t('article.markdown')}</span></a></li>`
    : nothing
}</ul></aside>`
}

function related(frame: Frame, view: ArticleView): Markup {
  if (view.related.length === 0) return nothing
  return html`<section class="related" aria-labelledby="related"><h2 id="related">${frame.t('article.related')}</h2>
<ul>${view.related.map(
    answer => html`<li><h3><a href="${articlePath(frame.locale, answer.slug)}">${answer.title}</a></h3><p>${unbroken(answer.shortAnswer)}</p></li>
`,
  )}</ul></section>`
}
