const header =
  /^(?:(?:from|to|cc|bcc|sent|subject|de|à|a|envoyé|objet|asunto|enviado(?: el)?|para|von|gesendet|an|kopie|betreff|от|отправлено|копия|кому|тема|发件人|收件人|主题|من|إلى|الموضوع) ?[:：] ?\S|-{3,} ?(?:forwarded|original|message|mensaje)|begin forwarded message)/i
/** A line of a mail's head only where another one says from whom it is: an item's own date may stand so too. */
const dateHeader = /^(?:date|fecha|дата) ?: ?\S/i
const sender = /^(?:from|de|von|от) ?: ?\S/i

/** How many lines at the beginning are the head of a mail; one alone may be a sentence. */
export function headersOf(lines: readonly string[]): number {
  const sent = lines.slice(0, 8).some((line) => sender.test(line.trim().slice(0, 40)))
  const isHeader = (start: string) => header.test(start) || (sent && dateHeader.test(start))
  const first = lines.findIndex((line) => line.trim() !== '' && !isHeader(line.trim().slice(0, 40)))
  const count = lines.slice(0, first < 0 ? 0 : first).filter((line) => line.trim() !== '').length
  const isSubject = count === 1 && subject.test(lines.find((line) => line.trim() !== '')?.trim() ?? '')
  return count > 1 || isSubject ? first : 0
}

/** The only line of a head that is no sentence by itself. */
const subject = /^(?:subject|objet|asunto|betreff|тема|主题) ?[:：] ?\S.{0,150}$/i
