import { endings } from './endings.ts'
import { openings } from './openings.ts'

/** Pictures before a courtesy. */
const pictures = /^(?:\p{Extended_Pictographic}\ufe0f? ?){1,6}/u

/** How many characters of a line are looked at. */
const reach = 250

/** The most courtesies that stand one after the other. */
const most = 6

/** A line without what is said to its reader before the news, and that: `Hi Bob, hope you are well!`. */
export function partOpening(line: string): { readonly text: string; readonly courtesies: readonly string[] } {
  const courtesies: string[] = []
  let text = line.trim()
  while (courtesies.length < most && text !== '') {
    const sign = pictures.exec(text)?.[0] ?? ''
    const start = text.slice(sign.length, reach)
    const found = openings
      .map(([, form]) => form.exec(start)?.[0])
      .find((one) => one !== undefined && one !== '')
    if (found === undefined || (found.length === reach && text.length > reach)) break
    const rest = text.slice(sign.length + found.length).trimStart()
    if (isOfTitle(found, rest)) break
    courtesies.push(`${sign}${found}`.trim())
    text = rest
  }
  return courtesies.length === 0 ? { text: line, courtesies } : { text, courtesies }
}

/** `Hello, my name is …: UN Women …` and `Good news from Niger: …`: the first words of a title, or the only ones that name the place. */
function isOfTitle(found: string, rest: string): boolean {
  const opens = /^(?:hello|hi|hey|yes|sure|ok|okay|of course|indeed|certainly),$/i.test(found.trim())
  const isTitle = opens && /^\p{Ll}[^.:!?\n]{1,60}: \S/u.test(rest)
  if (isTitle && !openings.some(([, form]) => form.test(rest.slice(0, reach)))) return true
  const [, from] = / [Nn]ews from (\p{Lu}\p{Ll}{2,30}(?: \p{Lu}\p{Ll}{1,30}){0,2}) ?:/u.exec(found) ?? []
  return from !== undefined && !rest.includes(from)
}

/** Whether a sentence is said to the reader and ends a message: `Let me know if you need more.` */
export function isEnding(sentence: string): boolean {
  return (
    sentence.length <= reach &&
    !reported.test(sentence) &&
    endings.some(([, form]) => form.test(sentence.trim()))
  )
}

/** `PS: we may send a second item tomorrow.`, which tells no day and speaks to its reader. */
export function isPostscript(line: string): boolean {
  const text = line.trim()
  const speaks = /(?<!\p{L})(?:i|we|you|your|our|my|me|us|photos?|link|item|newsletter)(?!\p{L})/iu.test(text)
  return (
    text.length <= reach &&
    /^(?:P\.? ?S|N\.? ?B)\.?(?: ?[:–—-]|(?<=\.)) ?\S/.test(text) &&
    speaks &&
    !/\p{Nd}/u.test(text)
  )
}

/** What somebody is told to have said, which is news: `Let us know peace, said the Minister.` */
const reported =
  /,["”’]? (?:\p{L}{1,20} ){0,4}(?:said|stressed|noted|added|stated|declared|urged)(?!\p{L})|(?<!\p{L})(?:was|were|is) the (?:message|motto|call|words?|theme)(?!\p{L})/iu
