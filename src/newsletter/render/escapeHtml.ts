/** HTML that is safe to print: it comes from `html` alone. */
export interface Html {
  readonly kind: 'html'
  readonly text: string
}

type HtmlPart = string | number | Html | readonly Html[]

/** HTML from a template. Whatever is put in is text and is escaped, unless it came from `html` itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const text = strings.map((fixed, at) => fixed + partText(parts[at])).join('')
  return { kind: 'html', text }
}

function partText(part: HtmlPart | undefined): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return isHtml(part) ? part.text : part.map(({ text }) => text).join('')
}

function isHtml(part: Html | readonly Html[]): part is Html {
  return 'kind' in part
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
