import { html } from 'hono/html'
import type { FoundAnswer, SearchReply } from '#lib/search/search-answers.ts'
import { askForm } from './ask-form.ts'
import { categoryIcon } from './icons.ts'
import { layout } from './layout.ts'
import { type Markup, nothing } from './markup.ts'
import { type SearchRequest, searchAddress } from './parse-search.ts'
import { allPath, articlePath, categoryPath } from './paths.ts'
import type { SearchView } from './read-search.ts'
import { languageName } from './translate.ts'
import type { Category, Frame } from './views.ts'

/** The page of search results: what was found, what was understood, and what to do where there is nothing. */
export function searchPage(frame: Frame, view: SearchView): Markup {
  const { t } = frame
  const { asked, found } = view
  const said = asked.q.trim()
  const title = found ? t('search.titleOf', { q: short(said) }) : t('search.title')
  const versions = frame.locales.map(locale => ({ locale, path: searchAddress({ ...asked, locale, category: null }) }))
  return layout(frame, {
    path: searchAddress(asked),
    kind: 'results',
    title,
    description: t('search.description'),
    alternates: found ? versions : [],
    hidden: true,
    q: asked.q,
    body: html`<h1>${title}</h1>
${found ? results(frame, view, found) : html`<p class="lead">${t('search.hint')}</p>${ways(frame, view.topics)}`}`,
  })
}

function short(text: string): string {
  const letters = Array.from(text)
  return letters.length <= 80 ? text : `${letters.slice(0, 79).join('')}…`
}

function results(frame: Frame, view: SearchView, found: SearchReply): Markup {
  const { t } = frame
  const { asked } = view
  const { items, total } = found
  if (items.length === 0) return html`${correction(frame, asked, found)}${nothingFound(frame, view)}`
  const isCut = total > items.length && !asked.all
  return html`<p class="count" role="status">${t('search.count', { count: total })}</p>
${correction(frame, asked, found)}${filters(frame, view, found)}
<ol class="answers">${items.map(item => result(frame, view, item))}</ol>
${isCut ? html`<p class="more"><a class="button" href="${searchAddress({ ...asked, all: true })}">${t('search.more')}</a></p>` : nothing}`
}

/** What was understood, with what was typed one click away. */
function correction({ t }: Frame, asked: SearchRequest, { corrected }: SearchReply): Markup {
  if (!corrected) return nothing
  if (!corrected.applied)
    return html`<p class="corrected">${t('search.meant')} <a href="${searchAddress({ ...asked, q: corrected.query })}">${corrected.query}</a></p>
`
  return html`<p class="corrected">${t('search.shown')} <strong>${corrected.query}</strong>. <a href="${searchAddress({ ...asked, repair: false })}">${t('search.asTyped', { q: short(asked.q.trim()) })}</a></p>
`
}

function filters(frame: Frame, { asked, topics }: SearchView, { facets }: SearchReply): Markup {
  const named = flatten(topics)
    .filter(({ slug }) => (facets.categories[slug] ?? 0) > 0)
    .sort((a, b) => facets.categories[b.slug]! - facets.categories[a.slug]!)
    .slice(0, 8)
  if (named.length < 2 && asked.category === null) return nothing
  const choice = (category: string | null, title: string, count?: number) => {
    const current = asked.category === category
    return html`<li><a class="choice" href="${searchAddress({ ...asked, category, all: false })}"${current ? html` aria-current="true"` : nothing}>${title}${count === undefined ? nothing : html` <span class="count">${count}</span>`}</a></li>`
  }
  return html`<nav class="choices" aria-label="${frame.t('search.filter')}"><ul>${choice(null, frame.t('search.everywhere'))}${named.map(({ slug, title }) => choice(slug, title, facets.categories[slug]))}</ul></nav>
`
}

function flatten(topics: Category[]): Category[] {
  return topics.flatMap(topic => [topic, ...flatten(topic.children)])
}

function result(frame: Frame, { topics }: SearchView, { slug, locale, title, titleRanges, snippet, category }: FoundAnswer): Markup {
  const elsewhere = locale !== frame.locale
  const topic = flatten(topics).find(one => one.slug === category)
  return html`<li${elsewhere ? html` lang="${locale}"` : nothing}><h2><a href="${articlePath(locale, slug)}" data-slug="${slug}" data-locale="${locale}">${marked(title, titleRanges)}</a></h2>
<p>${marked(snippet.text, snippet.ranges)}</p>
${topic || elsewhere ? html`<p class="meta">${topic?.title ?? ''}${topic && elsewhere ? ' · ' : ''}${elsewhere ? languageName(locale) : ''}</p>` : nothing}</li>
`
}

/** A text with the words marked that were searched for. */
function marked(text: string, ranges: readonly [number, number][]): Markup {
  let at = 0
  const parts: (string | Markup)[] = []
  for (const [from, to] of ranges) {
    if (from < at || to > text.length) continue
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`)
    at = to
  }
  parts.push(text.slice(at))
  return html`${parts}`
}

function nothingFound(frame: Frame, { asked, meant, topics }: SearchView): Markup {
  const { t } = frame
  return html`<div class="lost"><p class="lead" role="status">${t('search.none')}</p>
${meant.length > 0 ? html`<section aria-labelledby="meant"><h2 id="meant">${t('search.perhaps')}</h2><ul class="plain">${meant.map(({ slug, title }) => html`<li><a href="${articlePath(frame.locale, slug)}" data-slug="${slug}" data-locale="${frame.locale}">${title}</a></li>`)}</ul></section>` : nothing}
<ul class="tips"><li>${t('search.tipWords')}</li>${asked.category === null ? nothing : html`<li><a href="${searchAddress({ ...asked, category: null })}">${t('search.tipEverywhere')}</a></li>`}<li>${t('search.tipNoted')}</li></ul>
${askForm(frame, { question: asked.q, heading: t('ask.instead') })}</div>
${ways(frame, topics)}`
}

/** The topics as ways on. */
export function ways(frame: Frame, topics: Category[]): Markup {
  if (topics.length === 0) return nothing
  return html`<nav aria-label="${frame.t('layout.topics')}"><ul class="ways">${topics.map(
    ({ slug, title }) => html`<li><a href="${categoryPath(frame.locale, slug)}">${categoryIcon(slug)}${title}</a></li>\n`,
  )}<li><a href="${allPath(frame.locale)}">${categoryIcon('topic')}${frame.t('home.all')}</a></li></ul></nav>`
}
