import { assetPath } from './assets.ts'
import { searchPath } from './paths.ts'
import type { Frame } from './views.ts'
import { element, xmlDocument } from './xml.ts'

/** The OpenSearch 1.1 description by which a browser searches here from its address line. */
export function writeOpenSearch({ locale, organisation, publicUrl, t }: Frame): string {
  const url = (type: string, path: string) => element('Url', { type, method: 'get', template: `${publicUrl}${path}?q={searchTerms}` })
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      // The specification gives a short name 16 characters.
      element('ShortName', {}, organisation.slice(0, 16)),
      element('Description', {}, t('search.description')),
      element('Language', {}, locale),
      element('InputEncoding', {}, 'UTF-8'),
      element('Image', { width: '16', height: '16', type: 'image/svg+xml' }, publicUrl + assetPath('icon.svg')),
      url('text/html', searchPath(locale)),
      url('application/x-suggestions+json', `/${locale}/suggestions`),
    ),
  )
}
