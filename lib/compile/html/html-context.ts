/**
 * Where the HTML is shown. site: anchors, facts as `data`, addresses relative to the site. operator: as site, internal blocks marked.
 * paste: for another system's editor: no classes or keys, absolute addresses, internal blocks left out.
 */
export interface HtmlContext {
  surface: 'site' | 'operator' | 'paste'
  locale: string
  publicUrl: string
}
