import { type InterfaceLocale, isInterfaceLocale } from './locales.ts'

/** How a page of another system wants the panel in it to look: `?locale=en&scheme=dark`. Undefined: as the browser says. */
export interface HostView {
  locale: InterfaceLocale | undefined
  scheme: 'light' | 'dark' | undefined
}

/** What the address of an embedded panel asks for; other pages have switches of their own. `path`: with its query. */
export function readHostView(path: string | null): HostView {
  if (!path?.startsWith('/operator/embed/')) return { locale: undefined, scheme: undefined }
  const asked = new URL(path, 'http://localhost').searchParams
  const [locale, scheme] = [asked.get('locale') ?? undefined, asked.get('scheme')]
  return { locale: isInterfaceLocale(locale) ? locale : undefined, scheme: scheme === 'light' || scheme === 'dark' ? scheme : undefined }
}
