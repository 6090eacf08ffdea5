interface Way {
  readonly label: string
  readonly url: string
}

/** A page of one heading, one sentence and at most one link; everything put into it is escaped. */
export function page(title: string, sentence: string, way?: Way): string {
  const link =
    way && /^https?:\/\//.test(way.url)
      ? `<p><a href="${escapeHtml(way.url)}">${escapeHtml(way.label)}</a></p>`
      : ''
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>${escapeHtml(title)}</title></head>
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
