'use client'

import { useEffect, useState } from 'react'
import { facesOf, type Keys } from './keys.ts'

/** The keys of a shortcut, as they are written on this keyboard. */
export function ShortcutKeys({ keys }: { keys: Keys }) {
  const [isMac, setMac] = useState(false)
  useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.platform)), [])
  return (
    <span className="shortcut-keys">
      {facesOf(keys, isMac).map(step => (
        <span key={step.join('+')}>
          {step.map(face => (
            <kbd key={face}>{face}</kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
