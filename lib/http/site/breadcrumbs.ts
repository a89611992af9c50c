import { html } from 'hono/html'
import type { Markup } from './markup.ts'
import { categoryPath, homePath } from './paths.ts'
import type { Category, Frame } from './views.ts'

/** The way from the first page down to the page that is shown, which itself is the heading below. */
export function breadcrumbs(frame: Frame, categories: Category[]): Markup {
  return html`<nav class="crumbs" aria-label="${frame.t('article.breadcrumbs')}"><ol>
<li><a href="${homePath(frame.locale)}">${frame.t('article.allTopics')}</a></li>
${categories.map(category => html`<li><a href="${categoryPath(frame.locale, category.slug)}">${category.title}</a></li>\n`)}</ol></nav>`
}

/** The same way as schema.org data, the page itself at the end. */
export function breadcrumbData(frame: Frame, categories: Category[], page: { title: string; path: string }): unknown {
  const steps = [
    { title: frame.t('article.allTopics'), path: homePath(frame.locale) },
    ...categories.map(({ title, slug }) => ({ title, path: categoryPath(frame.locale, slug) })),
    page,
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ title, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: frame.publicUrl + path,
    })),
  }
}
