/**
 * The designs as a style sheet. Quiet: serif for what people said, sans for what the tool says, white paper, hairlines.
 * The others are quiet in other clothes, of the same lengths, so that what fits on paper in one fits in all.
 */
import type { Design } from './formats.ts'
import { HYPHENATED_FROM } from './language.ts'
import { PAGES } from './plan-print.ts'
import { BESIDE, LABEL_COLUMN, LABEL_GAP, LARGEST, LEAD_WIDTH, LONG_LEADS, PRINT_LINE } from './print-height.ts'

/** “Others” comes with the file, where it has letters that the first of them has not. */
const SERIF = 'Literata,"Literata Variable","Throughline Others",Georgia,"Noto Serif",serif'
const SANS = '"Hanken Grotesk","Hanken Grotesk Variable","Throughline Others",system-ui,"Noto Sans",sans-serif'

export function styleSheet(
  paper: { readonly name: string; readonly width: number; readonly height: number },
  points: number,
  design: Design,
  /** The colour of the team; the design's own without one. */
  accent?: string,
): string {
  const page = PAGES[design]
  const [x, y] = [(paper.width * page.x).toFixed(1), (paper.height * page.y).toFixed(1)]
  const name = design === 'quiet' && accent !== undefined ? accent : 'inherit'
  return `
:root{color-scheme:light;--ink:#1B1A17;--ink2:#524F48;--ink3:#69665D;--rule:#D8D5CB;--accent:${accent ?? '#BF2A10'}}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.5 ${SERIF};overflow-wrap:anywhere}
main{max-width:44rem;margin:0 auto;padding:4.5rem 1.5rem 3rem}
p,h1,h2,h3{margin:0;font-weight:400;text-wrap:pretty}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem;margin-bottom:3rem}
header,footer,.line,.more,section>h2{font-family:${SANS}}
header{font-size:.9em;line-height:1.4}
.subject{font-weight:600;color:${name}}
.logo{display:block;max-width:13rem;max-height:2.4rem;margin-bottom:1.8rem}
.category,.line{color:var(--ink2)}
h1{font-size:${LARGEST[design]}em;line-height:1.28;letter-spacing:-.01em;text-wrap:balance;max-width:${LEAD_WIDTH}em}
${LONG_LEADS.map(({ name, size }) => `.${name}{font-size:${size}em}`).join('')}
.nothing{font-style:italic;color:var(--ink2)}
h1~.lead{margin-top:1em;font-size:1.1em}
.lead{color:var(--ink2);margin-top:.5em}
article+article,section+section{border-top:1px solid var(--rule);margin-top:1.5em;padding-top:1.4em}
.purpose article+article{border:0;padding-top:0}
article h2{font-size:1.25em;line-height:1.45}
h3{font-size:1em}
section>h2{font-size:.8em;font-weight:600;margin-bottom:.8em}
.audiences article+article,.proofs article+article{border:0;margin-top:.9em;padding-top:0}
.proofs h3{font-style:italic}
.alone>:is(h2,h3){display:inline}
.line{font-size:.86em;margin-top:.45em}
.line b,.proof b{font-weight:500;color:var(--ink3);margin-inline-end:.35em}
.proof{margin-top:.45em;color:var(--ink2)}
.proof i{color:var(--ink)}
.more{font-size:.84em;font-style:normal;color:var(--ink2)}
.below{display:block}
.proof>b{font-family:${SANS};font-size:.86em}
.lens .line{color:inherit}
.lens :is(.audiences,.proofs) article :is(h2,h3){font-size:1.05em;font-weight:400;letter-spacing:0}
.lens article:has(.line,.proof) h3{font-size:1.2em}
.lens .opens{margin-top:1em;font-size:1em;font-family:inherit}
.lens .line.opens>b{font-family:${SANS};font-size:.86em}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.2em}
footer{display:flex;justify-content:space-between;align-items:end;gap:2rem;margin-top:3rem;font-size:.78em;color:var(--ink3)}
.hyphens :is(.lead,.line,.proof){hyphens:auto;hyphenate-limit-chars:${HYPHENATED_FROM} 3 3}
.hyphens a{hyphens:manual}
:lang(ar),:lang(he),:lang(zh),:lang(ja),:lang(ko){font-style:normal}
@page{size:${paper.name};margin:${design === 'bold' ? '0' : `${y}mm ${x}mm`}}
.paper{display:none}
@media print{
body{font-size:${points}pt;line-height:${PRINT_LINE}}
main{max-width:none;padding:${design === 'bold' ? `0 ${x}mm ${y}mm` : '0'}}
${design === 'bold' ? `header::before{height:${y}mm!important}` : ''}
header{margin-bottom:${points * 2.2}pt}
article+article,section+section{margin-top:.8em;padding-top:.7em}
a{text-decoration:none}
footer{margin-top:1.6em}
.line,.more,footer,header{font-size:max(.86em,8.5pt)}
.screen{display:none!important}
.paper{display:inline}
.logo{max-width:52mm;max-height:9mm;margin-bottom:6mm}
footer svg{flex:none;width:15mm;height:15mm}
}${CLOTHES[design]}
@media screen and (min-width:44rem){${LABELS('10.5rem')}}
@media print{${LABELS(`${LABEL_COLUMN}pt`)}}`
}

/** Through a lens: what the framework calls a thing stands beside it, on paper and on a wide screen. */
const LABELS = (column: string) =>
  `.lens section{position:relative;min-height:3em;padding-inline-start:${column}}
.lens section>h2{position:absolute;inset-inline-start:0;width:calc(${column} - ${LABEL_GAP}em);margin:.35em 0 0}
.lens section section{padding:0}
.lens .line,.lens .proof{display:flow-root}
.lens .line>b,.lens .proof>b{float:inline-start;width:calc(${column} - ${LABEL_GAP}em);margin-inline:calc(-1*${column}) 0}
.lens .values article{display:block}`

/** On a wide screen a value has beside it what the printed designs set there, in a column of its own. */
const COLUMNS = `@media screen and (min-width:68rem){main{max-width:66rem}.values article{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,23rem);column-gap:3.5rem;align-items:start}.beside>:first-child{margin-top:.3em}}
@media print{main:not(.lens) .values article{display:grid;grid-template-columns:minmax(0,1fr) ${BESIDE.width * 100}%;column-gap:${BESIDE.gap * 100}%;align-items:start}main:not(.lens) .beside>:first-child{margin-top:.3em}}`

const CLOTHES: Readonly<Record<Design, string>> = {
  quiet: '',
  // The thread runs beside the page and passes a ring at each value.
  editorial: `
main{border-inline-start:2.5px solid var(--accent);padding-inline-start:2rem;margin-block:3rem;padding-block:1rem}
h1{letter-spacing:-.026em}
.proof i{font-style:normal}
article{position:relative}
.values article::before{content:"";position:absolute;inset-inline-start:calc(-2rem - 8.5px);width:11px;height:11px;margin-top:.5em;border:2.5px solid var(--accent);border-radius:50%;background:#fff}
@media print{main{margin-block:0;padding-block:0;padding-inline-start:${PAGES.editorial.thread}mm;border-width:1.9pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}.values article::before{inset-inline-start:calc(-${PAGES.editorial.thread}mm - 6.5pt);width:8pt;height:8pt;border-width:1.9pt}}
${COLUMNS}`,
  // The sentence on ink, and a bar of the thread below it.
  bold: `
body{font-family:${SANS}}
h1,.values h2,.purpose h2,.lens article:has(.line,.proof) :is(h2,h3){font-weight:700!important;letter-spacing:-.02em}
h1{line-height:1.15}
.proof i,.proofs h3{font-style:normal}
header,.ink{background:var(--ink);color:#F7F5EF;print-color-adjust:exact;-webkit-print-color-adjust:exact;box-shadow:0 0 0 100vmax var(--ink);clip-path:inset(0 -100vmax)}
header{margin:0;padding:0 0 3rem}
main{padding-top:0}
.logo{margin-block:1.5rem}
header::before{content:"";flex-basis:100%;height:3rem}
.lens header:not(:has(+.ink)) .category{flex-basis:100%;margin-top:1.2rem;color:inherit;font-size:2.6rem;font-weight:700;line-height:1.05;letter-spacing:-.03em}
header .category,.ink .lead,.ink .line,.ink .more,.ink .proof{color:#C4C0B5}
.ink .line b,.ink .proof i{color:inherit}
html{overflow-x:clip}
.ink{margin-top:-1px}
.ink:not(:has(+.ink))::after,header:not(:has(+.ink))::after{content:"";display:block;flex:0 0 auto;width:100%;height:9px;margin-top:2rem;border-image:conic-gradient(var(--accent) 0 0) fill 0//0 100vmax;print-color-adjust:exact;-webkit-print-color-adjust:exact}
header:not(:has(+.ink)){padding:0;margin-bottom:2rem}
.ink+section,header+section:not(.ink){border-top:0}
section+.ink{margin-top:0;border-top:0}
article+article,section+section{border-top-width:2px;border-top-color:var(--ink)}
@media print{header{padding-bottom:1.6em}.ink{padding-bottom:0}.ink:not(:has(+.ink))::after,header:not(:has(+.ink))::after{height:6.75pt;margin-top:1.6em}.ink+section,header:not(:has(+.ink))+section{margin-top:1.2em}.ink .lead{max-width:82%}}
${COLUMNS}`,
}
