import type { Piece } from '#lib/difference/types.ts'

/** What became of a text: removed words struck out, added words marked; screen readers hear both. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  return (
    <p className="pieces">
      {pieces.map(({ fate, text }, index) => {
        const key = `${index}${fate}`
        if (fate === 'same') return <span key={key}>{text}</span>
        return fate === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
      })}
    </p>
  )
}
