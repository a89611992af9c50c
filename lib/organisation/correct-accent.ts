/** An accent as it is shown: on light and on dark ground, with what is written on it and its quiet companion. Colours as #rrggbb. */
export interface Accent {
  light: Shade
  dark: Shade
}
export interface Shade {
  accent: string
  on: string
  soft: string
  /** A ground for what is chosen or set apart. */
  tint: string
}

/** WCAG 2.2 asks 4.5 : 1 for text (1.4.3); the rest is for rounding. */
const enough = 4.6

/** The darkest ground of the light pages and the lightest of the dark ones, on which links stand (`--tint` of the style sheet, rounded outwards). */
const lightGround = '#e8efef'
const darkGround = '#1f2e31'
const white = '#ffffff'
const ink = '#0b1214'

/** The organisation's colour with its lightness moved as little as is needed, so that text in it and text on it can be read on light and on dark ground. */
export function correctAccent(colour: string): Accent {
  const light = moved(colour, -1, shade => contrast(shade, lightGround) >= enough && contrast(shade, white) >= enough)
  const dark = moved(colour, 1, shade => contrast(shade, darkGround) >= enough && contrast(shade, ink) >= enough)
  return {
    light: { accent: light, on: white, soft: withLightness(light, 0.8, 0.7), tint: groundOf(light, 0.962, 0.016) },
    dark: { accent: dark, on: ink, soft: withLightness(dark, 0.48, 0.7), tint: groundOf(dark, 0.25, 0.024) },
  }
}

/** Contrast of two colours after WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** The first shade in steps of 0.5 % lightness that passes. */
function moved(colour: string, direction: 1 | -1, passes: (shade: string) => boolean): string {
  const start = oklchOf(colour).lightness
  let shade = colour.toLowerCase()
  for (let step = 1; !passes(shade) && step <= 200; step++) {
    shade = withLightness(colour, Math.min(1, Math.max(0, start + direction * step * 0.005)))
  }
  return shade
}

/** The colour at another lightness (0 to 1), with as much of its chroma as the screen can show. */
function withLightness(colour: string, lightness: number, share = 1): string {
  const { chroma, hue } = oklchOf(colour)
  for (let part = share; part > 0; part -= 0.02) {
    const channels = linearOf(lightness, chroma * part, hue)
    if (channels.every(value => value >= -0.0005 && value <= 1.0005)) return hexOf(channels)
  }
  return hexOf(linearOf(lightness, 0, hue))
}

/** A ground of this lightness with a breath of the colour, as the style sheet's own `--tint` has it. A grey stays grey. */
function groundOf(colour: string, lightness: number, most: number): string {
  const { chroma, hue } = oklchOf(colour)
  return hexOf(linearOf(lightness, Math.min(chroma, most), hue))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = linearChannels(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linearChannels(colour: string): number[] {
  return [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
}

function hexOf(linear: number[]): string {
  const channels = linear.map(value => {
    const inside = Math.min(1, Math.max(0, value))
    const gamma = inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055
    return Math.round(gamma * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** Oklab as its author gives it: https://bottosson.github.io/posts/oklab/ (public domain). */
function oklchOf(colour: string): { lightness: number; chroma: number; hue: number } {
  const [red = 0, green = 0, blue = 0] = linearChannels(colour)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  }
}

function linearOf(lightness: number, chroma: number, hue: number): number[] {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
