import { Glyph } from './glyph.tsx'
import { shownKeys } from './shown-keys.ts'

interface Props {
  label: string
  glyph: string
  keys?: string
  /** Set for switches. */
  pressed?: boolean
  disabled?: boolean
  className?: string
  onRun: () => void
}

/** A button of the toolbar; the mouse does not take the cursor out of the text. */
export function ToolButton({ label, glyph, keys, pressed, disabled, className = '', onRun }: Props) {
  const name = keys ? `${label} (${shownKeys(keys)})` : label
  return (
    <button
      type="button"
      className={`tool ${className}`}
      aria-label={label}
      title={name}
      aria-pressed={pressed}
      disabled={disabled}
      tabIndex={-1}
      onMouseDown={event => event.preventDefault()}
      onClick={onRun}
    >
      <Glyph name={glyph} />
    </button>
  )
}
