import { digest } from '../digest.ts'
import { correctAccent, type Shade } from './correct-accent.ts'

/** The style sheet that puts the organisation's colour over the site's and the studio's own, and the hash of it for its address. */
export function accentStyle(accent: string): { hash: string; css: string } {
  const { light, dark } = correctAccent(accent)
  const css = [
    '@media screen{',
    `:root{${siteColours(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${siteColours(dark)}}}`,
    `:root[data-theme="dark"]{${siteColours(dark)}}`,
    `:root[data-mantine-color-scheme="light"]{${brandColours(light)}}`,
    `:root[data-mantine-color-scheme="dark"]{${brandColours(dark)}}`,
    '}',
    '',
  ].join('\n')
  return { hash: digest(css).slice(-16), css }
}

function siteColours({ accent, soft, on, tint }: Shade): string {
  return `--accent:${accent};--accent-soft:${soft};--on-accent:${on};--tint:${tint}`
}

/** Of the studio only the mark takes the colour: its states have colours of their own. */
function brandColours({ accent, on }: Shade): string {
  return `--brand:${accent};--on-brand:${on}`
}
