import { html } from 'hono/html'
import { formatDate } from './format-date.ts'
import { categoryIcon } from './icons.ts'
import { illustration } from './illustration.ts'
import { layout } from './layout.ts'
import { type Markup, nothing } from './markup.ts'
import { allPath, articlePath, categoryPath, homePath, searchPath } from './paths.ts'
import type { AnswerSummary, Category, Frame, HomeView } from './views.ts'

/** The first page of a locale: topics with their first answers, and what has changed lately. */
export function homePage(frame: Frame, view: HomeView): Markup {
  const { t, organisation } = frame
  return layout(frame, {
    path: homePath(frame.locale),
    kind: 'home',
    title: t('home.title'),
    description: t('home.description', { organisation }),
    alternates: view.alternates,
    hasMarkdown: true,
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: organisation,
        url: frame.publicUrl + homePath(frame.locale),
        inLanguage: frame.locale,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${frame.publicUrl}${searchPath(frame.locale)}?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
    ],
    body: html`<div class="hero"><div>
<p class="eyebrow">${organisation}</p>
<h1>${t('home.heading')}</h1>
<p class="lead">${view.recent.length > 0 ? t('home.lead') : t('home.empty')}</p>
</div>${illustration()}</div>
${view.topics.length > 0 ? topics(frame, view) : nothing}
${view.recent.length > 0 ? recent(frame, view) : nothing}`,
  })
}

function topics(frame: Frame, view: HomeView): Markup {
  return html`<section aria-labelledby="topics"><h2 id="topics">${frame.t('home.topics')}</h2>
<ul class="topics">${view.topics.map(topic => card(frame, topic.category, topic.top))}</ul></section>`
}

function card(frame: Frame, category: Category, top: AnswerSummary[]): Markup {
  const path = categoryPath(frame.locale, category.slug)
  return html`<li class="card">${categoryIcon(category.slug)}
<h3><a href="${path}">${category.title}</a></h3>
<p class="count">${frame.t('category.count', { count: category.count })}</p>
<ul class="plain">${top.map(answer => html`<li><a href="${articlePath(frame.locale, answer.slug)}">${answer.title}</a></li>`)}</ul>
</li>
`
}

function recent(frame: Frame, view: HomeView): Markup {
  return html`<section aria-labelledby="recent"><h2 id="recent">${frame.t('home.recent')}</h2>
<ul class="recent">${view.recent.map(answer => {
    const day = formatDate(answer.updatedAt, frame.locale, frame.timeZone)
    return html`<li><a href="${articlePath(frame.locale, answer.slug)}">${answer.title}</a> <time datetime="${answer.updatedAt}">${day}</time></li>\n`
  })}</ul>
<p class="more"><a href="${allPath(frame.locale)}">${frame.t('home.all')}</a></p></section>`
}
