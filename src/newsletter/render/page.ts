import { type Html, html } from './escapeHtml.ts'
import { pageStyle } from './pageStyle.ts'

/** A page of its own under a title, with the style of all pages. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}</main>
</body>
</html>
`.text
}
