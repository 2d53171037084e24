/** The quiet design as a style sheet: serif for what people said, sans for what the tool says, white paper, hairlines. */
import { MARGINS } from './plan-print.ts'

export function styleSheet(
  paper: { readonly name: string; readonly width: number; readonly height: number },
  points: number,
): string {
  return `
:root{color-scheme:light;--ink:#1B1A17;--ink2:#524F48;--ink3:#69665D;--rule:#D8D5CB}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.5 Literata,"Literata Variable",Georgia,"Noto Serif",serif;overflow-wrap:anywhere}
main{max-width:44rem;margin:0 auto;padding:4.5rem 1.5rem 3rem}
p,h1,h2,h3{margin:0;font-weight:400;text-wrap:pretty}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem;margin-bottom:3rem}
header,footer,.line,.more,.audiences>h2,.proofs>h2{font-family:"Hanken Grotesk","Hanken Grotesk Variable",system-ui,"Noto Sans",sans-serif}
header{font-size:.9em;line-height:1.4}
.subject{font-weight:600}
.category,.line{color:var(--ink2)}
h1{font-size:2.1em;line-height:1.28;letter-spacing:-.01em;text-wrap:balance;max-width:26em}
h1~.lead{margin-top:1em;font-size:1.1em}
.lead{color:var(--ink2);margin-top:.5em}
article+article,section+section{border-top:1px solid var(--rule);margin-top:1.5em;padding-top:1.4em}
.purpose article+article{border:0;padding-top:0}
article h2{font-size:1.25em;line-height:1.45}
h3{font-size:1em}
.audiences>h2,.proofs>h2{font-size:.8em;font-weight:600;margin-bottom:.8em}
.audiences article+article,.proofs article+article{border:0;margin-top:.9em;padding-top:0}
.proofs h3{font-style:italic}
.line{font-size:.86em;margin-top:.45em}
.line b{font-weight:500;color:var(--ink3);margin-inline-end:.35em}
.proof{margin-top:.45em;color:var(--ink2)}
.proof i{color:var(--ink)}
.more{font-size:.84em;font-style:normal;color:var(--ink2)}
.below{display:block}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.2em}
footer{margin-top:3rem;font-size:.78em;color:var(--ink3)}
:lang(ar),:lang(he),:lang(zh),:lang(ja),:lang(ko){font-style:normal}
@page{size:${paper.name};margin:${(paper.height * MARGINS.y).toFixed(1)}mm ${(paper.width * MARGINS.x).toFixed(1)}mm}
.paper{display:none}
@media print{
body{font-size:${points}pt}
main{max-width:none;padding:0}
header{margin-bottom:${points * 2.2}pt}
article+article,section+section{margin-top:1em;padding-top:.9em}
a{text-decoration:none}
footer{margin-top:1.6em}
.line,.more,footer,header{font-size:max(.86em,8.5pt)}
.screen{display:none!important}
.paper{display:inline}
}`
}
