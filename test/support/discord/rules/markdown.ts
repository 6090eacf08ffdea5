/** How Discord's client shows a text. */
export interface Shown {
  readonly text: string
  /** What rings, links by itself or is obeyed though we never write it so. */
  readonly pings: readonly string[]
}

/** What one form of markup comes to; `inner` is read again, `text` is literal. */
interface Read {
  readonly inner?: string
  readonly text?: string
  readonly ping?: boolean
}

type Rule = readonly [form: RegExp, read: (found: RegExpExecArray) => Read]

/** In the order in which the client tries them, at every place from left to right. */
const rules: readonly Rule[] = [
  [/\\([^A-Za-z0-9\s])/suy, ([, sign = '']) => ({ text: sign })],
  [/```(.+?)```/sy, ([, code = '']) => ({ text: code, ping: true })],
  [/(`+)(.+?)(?<!`)\1(?!`)/sy, ([, , code = '']) => ({ text: unpadded(code) })],
  [/\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/sy, ([, inner = '']) => ({ inner })],
  [/__((?:\\.|[^\\])+?)__(?!_)/sy, ([, inner = '']) => ({ inner, ping: true })],
  [/\*(?!\s)((?:\\.|\*\*|[^*\\])+?)\*(?!\*)/sy, ([, inner = '']) => ({ inner, ping: true })],
  [/_((?:\\.|__|[^_\\])+?)_(?![A-Za-z0-9_])/sy, ([, inner = '']) => ({ inner, ping: true })],
  [/~~(.+?)~~/sy, ([, inner = '']) => ({ inner, ping: true })],
  [/\|\|(.+?)\|\|/sy, ([, inner = '']) => ({ inner, ping: true })],
  // The zone stands beside every time that we tell.
  [/<t:-?\d+:[FDt]>(?= \()/y, () => ({ text: '' })],
  [/<t:-?\d+(?::\w)?>/y, () => ({ text: '', ping: true })],
  [/<(?:@[!&]?|#|id:|\/[^<>\n]+:|a?:\w+:)\w+>/y, () => ({ text: '', ping: true })],
  [/<(?:\+\d+|[^\s<>@]+@[^\s<>@]+)>/y, ([whole]) => ({ text: whole.slice(1, -1), ping: true })],
  [/<(https?:\/\/[^ <>]+)>/y, ([, url = '']) => ({ text: url })],
  [/<([^: >]+:\/[^ >]+)>/y, ([, url = '']) => ({ text: url, ping: true })],
  [/@(?:everyone|here)/y, ([whole]) => ({ text: whole, ping: true })],
  [/(?:https?|steam|discord):\/\/[^\s<]+/y, ([whole]) => ({ text: whole, ping: true })],
  [/discord(?:app)?\.(?:gg|com|new|gift)\/\w/y, ([whole]) => ({ text: whole, ping: true })],
  [/:(?!\d{1,2}:)[\w+-]+(?:::skin-tone-\d)?:/y, () => ({ text: '', ping: true })],
  [/\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*(<?)((?:\([^)]*\)|[^\s\\])*?)(>?)\s*\)/sy, readLink],
]

/** At the start of a line; we write the first two. */
const lineRules: readonly Rule[] = [
  [/### +(?!#)(.+?)#*$/my, ([, inner = '']) => ({ inner })],
  [/ *- +(.+)/y, ([, inner = '']) => ({ inner })],
  [/(?:#{1,2}|-#) +(.+?)#*$/my, ([, inner = '']) => ({ inner, ping: true })],
  [/ *(?:[*+]|\d+\.|>(?:>>)?) +(.+)/y, ([, inner = '']) => ({ inner, ping: true })],
]

/** A text in Discord's markdown as a reader sees it; `opens`: it may begin as a line does. */
export function readMarkdown(markdown: string, opens = true): Shown {
  const texts: string[] = []
  const pings: string[] = []
  for (let place = 0; place < markdown.length; ) {
    const starts = place === 0 ? opens : markdown[place - 1] === '\n'
    const taken = firstRule(starts ? [...lineRules, ...rules] : rules, markdown, place)
    if (taken === undefined) {
      texts.push(markdown[place] ?? '')
      place += 1
      continue
    }
    const [whole, { inner, text = '', ping }] = taken
    const shown = inner === undefined ? { text, pings: [] } : readMarkdown(inner, starts)
    texts.push(shown.text)
    pings.push(...(ping ? [whole] : []), ...shown.pings)
    place += whole.length
  }
  return { text: texts.join(''), pings }
}

function firstRule(
  tried: readonly Rule[],
  markdown: string,
  place: number,
): readonly [whole: string, read: Read] | undefined {
  for (const [form, read] of tried) {
    form.lastIndex = place
    const found = form.exec(markdown)
    if (found !== null) return [found[0], read(found)]
  }
  return undefined
}

/** We put the address of a masked link into angles, and nothing into its label that would be refused there. */
function readLink([whole, label = '', opening, url = '', closing]: RegExpExecArray): Read {
  const inLabel = readMarkdown(label)
  const ours = opening === '<' && closing === '>' && /^https?:/.test(url) && inLabel.pings.length === 0
  if (!ours || /\p{Extended_Pictographic}|\p{RI}/u.test(label)) return { text: whole, ping: true }
  // No backslash works in a label.
  return { text: `${label} ${url}` }
}

/** The client takes one space away beside a backtick. */
function unpadded(code: string): string {
  return code.replace(/^ (?= *`)/, '').replace(/(` *) $/, '$1')
}
