import type { ReactNode } from 'react'
import { ShellPage } from '#app/_ui/shell-page.tsx'

export default function StudioLayout({ children }: { children: ReactNode }) {
  return <ShellPage>{children}</ShellPage>
}
