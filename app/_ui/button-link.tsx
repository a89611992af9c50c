'use client'

import { Button, type ButtonProps } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'

interface Props extends ButtonProps {
  href: string
  /** A page that Next does not serve. */
  outside?: boolean
  children: ReactNode
}

/** A link that looks like a button. */
export function ButtonLink({ href, outside = false, children, ...props }: Props) {
  if (outside)
    return (
      <Button component="a" href={href} target="_blank" rel="noopener" {...props}>
        {children}
      </Button>
    )
  return (
    <Button component={Link} href={href} {...props}>
      {children}
    </Button>
  )
}
