import { html } from 'hono/html'
import { breadcrumbData, breadcrumbs } from './breadcrumbs.ts'
import { formatDate } from './format-date.ts'
import { categoryIcon } from './icons.ts'
import { layout } from './layout.ts'
import { type Markup, nothing } from './markup.ts'
import { allPath, articlePath, categoryPath } from './paths.ts'
import { unbroken } from './unbroken.ts'
import type { AnswerSummary, Category, Frame, ListView } from './views.ts'

/** The answers of one topic (or all of them), each with its short answer, so that many readers need not go further. */
export function listPage(frame: Frame, view: ListView): Markup {
  const { t } = frame
  const { category } = view
  const name = category?.title ?? t('home.all')
  const path = pagePath(frame, view, view.page)
  return layout(frame, {
    path,
    kind: 'list',
    title: view.page > 1 ? `${name}. ${place(frame, view)}` : name,
    description: descriptionOf(frame, category),
    alternates: view.alternates,
    hasMarkdown: category !== null && view.page === 1,
    jsonLd: [breadcrumbData(frame, view.parents, { title: name, path })],
    body: html`${breadcrumbs(frame, view.parents)}
<div class="heading">${category ? categoryIcon(category.slug) : nothing}<div><h1>${name}</h1>
${category ? html`<p class="lead">${category.description}</p><p class="count">${t('category.count', { count: category.count })}</p>` : nothing}</div></div>
${category && category.children.length > 0 ? subtopics(frame, category.children) : nothing}
<section aria-labelledby="answers"><h2 id="answers" class="hidden-text">${t('category.answers')}</h2>
${view.answers.length > 0 ? answers(frame, view.answers) : html`<p class="empty">${t('category.empty')}</p>`}</section>
${view.page > 1 || view.hasNext ? pagination(frame, view) : nothing}`,
  })
}

function descriptionOf({ t, organisation }: Frame, category: Category | null): string {
  if (!category) return t('home.description', { organisation })
  return category.description || t('category.description', { title: category.title, count: category.count, organisation })
}

function pagePath({ locale }: Frame, { category }: ListView, page: number): string {
  return category ? categoryPath(locale, category.slug, page) : allPath(locale, page)
}

function subtopics(frame: Frame, children: Category[]): Markup {
  return html`<section aria-labelledby="subtopics"><h2 id="subtopics">${frame.t('category.subtopics')}</h2>
<ul class="topics">${children.map(
    child => html`<li class="card"><h3><a href="${categoryPath(frame.locale, child.slug)}">${child.title}</a></h3>
<p class="count">${frame.t('category.count', { count: child.count })}</p></li>
`,
  )}</ul></section>`
}

function answers(frame: Frame, list: AnswerSummary[]): Markup {
  return html`<ul class="answers">${list.map(answer => {
    const day = formatDate(answer.updatedAt, frame.locale, frame.timeZone)
    return html`<li><h3><a href="${articlePath(frame.locale, answer.slug)}">${answer.title}</a></h3>
${answer.shortAnswer ? html`<p>${unbroken(answer.shortAnswer)}</p>` : nothing}
<p class="meta">${frame.t('article.updated')} <time datetime="${answer.updatedAt}">${day}</time></p></li>
`
  })}</ul>`
}

function pagination(frame: Frame, view: ListView): Markup {
  const { t } = frame
  const { page, hasNext } = view
  return html`<nav class="pages" aria-label="${t('category.pages')}">
${page > 1 ? html`<a class="button" rel="prev" href="${pagePath(frame, view, page - 1)}">${t('category.previous')}</a>` : nothing}
<span>${place(frame, view)}</span>
${hasNext ? html`<a class="button" rel="next" href="${pagePath(frame, view, page + 1)}">${t('category.next')}</a>` : nothing}
</nav>`
}

function place({ t }: Frame, { page, pages }: ListView): string {
  return pages === null ? t('category.pageNumber', { page }) : t('category.page', { page, pages })
}
