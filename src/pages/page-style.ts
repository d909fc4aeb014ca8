/** Colours on paper and on ink. */
const COLOURS: readonly (readonly [name: string, light: string, dark: string])[] = [
  ['ground', '#fbfbf9', '#14171a'],
  ['raised', '#ffffff', '#1c2024'],
  ['sunken', '#f1f1ec', '#101315'],
  ['ink', '#1f2328', '#e6e4df'],
  ['quiet', '#555b62', '#a9abaa'],
  ['line', '#d9d9d2', '#363c41'],
  ['edge', '#7d8286', '#7f868b'],
  ['wrong', '#b3261e', '#ff8a80'],
  ['wrong-wash', '#fbe9e7', '#3a1a18'],
  ['done', '#1a7a3c', '#6fce8b'],
]

/** Colours for both schemes; a browser that does not know light-dark() (before 2024) has the light ones. */
export function schemes(colours: readonly (readonly [name: string, light: string, dark: string])[]): string {
  const light = colours.map(([name, value]) => `--${name}:${value}`).join(';')
  const both = colours.map(([name, day, night]) => `--${name}:light-dark(${day},${night})`).join(';')
  return `:root{${light}}@supports(color:light-dark(#000,#fff)){:root{color-scheme:light dark;${both}}}`
}

/**
 * The look of every customer page, in one inline <style>: first paint without a further request. Headings break where a
 * sentence pauses, not within a Chinese word; what has no pause in a whole line breaks anywhere.
 *
 * Classes: .lead (the purpose), .card, .button (+ .plain), .field with label / .help / .wrong, .problems (error summary),
 * .note, .code (a query code), .choices with .choice rows, .scale, .facts (dl). Touch targets are 44 px and more.
 */
export const PAGE_STYLE = `${schemes(COLOURS)}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;font:1.0625rem/1.65 -apple-system,"PingFang SC","Noto Sans SC","Noto Sans CJK SC","PingFang TC","Microsoft YaHei",sans-serif;
overflow-wrap:anywhere;text-autospace:normal;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column}
body:lang(en){font-family:-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
body:lang(zh-TW){font-family:-apple-system,"PingFang TC","Noto Sans TC","Noto Sans CJK TC","Microsoft JhengHei","Noto Sans SC",sans-serif}
.page{width:100%;max-width:38rem;margin:0 auto;padding:0 1.125rem}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;padding:8px 12px;background:var(--raised);z-index:2}
.top{padding-block:.75rem;border-bottom:3px solid var(--brand)}
.top .page{display:flex;align-items:center;gap:.5rem .75rem;flex-wrap:wrap;min-height:44px}
.top img{height:36px;width:auto;max-width:160px;object-fit:contain}
.top .who{flex:1;font-weight:600;min-width:6rem}
.tongues{display:flex;flex-wrap:wrap;margin-inline:-.5rem}
.tongues a,.tongues b{display:inline-flex;align-items:center;min-height:44px;min-width:44px;padding:0 .5rem;font-size:.9375rem;font-weight:400;justify-content:center}
.tongues b{color:var(--quiet)}
main{flex:1;padding-block:1.25rem 2.5rem}
h1,h2,legend,.ask{text-wrap:balance}#q-contact .ask{word-break:keep-all}
h1{font-size:1.5rem;line-height:1.35;margin:.25rem 0 .5rem;font-weight:650}
h2{font-size:1.1875rem;line-height:1.45;margin:1.5rem 0 .5rem;font-weight:600}
p{margin:.5rem 0}
a{color:var(--brand);text-underline-offset:.2em}
.lead{color:var(--quiet);margin:0 0 1.25rem}
.quiet{color:var(--quiet)}.small{font-size:.875rem}
.card{background:var(--raised);border:1px solid var(--line);border-radius:12px;padding:1rem 1.125rem;margin:1rem 0}
.note{border-inline-start:3px solid var(--brand);padding:.25rem 0 .25rem .875rem;margin:1rem 0}
.code{font:600 1.375rem/1.4 ui-monospace,"SF Mono",Menlo,Consolas,monospace;letter-spacing:.04em;white-space:nowrap}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:.5rem 1.5rem;border:2px solid var(--brand);
border-radius:10px;background:var(--brand);color:var(--on-brand);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.button.plain{background:none;color:var(--brand)}
.button[aria-disabled=true]{opacity:.8;cursor:default}
.acts{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0 .5rem}
.field{margin:1.25rem 0}
label{display:block}
.field>label,legend{font-weight:600;padding:0}
.help{color:var(--quiet);font-size:.9375rem;margin:.125rem 0 .5rem}
.wrong{color:var(--wrong);font-weight:600;margin:.375rem 0}
.wrong::before{content:"";display:inline-block;width:1.1em;height:1.1em;margin-inline-end:.35em;vertical-align:-.15em;
background:currentColor;clip-path:polygon(50% 4%,98% 92%,2% 92%)}
input[type=text],input[type=email],input[type=tel],input:not([type]),textarea,select{display:block;width:100%;min-height:48px;padding:.625rem .75rem;
border:1.5px solid var(--edge);border-radius:10px;background:var(--raised);color:var(--ink);font:inherit}
textarea{min-height:7.5rem;resize:vertical;field-sizing:content;max-height:60vh}
[aria-invalid=true]{border-color:var(--wrong)!important}
.problems{border:2px solid var(--wrong);border-radius:12px;background:var(--wrong-wash);padding:.75rem 1.125rem;margin:1rem 0}
.problems h2{margin:.25rem 0}.problems ul{margin:.25rem 0;padding:0;list-style:none}.problems a{color:inherit;display:flex;align-items:center;min-height:44px}
.facts{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:.5rem 0}.facts dt{color:var(--quiet)}.facts dd{margin:0}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.foot{padding-block:1rem 1.25rem;color:var(--quiet);font-size:.8125rem}
.foot a{color:inherit;display:inline-block;padding:.75rem 0}
@media(min-width:40rem){main{padding-top:2.25rem}h1{font-size:1.75rem}}
@media(prefers-reduced-motion:no-preference){.button{transition:opacity .12s}}
@media print{.top .tongues,.acts,.foot{display:none}}
`
