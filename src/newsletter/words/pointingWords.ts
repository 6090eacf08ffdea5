/** Words that are nothing without the link that they once were: `Read more`, `Download the report here`. */
const words = String.raw`(?:please )?(?:(?:click|tap) (?:here|(?:on )?the link(?: below| above)?)(?: (?:to|for) [^.()]{1,40})?|(?:read|learn|find out|see|discover|know|view) more(?: (?:here|about it|online|on (?:our|the) web ?site))?|continue reading|(?:read|download|access|watch|view|see|register|sign up|find|get|consult)(?: (?:it|them|this|(?:the|our|its) (?:full |whole |entire |new )?\p{L}{3,20}(?: \p{L}{3,15})?))? here|more (?:info|information|details) here|(?:the )?link (?:in (?:bio|(?:the )?(?:first )?comments?)|below|above)|lire la suite|en savoir plus|plus d['’]infos?|télécharger ici|leer más|más información|ver más|подробнее|читать далее|اقرأ المزيد)`
const ends = String.raw`[.!:…→➡»>👉👇⬇\ufe0f ]{0,6}`

const whole = new RegExp(`^${words}${ends}$`, 'iu')
/** At the end of a line, behind a sentence or alone, perhaps with a date after them. */
const atEnd = new RegExp(`(?<=^|[.!?)…:;–—-] )${words}${ends}(?= ?\\([^()]{1,60}\\)\\.?$|$)`, 'iu')
const reach = 160

/** Whether words only point to what they are linked with. */
export function isPointing(text: string): boolean {
  return text.length <= reach && whole.test(text.trim())
}

/** A line without such words at its end, and those; empty where none stand there. */
export function partPointing(line: string): readonly [text: string, pointer: string] {
  const text = line.trimEnd()
  const from = Math.max(0, text.length - reach)
  const found = atEnd.exec(text.slice(from))
  if (!found || (from > 0 && found.index === 0)) return [line, '']
  const before = text.slice(0, from + found.index)
  const after = text.slice(from + found.index + found[0].length)
  return [`${before.replace(/[\s:;–—-]{1,4}$/, '')}${after}`.trim(), found[0].trim()]
}
