import { apartFromChat } from '../../../../src/newsletter/pasted/chat/apart.ts'
import { partOpening } from '../../../../src/newsletter/pasted/courtesy/courtesies.ts'
import { isClosing } from '../../../../src/newsletter/pasted/mail/closings.ts'

const heading =
  /^[*_# ]{0,4}(?:(?:draft|provisional|proposed|annotated|tentative) )?(?:agenda|programme|program|ordre du jour|orden del d[ií]a)(?: (?:of|for|de|du|del) .{1,80})?[*_ ]{0,4}:?[*_]{0,4}$/iu

/** How many lines from the end a letter’s closing may stand. */
const closingReach = 4

/** The lines of a pasted agenda, and what stood around them: its heading, greetings, what a chat wrote. */
export function besideAgenda(typed: readonly string[]): {
  readonly lines: readonly string[]
  readonly beside: readonly string[]
} {
  if (typed.length < 2) return { lines: typed, beside: [] }
  const chat = apartFromChat(typed)
  const beside = chat.asides.map(({ text }) => text)
  const lines = chat.lines.filter((line) => line.trim() !== '')
  const kept: string[] = []
  const closing = lines.findIndex(
    (line, at) => at > 0 && at >= lines.length - closingReach && closes(line.trim().slice(0, 60)),
  )
  lines.forEach((line, at) => {
    const { text, courtesies } = kept.length === 0 ? partOpening(line) : { text: line, courtesies: [] }
    const opening = kept.length === 0 && (heading.test(text.trim()) || callsForItems.test(text.trim()))
    if (closing > 0 && at >= closing) beside.push(line.trim())
    else if (opening) beside.push(line.trim())
    else {
      if (courtesies.length > 0) beside.push(courtesies.join(' '))
      if (text.trim() !== '') kept.push(text)
    }
  })
  return kept.length === 0 ? { lines: typed, beside: [] } : { lines: kept, beside }
}

/** `Thanks, Marta` too: an item of an agenda is no word of thanks. */
function closes(line: string): boolean {
  return (
    isClosing(line) ||
    /^(?:(?:[Mm]any )?[Tt]hanks|[Tt]hank you|[Bb]est|[Cc]heers|[Mm]erci|[Gg]racias),? \p{Lu}\p{Ll}{1,20}$/u.test(
      line,
    )
  )
}

/** `please add:`, `our items for the agenda:` */
const callsForItems =
  /^(?:(?:please|pls|kindly|could you|can you) )?(?:add|put|include)(?: (?:this|these|the following|it|them|to|on|the|our|agenda|items?|points?)){0,8}:$|^(?:our |my |the )?(?:items?|points?)(?: for the agenda)?:$/iu
