const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** `second session`, `3rd regional workshop`: which of several it was, and not a date or `for the first time`. */
const ordinal =
  /(?<![\p{L}\p{N}])(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)) (?:[\p{L}-]{1,30} ){0,2}(?:batch|class|cohort|conference|consultation|course|dialogue|edition|forum|lecture|meeting|module|part|phase|round|seminar|session|stage|symposium|training|volume|webinar|workshop)(?!\p{L})/giu

/** Which sessions, rounds or editions a text tells of. */
export function ordinalsIn(text: string): ReadonlySet<number> {
  return new Set(
    [...text.matchAll(ordinal)].map(([, text = '']) => {
      const at = words.indexOf(text.toLowerCase())
      return at < 0 ? Number.parseInt(text, 10) : at + 1
    }),
  )
}

/** Whether two texts tell of different ones: the first session is not the second. */
export function otherOrdinals(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other)
}
