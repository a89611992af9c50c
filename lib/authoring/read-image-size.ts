/** Pixels of a picture as its header says. */
export interface ImageSize {
  width: number
  height: number
}

/** The size of a PNG, JPEG, WebP or GIF, read from its first bytes without decoding it; null when the header is not whole. */
export function readImageSize(bytes: Uint8Array, mediaType: string): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = readers[mediaType]?.(view) ?? null
    return size !== null && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const readers: Record<string, (view: DataView) => ImageSize | null> = {
  'image/png': view => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': view => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': readJpeg,
  'image/webp': readWebp,
}

/** Walks the segments to the frame header (SOF0–SOF15 without DHT, JPG, DAC); an EXIF orientation of 5 to 8 stands the picture on its side. */
function readJpeg(view: DataView): ImageSize | null {
  let isTurned = false
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return isTurned ? { width: height, height: width } : { width, height }
    }
    if (marker === 0xe1) isTurned = isTurned || orientationOf(view, at + 4) >= 5
    const hasNoLength = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += 2 + (hasNoLength ? 0 : view.getUint16(at + 2))
  }
}

/** Tag 0x0112 of the first directory of EXIF data that begins at `at`; 1 when there is none. */
function orientationOf(view: DataView, at: number): number {
  if (view.getUint32(at) !== 0x45786966) return 1
  const start = at + 6
  const isLittle = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, isLittle)
  const entries = view.getUint16(directory, isLittle)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle)
  }
  return 1
}

/** RIFF container with one of three kinds of first chunk (developers.google.com/speed/webp/docs/riff_container). */
function readWebp(view: DataView): ImageSize | null {
  const chunk = view.getUint32(12)
  if (chunk === 0x56503858) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) } // VP8X
  if (chunk === 0x56503820) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } // VP8
  if (chunk !== 0x5650384c) return null // VP8L
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
