/**
 * What a web page's source says, as lines and marks: paragraphs and list items on lines of their own, bold words and
 * links as Markdown has them. Any other sign between `<` and `>` stays as it is written.
 */
export function withoutHtml(text: string): string {
  if (!text.includes('<')) return text
  return text
    .replace(
      /<a [^<>]{0,300}?href=["'](https?:\/\/[^"'<>\s]{1,900})["'][^<>]{0,300}>([^<>]{1,200})<\/a>/gi,
      '[$2]($1)',
    )
    .replace(/<li(?: [^<>]{0,300})?>/gi, '\n• ')
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|table)>/gi, '\n\n')
    .replace(/<\/t[dh]>\s{0,9}(?=<t[dh][ >])/gi, '\t')
    .replace(/<\/(?:tr|thead|tbody|tfoot)>\s{0,9}|<(?:thead|tbody|tfoot)(?: [^<>]{0,300})?>\s{0,9}/gi, '')
    .replace(/<(?:\/li|br ?\/?|(?:p|div|ul|ol|h[1-6]|table|tr)(?: [^<>]{0,300})?)>/gi, '\n')
    .replace(/<\/?(?:b|strong)(?: [^<>]{0,300})?>/gi, '**')
    .replace(/<\/?(?:i|em|u|span|font|td|th)(?: [^<>]{0,300})?>/gi, '')
}
