/** A text with the words that were searched for marked. Ranges in UTF-16 units, in order. */
export function MarkedText({ text, ranges }: { text: string; ranges: [number, number][] }) {
  let end = 0
  const parts = ranges.flatMap(([from, to]) => {
    const part = [text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>]
    end = to
    return part
  })
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  )
}
