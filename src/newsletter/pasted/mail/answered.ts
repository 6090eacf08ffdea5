/** How a mail program leads to the mail that was answered: `On Mon, 9 Nov 2026 at 10:12, … wrote:`. */
const answering =
  /^(?:on|le|el|am|em|в|пн|вт|ср|чт|пт|сб|вс|在)(?!\p{L}).{0,30}\d.{0,200}(?:wrote|a écrit|escribió|schrieb|escreveu|написала?|写道) ?[:：]/iu

/** The head of such a mail: a line that says from whom it is, and not from when, and one more below. */
const sender = /^(?:from|de|от) ?: ?(?!\d|\p{L}{3,9}day\b)\S/iu
const head = /^(?:sent|to|cc|date|subject|envoyé|à|objet|enviado|para|asunto|отправлено|кому|тема) ?: ?\S/i
const rule = /^(?:-{3,} ?(?:forwarded|original|message|mensaje)|begin forwarded message)/i

/** Whether a text begins with words that lead to the mail that was answered, whatever follows. */
export function isAnswering(text: string): boolean {
  return answering.test(text.slice(0, 280))
}

/**
 * The line at which the mail that was answered begins, below a text that says a number, such as its day; undefined
 * where none does. `headers` are the lines of the text's own head.
 */
export function answeredFrom(lines: readonly string[], headers: number): number | undefined {
  let says = false
  for (let at = headers; at < lines.length; at++) {
    if (says && begins(lines, at)) return at
    says ||= /\p{Nd}/u.test(lines[at] ?? '')
  }
  return undefined
}

function begins(lines: readonly string[], at: number): boolean {
  const [line = '', next = ''] = [lines[at]?.trim(), lines[at + 1]?.trim()]
  // The line may be broken before its end.
  if (isAnswering(line) || (isAnswering(`${line} ${next}`) && /^(?:on|le|el|am|в) /i.test(line))) return true
  if (rule.test(line)) return true
  return sender.test(line) && lines.slice(at + 1, at + 4).some((one) => head.test(one.trim()))
}
