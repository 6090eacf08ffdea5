/** What a message came with: `photo`, `see the photos attached`. */
const attached =
  '(?:please )?(?:(?:see|find|with) )?(?:the )?(?:photos?|pictures?|pics?|images?|screenshots?|attachments?|flyers?)(?: (?:are |is )?(?:attached|enclosed|below|above|to follow))?'

const inBrackets = new RegExp(
  `^(?:\\[${attached}\\]|\\(${attached}\\)|\\[attached\\]|\\(attached\\))\\.?$`,
  'i',
)
const sentence =
  /^(?:please )?(?:see |find )?(?:the )?(?:photos?|pictures?|images?) (?:are |is )?(?:attached|enclosed)\.?$/i

/** The most characters of such words. */
const longest = 60

/** `… ISIL members [photo]`, `… (3 Nov). Photos attached.`: a line, and what points to a file at its end; empty for none. */
export function partPointer(line: string): readonly [text: string, pointer: string] {
  const text = line.trimEnd()
  const starts = [' [', ' ('].map((sign) => text.lastIndexOf(sign) + 1)
  const ends = ['. ', ') '].map((sign) => text.lastIndexOf(sign, text.length - 2) + 2)
  for (const from of starts) if (from > 1 && isPointer(text.slice(from), inBrackets)) return cut(text, from)
  for (const from of ends) if (from > 2 && isPointer(text.slice(from), sentence)) return cut(text, from)
  return [line, '']
}

function isPointer(words: string, sign: RegExp): boolean {
  return words.length <= longest && sign.test(words)
}

function cut(text: string, from: number): readonly [string, string] {
  return [text.slice(0, from).trimEnd(), text.slice(from)]
}
