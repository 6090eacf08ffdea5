import { findDates } from '../../../core/time/findDates.ts'

/** What a mail closes with, before a name: more of the text may follow it. */
const courtesy =
  /^(?:(?:best|kind|warm|many) (?:regards|wishes|thanks)|regards|yours (?:sincerely|faithfully)|sincerely|(?:bien )?cordialement|bien à vous|saludos(?: cordiales)?|atentamente|un cordial saludo|mit (?:freundlichen|besten) grüßen|(?:viele|beste) grüße|с уважением|مع (?:خالص )?التحية|此致|(?:(?:all the |all )?best|(?:many )?thanks(?: a lot| in advance| again|,? all|,? everyone|,? colleagues)?|thank you(?:,? all)?|cheers|thx|merci|gracias|b?rgds|rgrds|b\.?r\.?|k\.?r\.?)[,!.]?$)/i

/** What stands below the name, added by a program or an office: nothing after it is text. */
const footer =
  /^(?:sent from my |get outlook for |envoyé de(?:puis)? mon |enviado desde mi |отправлено с |-- ?$|_{5,}$|this (?:e-?mail|message)\b.{0,40}(?:confidential|intended|privileged)|confidentiality notice|#{3,}$|[-–—* ]{0,3}ends?[-–—* ]{0,3}$|notes? (?:to|for) (?:the )?editors?\b)/i

/** The standing text with which an office closes what it sends to the press: `About IOM`. */
const about =
  /^[*_# ]{0,4}(?:about (?:the |us\b|our )?|à propos (?:de |du |d['’])|acerca de (?:la |l[ao]s )?|sobre (?:la |el |a |o ))(?:[\p{Lu}][\p{L}\p{N}’'&(). -]{1,70})?[:*_ ]{0,4}$/iu

/** Whether a line, alone, heads the standing text about an organization. */
export function isAbout(line: string): boolean {
  return line.length <= 90 && about.test(line) && !/[.!?]$/.test(line)
}

/** Whom to ask, which may stand below each of several items. */
const contact =
  /^(?:(?:media|press) contacts?\b|contacts?(?: person| persons)? ?:|(?:for (?:more|further|additional) (?:information|details)|for (?:media|press) (?:inquiries|enquiries|queries))[, ]{0,2}(?:please )?(?:contact|write to|e-?mail)\b|for (?:media|press) (?:inquiries|enquiries|queries|information) ?:)/i

/** The mail that was answered, below the answer. */
const answered =
  /^(?:(?:from|de|от) ?: ?\S|-{3,} ?(?:forwarded|original|message|mensaje)|begin forwarded message|.{0,200}(?:wrote|a écrit|escribió|schrieb|написала?) ?:$)/i

/** Whether a line is what a program or an office adds below a mail. */
export function isFooter(line: string): boolean {
  const start = line.slice(0, 60)
  return footer.test(start) || contact.test(start)
}

/** Whether a line begins as what a mail closes with. */
export function isClosing(start: string): boolean {
  return courtesy.test(start) || footer.test(start) || contact.test(start)
}

/**
 * Of each line, whether the text goes on after it although it closes a mail: with a sentence that says its day, before
 * a footer or the mail that was answered. `ofAny` is asked of every line, whether it closes one or not.
 */
export function goesOnBehind(lines: readonly string[], ofAny = false): readonly boolean[] {
  const goesOn: boolean[] = []
  let more = false
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]?.trim() ?? ''
    const isContact = contact.test(line.slice(0, 60))
    goesOn[at] = more && (ofAny || isContact || courtesy.test(line.slice(0, 60)))
    if (isContact) continue
    if (footer.test(line.slice(0, 60)) || answered.test(line.slice(0, 250))) more = false
    else more ||= isDatedSentence(line)
  }
  return goesOn
}

/** Any year will do where only the form of a date is looked at. */
const someYear = { from: '2024-01-01', to: '2024-12-31' }

/** `On 6 May UNODC trained police in Lagos.`, and neither a place with its day nor a word to the reader. */
function isDatedSentence(line: string): boolean {
  if (/^(?:please|nb\b|note\b|i\b|my\b)/i.test(line)) return false
  const start = line.slice(0, 600)
  const isLong = /[\p{Script=Han}]{8}/u.test(start) || (start.length >= 25 && start.split(' ').length > 4)
  // An office’s address has its names and numbers, and no words of a sentence.
  if (/\p{Ll}/u.test(start) && (start.match(/(?<![\p{L}\p{N}.-])\p{Ll}{2,}/gu) ?? []).length < 2) return false
  return isLong && findDates(start, { period: someYear, most: 1 }).length > 0
}
