import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// Shades of one lightness scale in OKLCH; the accent has hue 196, greys lean towards it.
const istok: MantineColorsTuple = [
  '#edf8f8',
  '#daf1f0',
  '#b8e3e3',
  '#8ecfcf',
  '#66b8b8',
  '#469fa0',
  '#288586',
  '#076b6c',
  '#005b5c',
  '#004748',
]
const gray: MantineColorsTuple = [
  '#f8fbfb',
  '#f1f5f6',
  '#e5ebec',
  '#d7dedf',
  '#bdc6c8',
  '#95a1a3',
  '#5b696c',
  '#415053',
  '#2a383b',
  '#152224',
]
const dark: MantineColorsTuple = [
  '#e2e7e9',
  '#c1c9cc',
  '#a2adb1',
  '#849195',
  '#334043',
  '#283437',
  '#1d272a',
  '#121b1e',
  '#0c1417',
  '#070d10',
]
const green: MantineColorsTuple = [
  '#f0faf3',
  '#def3e5',
  '#bce7ca',
  '#94d6ac',
  '#70c391',
  '#4eab76',
  '#2e8f5b',
  '#1e7246',
  '#1a5e3a',
  '#12482c',
]
const amber: MantineColorsTuple = [
  '#fff7ec',
  '#ffecd4',
  '#ffdaab',
  '#fcc682',
  '#f3b35f',
  '#dd9c42',
  '#ba7e23',
  '#8a590d',
  '#744a02',
  '#5a3901',
]
const red: MantineColorsTuple = [
  '#fff4f3',
  '#ffe6e3',
  '#ffcbc5',
  '#faa39c',
  '#f47b74',
  '#e55551',
  '#ce3a3b',
  '#b52a2d',
  '#992225',
  '#771c1d',
]
const blue: MantineColorsTuple = [
  '#f0f8ff',
  '#dfeffe',
  '#c0dffa',
  '#98caf5',
  '#73b1e6',
  '#4f99d4',
  '#3080bc',
  '#1c6ba3',
  '#185a89',
  '#10466c',
]

const sans = "'Golos Text Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
const mono = "'JetBrains Mono Variable', ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace"

/** Calm greys, one accent, hairlines instead of shadows; compact, because people work in it all day. */
export const theme = createTheme({
  colors: { istok, gray, dark, green, amber, red, blue },
  primaryColor: 'istok',
  primaryShade: 7,
  black: '#152224',
  white: '#ffffff',
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.25rem', xl: '1.5625rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.4', xl: '1.25' },
  headings: {
    fontFamily: sans,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.5625rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4', fontWeight: '550' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'sm',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 4px 16px rgb(7 13 16 / 8%)',
    lg: '0 8px 24px rgb(7 13 16 / 10%)',
    xl: '0 12px 32px rgb(7 13 16 / 12%)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 'lg', variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { radius: 'md', centered: true, transitionProps: { duration: 120 }, attributes: { header: { role: 'none' } } } },
    Menu: { defaultProps: { radius: 'md', transitionProps: { duration: 100 } } },
    Paper: { defaultProps: { radius: 'md', withBorder: true, shadow: 'none' } },
    Badge: { defaultProps: { radius: 'sm', variant: 'light' } },
    Tooltip: { defaultProps: { transitionProps: { duration: 100 } } },
  },
})

const words = {
  '--mantine-color-dimmed': 'var(--istok-quiet)',
  '--mantine-color-placeholder': 'var(--istok-quiet)',
  '--mantine-color-error': 'var(--istok-red-text)',
  '--mantine-color-anchor': 'var(--istok-accent-text)',
}

/** Colours of words with enough contrast on every surface, see globals.css. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: words, dark: words })
