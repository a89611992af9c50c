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
  // 1250 to 1258, and of ISO 8859 all but 12: the others do not exist, and TextDecoder throws at them.
  const known = /^(windows-125[0-8]|koi8-[ru]|iso-8859-([1-9]|1[013-6])|cp1251|utf-16|cp866|ibm866)$/i
  return said && known.test(said) ? said : null
}
