/**
 * The text of a file in the encoding that it says or shows: a byte order mark, a `charset` near the beginning of a page, else UTF-8 when it is valid, else
 * Windows-1251, which Excel writes in Russian.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(saidCharset(bytes) ?? 'windows-1251').decode(bytes)
  }
}

function saidCharset(bytes: Uint8Array): string | null {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 2000))
  const said = /<meta[^>]{0,200}charset=["']?([a-z0-9-]{2,20})/i.exec(beginning)?.[1]
  return said && /^(windows-125\d|koi8-[ru]|iso-8859-\d{1,2}|cp1251|utf-16|cp866|ibm866)$/i.test(said) ? said : null
}
