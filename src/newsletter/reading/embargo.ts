/** A text, and until when its author asks that it be kept back, in their words; null where they ask nothing. */
export interface Embargoed {
  readonly text: string
  readonly until: string | null
}

/**
 * An embargo on arms stands in a sentence; one of an author opens a line, also in bold, or stands after a sign or a
 * date.
 */
const lead = String.raw`(?:^[*_]{0,3}|[,;.([–—-] ?|(?<=[)\]]) | (?=under |embargoed (?:until|till) ))`

const requests = [
  String.raw`(?:strictly )?(?:under (?:an? |strict )?)?embargo(?:ed)?(?: date)?(?: ?(?:until|till|:|–)| (?=\d))`,
  'not (?:for (?:release|publication)|to be (?:published|released|printed)) before',
  '(?:please )?do not (?:publish|print|release|share|circulate)(?: (?:it|this))? (?:before|until)',
  "(?:sous )?embargo jusqu['’]au",
  '(?:bajo )?(?:embargo|embargad[oa]) hasta(?: el)?',
  '(?:под )?эмбарго до',
]

/** The words of a day, with an hour where one stands: `00:01 GMT, 1 December`. */
const day = String.raw`((?:[^.;:()[\]*_\n]|[.:](?=\d)|\.(?= \d{4}\b)|(?<=\b[ap])\.(?=m)|(?<=\b[ap]\.m)\.){3,60}?)`
const end = String.raw`[*_]{0,3} ?(?:[)\]]|:[*_]{0,3}|;|$|(?<!\b[ap]\.m)(?=\.(?:\s(?!\d{4}\b)|$))|(?=\s?\())`

const asked = new RegExp(`${lead}(?:${requests.join('|')}) ?${day}${end}`, 'im')

/** What names a day: a number, or a word such as `Tuesday`. */
const named = /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b/i

/** Takes words such as `, embargo until 1 Dec` and `EMBARGOED UNTIL 1 December:` out of a text. */
export function splitEmbargo(typed: string): Embargoed {
  const found = asked.exec(typed)
  const until = found?.[1]?.trim()
  if (!found || until === undefined || !named.test(until)) return { text: typed, until: null }
  const [head, rest] = [typed.slice(0, found.index), typed.slice(found.index + found[0].length)]
  const [before, after] = [head.trimEnd(), rest.trimStart()]
  const ownLine = /\n *$/.test(head) && /^ *(?:\r?\n|$)/.test(rest)
  if (before === '') return { text: after.replace(/^[.,;]\s*/, '').trimEnd(), until }
  const joined = /^[.,;]/.test(after) ? `${before}${after}` : `${before}${ownLine ? '\n' : ' '}${after}`
  return { text: joined.trim(), until }
}

/** Words that ask to keep something back; an embargo on arms is none, nor what stands in quotes. */
const wanted =
  /\b(?:embargoed|(?:strict(?:ly)?|under(?: an?)?(?: strict)?) embargo)\b(?=\s*(?:[^\p{L}\s]|$|until\b|till\b|for\b|by\b|please\b|press\b|release\b|copy\b))|^[*_]{0,3}embargo ?[:–-]|\bdo not (?:publish|print|release|circulate)(?: (?:it|this))? (?:before|until)\b|\bnot for (?:release|publication)\b/imu

/** The words by which a text asks to be kept back; undefined where it asks nothing. */
export function embargoWords(text: string): string | undefined {
  return wanted.exec(text.replace(/[“"«][^“”"«»]*[”"»]/gu, ' '))?.[0].replace(/^[*_]+/, '')
}
