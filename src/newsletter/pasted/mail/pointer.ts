/** What a message came with: `photo`, `see the photos attached`. */
const attached =
  '(?:please )?(?:(?:see|find|with) )?(?:the )?(?:photos?|pictures?|pics?|images?|screenshots?|attachments?|flyers?)(?: (?:are |is )?(?:attached|enclosed|below|above|to follow))?'

const inBrackets = new RegExp(
  `^(?:\\[${attached}\\]|\\(${attached}\\)|\\[attached\\]|\\(attached\\)|[[(](?:please )?see (?:the )?(?:attached|enclosed)(?: \\p{L}{3,12}){0,2}[\\])])\\.?$`,
  'iu',
)
const sentence =
  /^(?:(?:please )?(?:see |find )?(?:the )?(?:photos?|pictures?|images?|flyers?|leaflets?|brochures?|agendas?|programmes?|concept notes?|documents?) (?:are |is )?(?:attached|enclosed)|(?:please )?see (?:the )?(?:attached|enclosed)(?: \p{L}{3,12}){0,2})\.?$/iu

/** An address at the end of a line, with the word before it. */
const closingLink = / (?:\p{L}{1,15} ?: ?)?https?:\/\/\S{1,300}\s{0,3}$/iu
const reach = 330

/** `[could you please add the link?]`: what is asked of the editors, in brackets. */
const request =
  /^[[(](?:(?:note|nb|n\.b\.) (?:to|for) (?:the )?(?:editors?|secretariat|newsletter)|(?:hi|dear \p{L}{3,20}),? |(?:could|can|would) you |(?:please|pls|plz|kindly) (?:add|insert|check|use|correct|shorten|edit|change|feel free|let)|feel free |i (?:can|will|am)\b|we (?:can|will) (?:send|share|provide)|(?:photos?|pictures?|link) (?:to follow|will follow|available on request))[^()[\]]{0,160}[\])]\.?$/iu

/** A line, and what is asked of the editors in brackets at its end; empty for none. */
export function partRequest(line: string): readonly [text: string, asked: string] {
  const text = line.trimEnd()
  const from = Math.max(text.lastIndexOf(' ['), text.lastIndexOf(' (')) + 1
  return from > 1 && text.length - from <= 200 && request.test(text.slice(from))
    ? [text.slice(0, from).trimEnd(), text.slice(from)]
    : [line, '']
}

/** The most characters of such words. */
const longest = 60

/** `… ISIL members [photo]`, `… (3 Nov). Photos attached.`: a line, and what points to a file at its end; empty for none. */
export function partPointer(line: string): readonly [text: string, pointer: string] {
  const link = closingLink.exec(line.slice(-reach))?.[0] ?? ''
  const text = line.slice(0, line.length - link.length).trimEnd()
  const starts = [' [', ' ('].map((sign) => text.lastIndexOf(sign) + 1)
  const ends = ['. ', ') '].map((sign) => text.lastIndexOf(sign, text.length - 2) + 2)
  const address = text.lastIndexOf('://')
  if (address > 0) ends.push(text.indexOf(' ', address) + 1)
  for (const from of starts)
    if (from > 1 && isPointer(text.slice(from), inBrackets)) return cut(text, from, link)
  for (const from of ends) if (from > 2 && isPointer(text.slice(from), sentence)) return cut(text, from, link)
  const dash = Math.max(...[' – ', ' — ', ' - ', '; ', ', '].map((sign) => text.lastIndexOf(sign)))
  const behind = dash + (/^ [–—-]/.test(text.slice(dash)) ? 3 : 2)
  if (dash > 2 && isPointer(text.slice(behind), sentence))
    return [`${text.slice(0, dash)}${link}`, text.slice(behind)]
  return [line, '']
}

function isPointer(words: string, sign: RegExp): boolean {
  return words.length <= longest && sign.test(words)
}

function cut(text: string, from: number, link: string): readonly [string, string] {
  return [`${text.slice(0, from).trimEnd()}${link}`, text.slice(from)]
}
