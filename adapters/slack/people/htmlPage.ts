interface Way {
  readonly label: string
  readonly url: string
}

/** Dark or light as the reader's machine is, and what leads on is a button that a thumb finds. */
const style = `:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; text-wrap: balance; }
a { display: inline-block; padding: .6rem 1.25rem; border-radius: .25rem; background: #1f5fa8; color: #fff; text-decoration: none; }`

/** A page of one heading, one sentence and at most one link; everything put into it is escaped. */
export function page(title: string, sentence: string, way?: Way): string {
  const link =
    way && /^https?:\/\//.test(way.url)
      ? `<p><a href="${escapeHtml(way.url)}">${escapeHtml(way.label)}</a></p>`
      : ''
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${escapeHtml(title)}</title>
<style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p>${link}</main></body>
</html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
