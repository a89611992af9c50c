import { html, raw } from 'hono/html'
import type { Logo } from '#lib/delivery/read-organisation.ts'
import { assetPath } from './assets.ts'
import { formatDate } from './format-date.ts'
import { icon } from './icons.ts'
import { jsonForScript, type Markup, nothing } from './markup.ts'
import { homePath, markdownPath } from './paths.ts'
import { searchForm } from './search-form.ts'
import { languageName } from './translate.ts'
import type { Alternate, Frame } from './views.ts'

export interface Page {
  /** Without origin; the page's canonical address. */
  path: string
  /** `home`, `list`, `article`, `results` or `problem`: a class of the body. */
  kind: string
  title: string
  description: string
  body: Markup
  /** Language versions, this one included; empty for pages that no search engine should list. */
  alternates: Alternate[]
  /** No search engine should list it, although it has versions. */
  hidden?: boolean
  /** What stands in the search field. */
  q?: string
  hasMarkdown?: boolean
  jsonLd?: unknown[]
  /** ISO 8601; makes the page an article for Open Graph. */
  modified?: string
}

/** A whole HTML page around `page.body`. */
export function layout(frame: Frame, page: Page): Markup {
  return html`<!DOCTYPE html>
<html lang="${frame.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(frame, page)}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<script src="${assetPath('theme.js')}"></script>
<link rel="stylesheet" href="${assetPath('site.css')}">
${frame.accentStyle === null ? nothing : html`<link rel="stylesheet" href="${frame.accentStyle}">\n`}${fontPreloads(frame.locale)}${siteIcon(frame)}
<link rel="search" type="application/opensearchdescription+xml" href="/${frame.locale}/opensearch.xml" title="${frame.organisation}">
${page.alternates.length > 0 && !page.hidden ? references(frame, page) : html`<meta name="robots" content="noindex">\n`}<script src="${assetPath('site.js')}" defer></script>
${(page.jsonLd ?? []).map(data => html`<script type="application/ld+json">${jsonForScript(data)}</script>\n`)}</head>
<body class="${page.kind}">
<a class="skip" href="#content">${frame.t('layout.skip')}</a>
${header(frame, page)}
<main id="content" tabindex="-1">
${page.body}
</main>
${footer(frame)}
</body>
</html>
`
}

/** Search results show about 65 characters: the organisation's name is added only where it fits. */
function titleOf(frame: Frame, page: Page): string {
  const long = page.kind === 'home' ? `${frame.organisation}: ${page.title}` : `${page.title} — ${frame.organisation}`
  return long.length <= 65 ? long : page.title
}

function fontPreloads(locale: string): Markup {
  const names = locale === 'ru' ? (['golos-cyrillic.woff2', 'golos-latin.woff2'] as const) : (['golos-latin.woff2'] as const)
  return html`${names.map(name => html`<link rel="preload" href="${assetPath(name)}" as="font" type="font/woff2" crossorigin>\n`)}`
}

function references(frame: Frame, page: Page): Markup {
  const url = frame.publicUrl + page.path
  const byDefault = page.alternates.find(({ locale }) => locale === frame.locales[0]) ?? page.alternates[0]
  return html`<link rel="canonical" href="${url}">
${page.alternates.map(({ locale, path }) => html`<link rel="alternate" hreflang="${locale}" href="${frame.publicUrl}${path}">\n`)}<link rel="alternate" hreflang="x-default" href="${frame.publicUrl}${page.kind === 'home' ? '/' : byDefault?.path}">
${page.hasMarkdown ? html`<link rel="alternate" type="text/markdown" href="${frame.publicUrl}${markdownPath(page.path)}">\n` : nothing}<link rel="alternate" type="application/rss+xml" title="${frame.t('feed.title', { organisation: frame.organisation })}" href="${frame.publicUrl}/${frame.locale}/feed.xml">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:type" content="${page.modified ? 'article' : 'website'}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${frame.organisation}">
<meta property="og:locale" content="${openGraphLocale(frame.locale)}">
<meta property="og:image" content="${frame.publicUrl}${assetPath('share.png')}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
${page.modified ? html`<meta property="article:modified_time" content="${page.modified}">\n` : nothing}`
}

function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return `${language}_${region}`
}

function header(frame: Frame, page: Page): Markup {
  const { t, locale } = frame
  return html`<header class="top"><div class="bar">
<a class="brand" href="${homePath(locale)}" aria-label="${t('layout.home', { organisation: frame.organisation })}">${frame.logo ? logoPicture(frame.logo) : mark()}<span class="name">${frame.organisation}</span><span class="note">${t('layout.brandNote')}</span></a>
${searchForm(frame, page.q)}${languages(frame, page)}<button class="control" type="button" data-theme-switch aria-pressed="false" hidden>${icon('theme')}<span class="hidden-text">${t('layout.themeDark')}</span></button>
</div></header>`
}

function languages(frame: Frame, page: Page): Markup {
  const others = frame.locales.filter(locale => locale !== frame.locale)
  if (others.length === 0) return nothing
  return html`<nav class="languages" aria-label="${frame.t('layout.languages')}"><ul>${others.map(locale => {
    const version = page.alternates.find(alternate => alternate.locale === locale)
    return html`<li><a class="control" href="${version?.path ?? homePath(locale)}" lang="${locale}" hreflang="${locale}">${languageName(locale)}</a></li>`
  })}</ul></nav>
`
}

function footer(frame: Frame): Markup {
  const { t, locale, release } = frame
  return html`<footer class="bottom"><div class="bar">
<p>${frame.organisation}. ${t('layout.footerLine')}${release ? releaseLine(frame, release) : nothing}</p>
<ul><li><a href="/${locale}/feed.xml">${t('layout.feed')}</a></li><li><a href="/${locale}/llms.txt">${t('layout.forAgents')}</a></li><li><a href="/developers">${t('layout.developers')}</a></li></ul>
</div></footer>`
}

function releaseLine(frame: Frame, release: { number: number; publishedAt: string }): Markup {
  const day = formatDate(release.publishedAt, frame.locale, frame.timeZone)
  return html`<br><span title="${frame.t('layout.releaseHint', { date: day })}">${frame.t('layout.release', { number: String(release.number) })}, <time datetime="${release.publishedAt}">${day}</time></span>`
}

function siteIcon({ logo }: Frame): Markup {
  if (logo) return html`<link rel="icon" href="${logo.path}" type="${logo.mediaType}">`
  return html`<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">`
}

/** The name stands beside it. */
function logoPicture({ path, width, height }: Logo): Markup {
  const size = width && height ? html` width="${width}" height="${height}"` : nothing
  return html`<img class="logo" src="${path}" alt=""${size}>`
}

function mark(): Markup {
  return raw(
    '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="14.5"/><path d="M16 6.5c4.6 5.9 7.4 9.4 7.4 13a7.4 7.4 0 0 1-14.8 0c0-3.600 2.800-7.100 7.400-13z"/></svg>',
  )
}
