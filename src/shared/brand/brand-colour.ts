/** An organisation's colour made readable on our two grounds. */

const LIGHT_GROUND = '#fbfbf9'
const DARK_GROUND = '#14171a'
const OURS = '#0f766e'
const READABLE = 4.5
const STEP = 0.06

type Rgb = { r: number; g: number; b: number }

function rgbOf(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return { r: part(1), g: part(3), b: part(5) }
}

const hexOf = ({ r, g, b }: Rgb): string =>
  `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** @source WCAG 2.2, relative luminance */
function luminance({ r, g, b }: Rgb): number {
  const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * x + 0.7152 * y + 0.0722 * z
}

/** How far two colours stand apart, 1 (alike) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgbOf(one)), luminance(rgbOf(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function towards(hex: string, end: number, share: number): string {
  const { r, g, b } = rgbOf(hex)
  const mixed = (part: number) => part + (end - part) * share
  return hexOf({ r: mixed(r), g: mixed(g), b: mixed(b) })
}

/** The colour itself, or the nearest shade of it that can be read on `ground`. */
function readable(hex: string, ground: string, end: 0 | 255): string {
  for (let share = 0; share < 1; share += STEP) {
    const shade = towards(hex, end, share)
    if (contrast(shade, ground) >= READABLE) return shade
  }
  return end === 0 ? '#000000' : '#ffffff'
}

const writtenOn = (hex: string): string =>
  contrast(hex, '#ffffff') >= contrast(hex, DARK_GROUND) ? '#ffffff' : DARK_GROUND

/**
 * Shades for text, lines and buttons on both grounds, and what is written on them.
 *
 * @param colour  `#rrggbb`; anything else gives our own
 */
export function brandShades(colour: string | null | undefined): {
  light: string
  onLight: string
  dark: string
  onDark: string
} {
  const wanted = colour !== null && colour !== undefined && /^#[0-9a-fA-F]{6}$/.test(colour) ? colour : null
  const light = readable(wanted ?? OURS, LIGHT_GROUND, 0)
  const dark = wanted === null ? '#2dd4bf' : readable(wanted, DARK_GROUND, 255)
  return { light, onLight: writtenOn(light), dark, onDark: writtenOn(dark) }
}
