import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** A refusal at its place, said aloud at once. */
export function ProblemNote({ children }: { children: ReactNode }) {
  return (
    <div className="problem" role="alert">
      <Icon name="error" size={20} />
      <div>{children}</div>
    </div>
  )
}
