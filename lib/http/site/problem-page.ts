import { html } from 'hono/html'
import { categoryIcon } from './icons.ts'
import { layout } from './layout.ts'
import { type Markup, nothing } from './markup.ts'
import { categoryPath, homePath } from './paths.ts'
import { languageName } from './translate.ts'
import type { Alternate, Category, Frame } from './views.ts'

/** `missing`: not there. `gone`: not there any more. `refused`: a form that we did not understand. `crowded`: more requests than one caller may send. `failed`: our fault. */
export type PageProblem = 'missing' | 'gone' | 'refused' | 'crowded' | 'failed'

/** A page that says what is wrong and shows a way on: the topics, and the same answer in another language where there is one. */
export function problemPage(frame: Frame, problem: PageProblem, topics: Category[], elsewhere: Alternate[] = []): Markup {
  const { t } = frame
  const title = t(`problem.${problem}Title`)
  return layout(frame, {
    path: homePath(frame.locale),
    kind: 'problem',
    title,
    description: t(`problem.${problem}Text`),
    alternates: [],
    body: html`<div class="lost"><h1>${title}</h1>
<p class="lead">${t(`problem.${problem}Text`)}</p>
${elsewhere.length > 0 ? otherVersions(frame, elsewhere) : nothing}<p><a class="button" href="${homePath(frame.locale)}">${t('problem.home')}</a></p></div>
${topics.length > 0 ? ways(frame, topics) : nothing}`,
  })
}

function otherVersions(frame: Frame, versions: Alternate[]): Markup {
  return html`<p class="elsewhere">${frame.t('problem.elsewhere')} ${versions.map(
    ({ locale, path }) => html`<a href="${path}" lang="${locale}" hreflang="${locale}">${languageName(locale)}</a> `,
  )}</p>
`
}

function ways(frame: Frame, topics: Category[]): Markup {
  return html`<nav aria-label="${frame.t('layout.topics')}"><ul class="ways">${topics.map(
    ({ slug, title }) => html`<li><a href="${categoryPath(frame.locale, slug)}">${categoryIcon(slug)}${title}</a></li>\n`,
  )}</ul></nav>`
}
