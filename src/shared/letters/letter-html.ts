/**
 * The look of every mail: one column of at most 600 px, the organisation's name and colour, our name small at the foot.
 *
 * Programs for mail know little: Outlook lays out by tables and knows no padding on links, QQ Mail and 163 drop <style>.
 * So all that must hold stands inline; <style> only adds the dark scheme. Nothing is fetched.
 */
import { brandShades } from '../brand/brand-colour.ts'
import { speak } from '../words/catalogues.ts'
import type { Locale } from '../words/locale.ts'
import type { Letter, LetterPart } from './letter.ts'
import { Markup, markup } from './markup.ts'

const LIGHT = { ground: '#f1f1ec', paper: '#ffffff', ink: '#1f2328', quiet: '#555b62', line: '#d9d9d2' }
const DARK = { ground: '#101315', paper: '#14171a', ink: '#e6e4df', quiet: '#a9abaa', line: '#363c41' }

const FONTS: Readonly<Record<Locale, string>> = {
  'zh-CN': "-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif",
  'zh-TW': "-apple-system,'PingFang TC','Microsoft JhengHei','Noto Sans TC',sans-serif",
  en: "-apple-system,'Segoe UI',Roboto,Arial,'Noto Sans',sans-serif",
}
const CODE_FONT = "ui-monospace,'SF Mono',Menlo,Consolas,monospace"

const INK = `color:${LIGHT.ink}`
const QUIET = `color:${LIGHT.quiet};font-size:14px;line-height:22px`
const BARE = 'border-collapse:separate;border-spacing:0'

type Brand = ReturnType<typeof brandShades>

/** So much is shown beside the subject in a list of mails. */
const FORETASTE = 90
const ADDRESS = /https?:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w/#=&%-]/g

export function htmlOf({ locale, house, subject, hello, parts, by, track }: Letter): Markup['html'] {
  const t = speak(locale)
  const brand = brandShades(house.colour)
  const body = parts.map((part) => partOf(locale, brand, part))
  return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${subject}</title>
<style>${darkStyle(brand)}</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:${LIGHT.ground}">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all">${foretaste(parts)}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${LIGHT.ground}" style="${BARE}"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="paper ink" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${LIGHT.paper}" style="${BARE};max-width:600px;background-color:${LIGHT.paper};border-radius:12px;font-family:${FONTS[locale]};font-size:16px;line-height:27px;${INK};text-align:left;word-break:break-word;overflow-wrap:anywhere">
<tr><td class="edge ink" style="padding:18px 24px 16px;border-bottom:3px solid ${brand.light};font-weight:600;${INK}">${house.name}</td></tr>
<tr><td class="ink" style="padding:24px 24px 12px;${INK}">
${hello === null ? null : paragraph(markup`${hello}`)}${body}${by === null ? null : markup`<p class="quiet" style="margin:24px 0 12px;${QUIET}">${by}</p>`}
</td></tr>
${track === null ? null : trackRow(locale, brand, track)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
<p class="quiet" style="margin:16px 0 0;font-family:${FONTS[locale]};color:${LIGHT.quiet};font-size:12px;line-height:18px">${t('customer-pages.made-with')}</p>
</td></tr></table>
</body>
</html>`.html
}

function darkStyle({ dark, onDark }: Brand): Markup {
  const shade = (name: string, rule: string) => `.${name}{${rule}!important}`
  const rules = [
    shade('ground', `background-color:${DARK.ground}`),
    shade('paper', `background-color:${DARK.paper}`),
    shade('ink', `color:${DARK.ink}`),
    shade('quiet', `color:${DARK.quiet}`),
    shade('line', `border-color:${DARK.line}`),
    shade('edge', `border-color:${dark}`),
    shade('brand', `color:${dark}`),
    shade('fill', `background-color:${dark}`),
    shade('on', `color:${onDark}`),
  ]
  return new Markup(
    `:root{color-scheme:light dark;supported-color-schemes:light dark}@media(prefers-color-scheme:dark){${rules.join('')}}`,
  )
}

function foretaste(parts: readonly LetterPart[]): string {
  const first = parts.find((part) => part.kind === 'say' || part.kind === 'written')
  const characters = [...(first?.text ?? '').replace(/\s+/g, ' ').trim()]
  return characters.length <= FORETASTE ? characters.join('') : `${characters.slice(0, FORETASTE - 1).join('')}…`
}

const paragraph = (inside: Markup): Markup =>
  markup`<p class="ink" style="margin:0 0 16px;${INK}">${inside}</p>
`

/** Paragraphs and lines as they were typed. */
const typed = (text: string, line: (text: string) => Markup): Markup[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((part) =>
      paragraph(markup`${part.split('\n').map((each, i) => markup`${i === 0 ? null : BREAK}${line(each)}`)}`),
    )

const BREAK = markup`<br>`

function partOf(locale: Locale, brand: Brand, part: LetterPart): Markup {
  if (part.kind === 'say') return markup`${typed(part.text, (text) => markup`${text}`)}`
  if (part.kind === 'written') return markup`${typed(part.text, (text) => linked(brand, text))}`
  if (part.kind === 'act') return actOf(brand, part)
  if (part.kind === 'aside')
    return markup`<p class="quiet" style="margin:24px 0 16px;${QUIET}"><a class="quiet" href="${part.link}" style="${QUIET}">${part.label}</a></p>`
  return part.kind === 'check' ? checkOf(locale, brand, part) : listOf(brand, part)
}

/** @param room  further style, such as room for a finger */
const link = ({ light }: Brand, href: string, label: string, room = ''): Markup =>
  markup`<a class="brand" href="${href}" style="color:${light};text-decoration:underline;${room}">${label}</a>`

/** The text with its web addresses as links. */
function linked(brand: Brand, text: string): Markup {
  const addresses = text.match(ADDRESS) ?? []
  return markup`${text.split(ADDRESS).map((plain, i) => {
    const address = addresses[i]
    return markup`${plain}${address === undefined ? null : link(brand, address, address)}`
  })}`
}

/** Outlook takes the room around the words from the cell, all others from the link, so that all of it can be pressed. */
const actOf = ({ light, onLight }: Brand, { label, link: href }: { label: string; link: string }): Markup =>
  markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${BARE};margin:8px 0 24px"><tr><td class="fill" align="center" bgcolor="${light}" style="background-color:${light};border-radius:10px;mso-padding-alt:12px 28px"><a class="on" href="${href}" style="display:inline-block;padding:12px 28px;color:${onLight};font-weight:600;line-height:24px;text-decoration:none">${label}</a></td></tr></table>
`

/** Both answers weigh the same. They only open the page where it is answered: programs that look for harm follow links. */
function checkOf(locale: Locale, brand: Brand, { ask, link: href }: Extract<LetterPart, { kind: 'check' }>): Markup {
  const t = speak(locale)
  const answer = (label: string, said: 'yes' | 'no') =>
    markup`<td class="edge" width="48%" align="center" style="border:2px solid ${brand.light};border-radius:10px;mso-padding-alt:12px 8px"><a class="brand" href="${href}?answer=${said}" style="display:block;padding:12px 8px;color:${brand.light};font-weight:600;line-height:24px;text-decoration:none">${label}</a></td>`
  return markup`<p class="ink" style="margin:8px 0 12px;font-weight:600;${INK}">${ask}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${BARE};margin:0 0 20px"><tr>${answer(t('track.check.yes'), 'yes')}<td width="4%" style="font-size:1px">&nbsp;</td>${answer(t('track.check.no'), 'no')}</tr></table>
`
}

const listOf = (brand: Brand, { items }: Extract<LetterPart, { kind: 'list' }>): Markup =>
  markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${BARE};margin:0 0 20px">${items.map(
    ({ text, link: href }) =>
      markup`<tr><td class="line ink" style="padding:10px 0;border-top:1px solid ${LIGHT.line};${INK}">${href === null ? text : link(brand, href, text)}</td></tr>`,
  )}</table>
`

/** The number, and where it can be looked up. */
function trackRow(
  locale: Locale,
  brand: Brand,
  { code, label, link: href, also }: NonNullable<Letter['track']>,
): Markup {
  return markup`<tr><td class="line quiet" style="padding:16px 24px 20px;border-top:1px solid ${LIGHT.line};${QUIET}">${speak(locale)('letter.code')} <span class="ink" style="font-family:${CODE_FONT};font-size:15px;font-weight:600;${INK};white-space:nowrap">${code}</span><br>${link(brand, href, label, 'display:inline-block;padding:8px 0')}${also === null ? null : markup`<br>${also}`}</td></tr>`
}
