import type { BrowserContext, Page } from '@playwright/test'

/** What a page did that no page of ours does. */
export interface Tripwire {
  alarms: string[]
}

/** Watches every page of a context: calls of `__xss`, dialogs, other windows, foreign requests, refusals by the content policy. */
export async function layTripwire(context: BrowserContext, address: string): Promise<Tripwire> {
  const wire: Tripwire = { alarms: [] }
  const alarm = (page: Page | null, what: string) => void wire.alarms.push(`${page?.url() ?? ''} ${what}`)
  await context.exposeBinding('__xss', ({ page }) => alarm(page, 'ran a payload'))
  await context.exposeBinding('__refused', ({ page }, what: string) => alarm(page, `content policy: ${what}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const report = (window as unknown as { __refused(what: string): void }).__refused
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  context.on('page', page => {
    page.on('dialog', dialog => {
      alarm(page, `dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('popup', () => alarm(page, 'opened a window'))
    page.on('console', message => {
      if (/content security policy|refused to/i.test(message.text())) alarm(page, message.text())
    })
    page.on('request', request => {
      if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) alarm(page, `asked ${request.url()}`)
    })
  })
  return wire
}

/** What the browser made of the page that could run something; then wakes every handler that there might be. */
export async function provoke(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const isOurs = (element: Element) => element.closest('[data-mantine-shared-portal-node], nextjs-portal') !== null
    for (const element of document.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) {
        if (/^on|^srcdoc$|^formaction$/.test(name)) faults.push(`${element.tagName} ${name}`)
        if (/^(?:href|src|action|xlink:href|data)$/.test(name) && !isOurs(element)) {
          const { protocol } = new URL(element.getAttribute(name) ?? '', document.baseURI)
          if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) faults.push(`${element.tagName} ${name} ${protocol}`)
        }
      }
      if (/^(?:IFRAME|OBJECT|EMBED|BASE|FRAME|APPLET|MATH|TEMPLATE|MARQUEE|VIDEO|AUDIO)$/i.test(element.tagName))
        faults.push(element.tagName)
      if (element.tagName === 'A') continue
      for (const type of ['mouseover', 'focus', 'toggle', 'error', 'load', 'animationend', 'pointerenter'])
        element.dispatchEvent(new Event(type))
    }
    return faults
  })
}
