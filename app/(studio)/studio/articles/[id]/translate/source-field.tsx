/** A field of the source: its lines, or a dash. */
export function SourceField({ lines }: { lines: string[] }) {
  if (lines.every(line => line === '')) return <p className="quiet">—</p>
  return lines.map(line => <p key={line}>{line}</p>)
}
