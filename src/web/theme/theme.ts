import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core'
import type { Speak } from '../../shared/words/say.ts'
import { labelled } from './labels.ts'

/** 青: index 7 on paper (#0F766E), index 4 on ink (#2DD4BF). */
const qing: MantineColorsTuple = [
  '#f0fdfa',
  '#ccfbf1',
  '#99f6e4',
  '#5eead4',
  '#2dd4bf',
  '#14b8a6',
  '#0d9488',
  '#0f766e',
  '#115e59',
  '#134e4a',
]
const gray: MantineColorsTuple = [
  '#f6f6f3',
  '#f0f0ec',
  '#e3e3dd',
  '#d5d5cf',
  '#bcbdb8',
  '#8b8f92',
  '#6b7075',
  '#50565c',
  '#343a40',
  '#1f2328',
]
const dark: MantineColorsTuple = [
  '#e6e4df',
  '#c9c8c4',
  '#a5a7a6',
  '#757b80',
  '#454b50',
  '#2b3034',
  '#1f2428',
  '#14171a',
  '#101315',
  '#0b0d0f',
]
const red: MantineColorsTuple = [
  '#fbe9e7',
  '#f7d0cc',
  '#f0a8a1',
  '#ff8a80',
  '#e5695f',
  '#d64b40',
  '#c5372c',
  '#b3261e',
  '#8f1d17',
  '#6b1510',
]
const green: MantineColorsTuple = [
  '#e5f3e8',
  '#cbe8d2',
  '#a5d8b2',
  '#84cf98',
  '#6fce8b',
  '#3fae62',
  '#26924b',
  '#1a7a3c',
  '#14602f',
  '#0e4622',
]
const amber: MantineColorsTuple = [
  '#fbf0d9',
  '#f7e2b5',
  '#f3cf85',
  '#f0bf63',
  '#f0b64f',
  '#d59a2c',
  '#ad7410',
  '#8a5300',
  '#6c4100',
  '#4e2f00',
]

const FONT = '-apple-system, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace'

const heading = (fontSize: string, lineHeight = '1.4') => ({ fontSize, lineHeight, fontWeight: '600' })

/** On a filled colour: paper by day; by night the fills are light, so ink. */
const onFilled: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input)
  return input.variant === 'filled' && input.color !== 'dark' ? { ...colours, color: 'var(--hx-on-filled)' } : colours
}

/** Our look in Mantine's grain, with its own few words set from ours. */
export function themeFor(t: Speak): MantineThemeOverride {
  return createTheme({
    colors: { qing, gray, dark, red, green, amber, yellow: amber, teal: qing },
    primaryColor: 'qing',
    primaryShade: { light: 7, dark: 4 },
    autoContrast: true,
    variantColorResolver: onFilled,
    white: '#ffffff',
    black: '#1f2328',
    fontFamily: FONT,
    fontFamilyMonospace: MONO,
    fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '18px', xl: '24px' },
    lineHeights: { xs: '1.5', sm: '1.6', md: '1.6', lg: '1.5', xl: '1.4' },
    headings: {
      fontFamily: FONT,
      sizes: {
        h1: heading('24px', '1.35'),
        h2: heading('18px'),
        h3: heading('14px', '1.6'),
        h4: heading('14px', '1.6'),
        h5: heading('14px', '1.6'),
        h6: heading('12px', '1.6'),
      },
    },
    defaultRadius: '6px',
    radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
    shadows: {
      xs: 'none',
      sm: '0 1px 2px rgb(0 0 0 / 8%)',
      md: '0 4px 16px rgb(0 0 0 / 12%)',
      lg: '0 8px 28px rgb(0 0 0 / 16%)',
      xl: '0 12px 40px rgb(0 0 0 / 20%)',
    },
    respectReducedMotion: true,
    cursorType: 'pointer',
    focusRing: 'auto',
    components: labelled(t),
  })
}

/** Mantine's surfaces take our tokens (theme/tokens.css), so that the two never differ. */
export const surfaces: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--hx-ground)',
    '--mantine-color-text': 'var(--hx-ink)',
    '--mantine-color-dimmed': 'var(--hx-quiet)',
    '--mantine-color-placeholder': 'var(--hx-quiet)',
    '--mantine-color-anchor': 'var(--hx-accent)',
    '--mantine-color-error': 'var(--hx-broken)',
    '--mantine-color-default': 'var(--hx-raised)',
    '--mantine-color-default-hover': 'var(--hx-sunken)',
    '--mantine-color-default-color': 'var(--hx-ink)',
    '--mantine-color-default-border': 'var(--hx-line)',
  }
  return { variables: {}, light: both, dark: both }
}
