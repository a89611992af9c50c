import type { CompiledPart, CompiledRow } from './compile-change.ts'

/** A compiled part as it goes from one thread to another: all bytes of its rows in one piece, which is handed over and not copied. */
export interface PackedPart extends Omit<CompiledPart, 'translations'> {
  translations: PackedTranslation[]
  bytes: ArrayBuffer
}

interface PackedTranslation extends Omit<CompiledPart['translations'][number], 'rows'> {
  rows: (Omit<CompiledRow, ByteMember> & { lengths: number[] })[]
}

type ByteMember = 'before' | 'after' | 'summary' | 'profiles'

/** Packs a part; `bytes` belongs on the transfer list. */
export function packPart({ translations, ...rest }: CompiledPart): PackedPart {
  const pieces: Buffer[] = []
  const packed = translations.map(({ rows, ...translation }) => ({
    ...translation,
    rows: rows.map(({ before, after, summary, profiles, ...row }) => {
      const ofRow = [before, after, summary, ...(profiles === null ? [] : [profiles])]
      pieces.push(...ofRow)
      return { ...row, lengths: ofRow.map(piece => piece.length) }
    }),
  }))
  const bytes = new ArrayBuffer(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    new Uint8Array(bytes, at, piece.length).set(piece)
    at += piece.length
  }
  return { ...rest, translations: packed, bytes }
}

/** The part again; its buffers are views of the one piece. */
export function unpackPart({ translations, bytes, ...rest }: PackedPart): CompiledPart {
  let at = 0
  const take = (length = 0): Buffer => {
    at += length
    return Buffer.from(bytes, at - length, length)
  }
  return {
    ...rest,
    translations: translations.map(({ rows, ...translation }) => ({
      ...translation,
      rows: rows.map(({ lengths: [before, after, summary, profiles], ...row }) => ({
        ...row,
        before: take(before),
        after: take(after),
        summary: take(summary),
        profiles: profiles === undefined ? null : take(profiles),
      })),
    })),
  }
}
