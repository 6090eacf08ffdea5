import { anyOf } from '../pasted/courtesy/words.ts'

const whoever = '\\p{L}[\\p{L} -]{0,30}'
/** Who says so: `UNODC has …`, `there is …`. */
const opening = `(?:(?:we|${whoever}) (?:have|has|had) |there (?:is|was|are) |sorry,? ?)`
const thing = anyOf('news, updates?, inputs?, activit(?:y|ies), items?, contributions?')
const none = `(?:nothing|no (?:new |further )?${thing}|nil(?: report| return)?|n\\/a|rien|nada)`
const further = anyOf('new, special, à signaler, que (?:informar|señalar)')
const deed = anyOf('report, add, share, contribute, submit')
const span = anyOf('now, this issue, this period, the newsletter, the next issue')
/** From whom, and for how long. */
const closing = `(?:from (?:us|our side|${whoever})|this time|this month|for ${span}|at this (?:time|stage)|on our side)`

const nothing = new RegExp(`^${opening}?${none}(?: ${further})?(?: to ${deed})?(?: ${closing})?[.!]?$`, 'iu')

/** Whether a text says only that there is nothing to report. */
export function saysNothing(text: string): boolean {
  const words = text.trim()
  return words.length <= 120 && nothing.test(words)
}
