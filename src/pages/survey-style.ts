/** The look of the survey page alone, beside page-style.ts. */
export const SURVEY_STYLE = `
fieldset{border:0;margin:0;padding:0;min-width:0}
.step{margin:0 0 2.25rem;scroll-margin-top:1rem}.step:focus-visible{outline:none}
legend,.step .ask{font-size:1.25rem;line-height:1.45;font-weight:650;margin:0 0 .375rem;display:block}
.step .more{font-size:1.0625rem;margin-top:1.25rem}
.step .help span{display:block}
.tag{font-size:.8125rem;font-weight:400;color:var(--quiet);border:1px solid var(--line);border-radius:999px;padding:.125rem .5rem;margin-inline-start:.375rem;white-space:nowrap;vertical-align:.1em}
.choices{display:grid;gap:.5rem;margin:.75rem 0}
.choice{display:flex;align-items:center;gap:.75rem;min-height:52px;padding:.5rem .875rem;border:1.5px solid var(--edge);border-radius:12px;background:var(--raised);cursor:pointer}
.choice input{flex:none;width:22px;height:22px;margin:0;accent-color:var(--brand)}
.choice:has(:checked){border-color:var(--brand);box-shadow:inset 0 0 0 1.5px var(--brand);font-weight:600}
.choice:has(:focus-visible),.point:has(:focus-visible){outline:3px solid var(--brand);outline-offset:2px}
.choice input:focus-visible,.point input:focus-visible{outline:none}
.other-words{margin:.5rem 0 .25rem}
.other:not(:has(.choice :checked)) .other-words:not(:focus-within){display:none}
.ends{display:flex;justify-content:space-between;gap:1rem;color:var(--quiet);font-size:.9375rem;margin:.75rem 0 .375rem}
.ends span:last-child{text-align:end}
.scale{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:4px;margin:0 0 .75rem}
.scale.seven{grid-template-columns:repeat(7,minmax(0,1fr))}
.point{position:relative;display:flex;align-items:center;justify-content:center;min-height:52px;border:1.5px solid var(--edge);border-radius:10px;background:var(--raised);cursor:pointer;font-size:1.125rem;font-variant-numeric:tabular-nums}
.point input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.point:has(:checked){background:var(--brand);border-color:var(--brand);color:var(--on-brand);font-weight:700}
.point:has(:checked)::after{content:"";position:absolute;bottom:6px;width:16px;height:3px;border-radius:2px;background:currentColor}
.bar{margin:0 0 1.25rem;color:var(--quiet);font-size:.875rem}
progress{display:block;width:100%;height:6px;margin-top:.25rem;border:0;border-radius:3px;background:var(--line);accent-color:var(--brand);overflow:hidden}
progress::-webkit-progress-bar{background:var(--line)}
progress::-webkit-progress-value{background:var(--brand)}
progress::-moz-progress-bar{background:var(--brand)}
.told{border:1px solid var(--line);background:var(--sunken);border-radius:10px;padding:.5rem .875rem;margin:1rem 0;font-size:.9375rem}
.told button{background:none;border:0;padding:.625rem 0;min-height:44px;font:inherit;color:var(--brand);text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
.hp{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
[hidden]{display:none!important}
@media(max-width:30em){#acts{flex-wrap:nowrap}#acts .button{flex:2;padding-inline:.75rem}#acts .button.plain{flex:1}}
@media(max-width:24em){.scale.seven{grid-template-columns:repeat(4,minmax(0,1fr))}}
@media(min-width:40rem){.scale.eleven{grid-template-columns:repeat(11,minmax(0,1fr))}}
@media(forced-colors:active){.point:has(:checked){forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media(scripting:enabled){form:not([data-ready]) .step~*{animation:late 0s 3s both}}
@keyframes late{from{position:absolute;visibility:hidden}}
`
