/** What stands in quotes is not the author's own; with the signs, so that a text splits into what is and what is not. */
export const quoted = /([“"«][^“”"«»]*[”"»])/u

/** The first word by which an author speaks of themselves: `We`, `our`; not in a title such as Our Common Agenda, and not the numeral of Part I. */
export function firstPerson(text: string): string | undefined {
  const own = text
    .split(quoted)
    .filter((_, at) => at % 2 === 0)
    .join(' ')
  return /(?<![\p{L}\p{N}'’-])(?:[Ww]e|[Oo]urs?(?! \p{Lu})|us|[Mm]y|(?<!\b(?:Annex|Article|Book|Category|Chapter|Cluster|Level|Module|Part|Phase|Pillar|Round|Stage|Tier|Title|Track|Volume|War) )I)(?![\p{L}\p{N}'’.-])/u.exec(
    own,
  )?.[0]
}

/** Where and when something was, before who did it: `Today`, `Last week`, `On 3 March in Accra,`, `Together with UNODC,`. */
const before =
  /^(?:(?:today|yesterday|tomorrow|recently|(?:last|this|next) \p{L}+),? |(?:on|in|at|during|after|before|from|with|together|jointly|along|alongside|as part of) [^“"«:;.]{1,80}, )?(?:we,? |our )/iu
const says =
  /\b(?:sa(?:y|id|ying)|stress|not(?:ed|ing)|words?|speech|stat(?:ed|ement)|remarks?|message|warn|urg|call(?:ed|s) (?:for|on)|emphasi|underlin|underscor|highlight|told|reiterat)/i

/** Whether somebody else is told to have said the word: `UNODC ED Waly said we must act`. */
export function isQuoting(text: string, word: string): boolean {
  const at = text.indexOf(word)
  return at > 0 && says.test(text.slice(0, at))
}

/** Whether an item begins with what “we” did, whoever else is named: `We held a workshop with UNODC`. */
export function weOpen(text: string): boolean {
  const opening = before.exec(text)?.[0]
  if (opening === undefined || says.test(opening)) return false
  return !/our $/i.test(opening) || !/^\p{Lu}/u.test(text.slice(opening.length))
}
