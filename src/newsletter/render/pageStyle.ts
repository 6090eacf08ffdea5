import { type Html, html } from './escapeHtml.ts'

/** How the page looks: dark or light as the reader's machine is, one column on a phone, and plain on paper. */
export const pageStyle: Html = html`
:root { color-scheme: light dark; --line: #c9ced6; --now: #1f5fa8; --before: #9db4cf; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h1, h2, h3 { text-wrap: balance; }
h2 { margin-top: 2rem; border-bottom: 2px solid var(--line); font-size: 1.25rem; }
h3 { font-size: 1.05rem; }
ul { padding: 0; }
button { min-height: 2.75rem; padding: .5rem 1.25rem; border: 0; border-radius: .25rem; background: var(--now); color: #fff; font: inherit; cursor: pointer; }
li { margin-block: .4rem; margin-inline-start: 1.5rem; }
h1, h2, h3, p, li { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .25rem .5rem; text-align: start; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { font-weight: bold; }
.date { white-space: nowrap; }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.now { fill: var(--now); } .before { fill: var(--before); }
@media (max-width: 36rem) { .bars { display: none; } table { font-size: .9rem; } th, td { padding-inline: .25rem; } }
@page { margin: 2cm; }
@media print { main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } li, tr { break-inside: avoid; } a { color: inherit; } a[href^='http']::after { content: ' <' attr(href) '>'; overflow-wrap: anywhere; font-size: 0.85em; } }
`
