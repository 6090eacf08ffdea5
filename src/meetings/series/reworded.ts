/** A rhythm in the other words that people have for it, as the words that are read: `monthly on the 3rd`, `every working day`. */
export function reworded(words: string): string {
  const workdays =
    /^(?:every |each )?(?:weekdays?|working days?|workdays?|business days?|mon(?:day)? ?(?:-|–|to) ?fri(?:day)?)$/
  if (workdays.test(words)) return 'every weekday'
  const nth = /^(?:quarterly|(?:every|each) quarter),? on (?:the )?(\w+ [a-z]+day)s?$/.exec(words)?.[1]
  if (nth !== undefined) return `${nth} of the quarter`
  if (/^(?:every|each) quarter[- ]end$/.test(words)) return 'last day of each quarter'
  const [, often = '', on = ''] =
    /^(monthly|every month|each month|weekly|every week|each week|fortnightly|biweekly|every (?:other|second|2|two) weeks?),? on (.{1,60})$/.exec(
      words,
    ) ?? []
  const day = on.replace(/^the /, '')
  if (/month/.test(often)) return `the ${day}${/^\d{1,2}$/.test(day) ? 'th' : ''} of each month`
  if (/^(?:weekly|every week|each week)$/.test(often)) return `every ${day}`
  if (often !== '') return `every other ${day}`
  return words
    .replace(/^each /, 'every ')
    .replace(/^every (two|three|four|six) /, (_, count) => `every ${counts[count]} `)
}

/** `four` and `4` as a number. */
export function countOf(word: string): number {
  return counts[word] ?? Number(word)
}

const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, six: 6 }
