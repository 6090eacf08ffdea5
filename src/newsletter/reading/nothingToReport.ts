const nothing =
  /^(?:(?:we|\p{L}[\p{L} -]{0,30}) (?:have|has|had) |there (?:is|was|are) |sorry,? ?)?(?:nothing|no (?:new |further )?(?:news|updates?|inputs?|activit(?:y|ies)|items?|contributions?)|nil(?: report| return)?|n\/a|rien|nada)(?: (?:new|special|à signaler|que (?:informar|señalar)))?(?: to (?:report|add|share|contribute|submit))?(?: (?:from (?:us|our side|\p{L}[\p{L} -]{0,30})|this time|this month|for (?:now|this issue|this period|the newsletter|the next issue)|at this (?:time|stage)|on our side))?[.!]?$/iu

/** Whether a text says only that there is nothing to report. */
export function saysNothing(text: string): boolean {
  const words = text.trim()
  return words.length <= 120 && nothing.test(words)
}
