/**
 * What a web page's source says, as lines and marks: paragraphs and list items on lines of their own, bold words and
 * links as Markdown has them. Any other sign between `<` and `>` stays as it is written.
 */
export function withoutHtml(text: string): string {
  if (!text.includes('<')) return text
  return withCells(text)
    .replace(
      /<a [^<>]{0,300}?href=["'](https?:\/\/[^"'<>\s]{1,900})["'][^<>]{0,300}>([^<>]{1,200})<\/a>/gi,
      '[$2]($1)',
    )
    .replace(/<li(?: [^<>]{0,300})?>\s{0,40}(?:<(?:p|div)(?: [^<>]{0,300})?>)?/gi, '\n• ')
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|table)>/gi, '\n\n')
    .replace(/<\/t[dh]>(?=<t[dh][ >])/gi, '\t')
    .replace(/<\/(?:tr|thead|tbody|tfoot)>|<\/?(?:thead|tbody|tfoot|col|colgroup)(?: [^<>]{0,300})?>/gi, '')
    .replace(/<(?:\/li|br ?\/?|(?:p|div|ul|ol|h[1-6]|table|tr)(?: [^<>]{0,300})?)>/gi, '\n')
    .replace(/<\/?(?:b|strong)(?: [^<>]{0,300})?>/gi, '**')
    .replace(/<\/?(?:i|em|u|span|font|td|th)(?: [^<>]{0,300})?>/gi, '')
}

/** The tags of a table with the blanks around them. */
const around =
  /\s{0,40}(<\/?(?:table|tbody|thead|tfoot|tr|td|th|col|colgroup)(?=[ />])[^<>]{0,600}>)\s{0,40}/gi
const cellTag = /(<\/?t[dh](?=[ >])[^<>]{0,600}>)/i

/** The cells of tables on one line each, whatever paragraphs, lists and line breaks they hold. */
function withCells(text: string): string {
  if (!/<\/t[dh]>/i.test(text)) return text
  let isInside = false
  return text
    .replace(around, '$1')
    .split(cellTag)
    .map((part, at) => {
      if (at % 2 === 0) return isInside ? cellText(part) : part
      isInside = !part.startsWith('</')
      return part
    })
    .join('')
}

function cellText(html: string): string {
  return html
    .replace(/<\/?(?:p|div|br|ul|ol|li|h[1-6])(?: [^<>]{0,600})?\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
