import type { Document } from '#lib/document/types.ts'
import type { HtmlNote } from '#lib/markup/read-context.ts'
import { readHtml } from '#lib/markup/read-html.ts'
import type { Uploads } from '../references/uploads.ts'
import { uploadPrefix } from './document-slice.ts'
import { pictureTypes } from './insert-pictures.ts'
import { treeOfDom } from './tree-of-dom.ts'

/** What other programs put on the clipboard, as a document. The page is parsed without running or loading anything in it. */
export function readPastedHtml(html: string, uploads: Uploads): { document: Document; notes: HtmlNote[] } {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return readHtml(treeOfDom(body), {
    picture(address) {
      const file = fileOfData(address)
      return file && uploadPrefix + uploads.start(file)
    },
  })
}

/** The picture in a data: address; null when it is none that the media store takes. */
function fileOfData(address: string): File | null {
  const [, type = '', data = ''] = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=\s]+)$/.exec(address) ?? []
  if (!pictureTypes.includes(type)) return null
  try {
    const bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0))
    return new File([bytes], `pasted.${type.slice('image/'.length)}`, { type })
  } catch {
    return null
  }
}
