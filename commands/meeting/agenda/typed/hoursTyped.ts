/** The hours with which a program lists an item, and the item without them. */
export interface HoursTyped {
  readonly text: string
  /** As they were typed: `15:10 – 15:40`; undefined where there are none. */
  readonly hours: string | undefined
  /** In minutes after midnight. */
  readonly from: number | undefined
  readonly until: number | undefined
}

/** `15:10`, `3:10 pm`, `3pm`. */
const hour = String.raw`(\d{1,2})(?:(?::|h)([0-5]\d)(?: ?([ap])\.?m\.?)?|(?: ?([ap])\.?m\.?(?!\p{L})))`
const dash = '(?: ?(?:-|–|—|to|until|till) ?)'
const range = `${hour}${dash}${hour}`
const before = new RegExp(
  `^[([]?(?:${range}|${hour})[)\\]]?(?: ?(?:[:|–—-]|hrs?\\b|h\\b)){0,2}\\s+(?=\\S)`,
  'iu',
)
const behind = new RegExp(`[\\s,–—-]{1,3}[([]?${range}[)\\]]?$`, 'iu')

/** From the first number to the last one, or to what says which half of the day it is. */
const hoursAlone = /\d(?:.{0,40}\d)?(?: ?[ap]\.?m\.?)?/iu

/** Takes the hours off an item: `15:10 – 15:40 Update on drones`, `16:00 Closing`, `Update on drones (15:10-15:40)`. */
export function partHours(typed: string): HoursTyped {
  const text = typed.trim()
  const start = before.exec(text.slice(0, 60))
  const end = start ? undefined : behind.exec(text.slice(-40))
  const found = start ?? end
  if (!found) return { text, hours: undefined, from: undefined, until: undefined }
  const [, h1, m1, a1, b1, h2, m2, a2, b2, h3, m3, a3, b3] = found
  const late = a2 ?? b2
  return {
    text: start ? text.slice(start[0].length) : text.slice(0, -(end?.[0].length ?? 0)),
    hours: hoursAlone.exec(found[0])?.[0],
    from: minutesOf(h1 ?? h3, m1 ?? m3, a1 ?? b1 ?? a3 ?? b3 ?? late),
    until: minutesOf(h2, m2, late),
  }
}

function minutesOf(hours: string | undefined, minutes: string | undefined, half: string | undefined) {
  if (hours === undefined) return undefined
  const whole = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0)
  return whole * 60 + Number(minutes ?? 0)
}

/** The longest that an item lasts of which only the beginning and that of the next one are told. */
const longest = 240

/** How many minutes each item takes, by its own hours or until the next one begins; undefined where neither says. */
export function lengthsOf(items: readonly HoursTyped[]): readonly (number | undefined)[] {
  return items.map(({ from, until }, at) => {
    const end = until ?? items[at + 1]?.from
    const minutes = from === undefined || end === undefined ? 0 : end - from
    // `11:30 – 1:00` goes on behind noon.
    const length = minutes < 0 && minutes > -720 ? minutes + 720 : minutes
    return length > 0 && length <= longest ? length : undefined
  })
}
