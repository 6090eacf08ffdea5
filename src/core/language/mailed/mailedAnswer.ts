import { isMomentForm } from '../../time/beginsWithDate.ts'
import { waitingMeeting, whicheverWaits } from '../trailing/answers.ts'

/** What a mail says to an invitation. */
export interface MailedAnswer {
  /** Its number or title, or the one that waits. */
  readonly meeting: string
  readonly answer: 'yes' | 'no' | 'maybe'
  /** What else it says, a reason for instance. */
  readonly note?: string
}

/** A longer mail tells more than an answer does. */
const longestMail = 6_000
const longestBody = 500
const longestNote = 200

const greeting =
  /^(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|madam|sir)\b[^\n,:.!]{0,60}[,:.!\n]\s*/i

/** Where a mail ends that lies below, and where the words before a name are all that is left of one. */
const quoted =
  /(?:^|\n)[ \t]{0,8}(?:>|-{2,} ?(?:original|forwarded)|_{5,}|(?:from|de|von) ?:|on [^\n]{5,100} wrote:|le [^\n]{5,100} a écrit)/i
const closing =
  /(?:^|[\n.!,;]) ?(?:(?:with )?(?:(?:best|kind|kindest|warm|warmest|my best) )?regards|best wishes|(?:yours )?(?:sincerely|faithfully|truly)|yours,|cordially|respectfully|all the best|cheers|many thanks[,.!]?(?= ?(?:\n|$))|thanks[,.!]?(?= ?(?:\n|$))|best,|br,|sent from my |get outlook for )/i

/** What is done at a meeting; other words behind it make it something else: `join two lines`. */
const acts = `(?:attend|participate|join|take part|be there|be present|be attending|be participating|be joining|come)(?=[.,;!]|$| (?:in|at|the|this|it|your|our|you|on|by|via|remotely|online|virtually|as|with|and|but|because|since|due|M\\d+)\\b)`

const accepts: readonly RegExp[] = [
  /\bconfirm(?:ing)? (?:my|our|his|her|the) (?:participation|attendance|presence|availability)\b/i,
  /\baccept(?:ing)? (?:the|your|this) (?:kind )?invitation\b/i,
  /\b(?:pleased|happy|glad|delighted|honou?red) to (?:attend|participate|join|accept|take part|confirm)\b/i,
  new RegExp(
    `\\b(?:i|we)(?:['’]ll| will| shall| can) (?:gladly |certainly |definitely |also |be (?:able|happy|pleased|glad) to )?${acts}`,
    'i',
  ),
  /\bcount me in\b/i,
]

const declines: readonly RegExp[] = [
  new RegExp(`\\b(?:unable|not able|not in a position) to (?:${acts}|make it\\b|accept\\b)`, 'i'),
  new RegExp(
    `\\b(?:cannot|can not|can['’]t|will not|won['’]t|shall not)(?: unfortunately)?(?: be able to)? (?:${acts}|make it\\b|accept\\b)`,
    'i',
  ),
  /\b(?:decline|declining) (?:the|your|this) (?:kind )?invitation\b/i,
  /\b(?:have|need|must) (?:to )?decline\b/i,
  /\b(?:send|extend|convey) (?:my|our) (?:regrets|apologies)\b/i,
]

const wavers =
  /\b(?:tentatively|not (?:yet )?sure (?:if|whether) (?:i|we)|(?:i|we) (?:might|may) (?:be able to )?(?:attend|join|participate))\b/i

/** Words by which `I can attend` is no answer: `I hope that I can attend`, `if I can attend`. */
const doubts =
  /\b(?:(?:do not|don['’]t|not) (?:think|believe|know)|doubt|unlikely|hop(?:e|ing)|wish|if|whether|unless|provided|once|as soon as|not sure|see what)\b/i

/** A sentence that asks others, and one that only thanks. */
const asks = /^(?:please|kindly|could you|can you|would you)\b|\?$/i
const thanks = /^(?:many thanks|thank you|thanks)\b[^.!]{0,120}[.!]?$/i

/**
 * `Dear Secretariat, I confirm my participation … Best regards`, with the mail that it answers below or not: the answer to
 * an invitation. Undefined for any other text, for one that says both yes and no, and for one that says much more.
 */
export function mailedAnswer(text: string): MailedAnswer | undefined {
  if (text.length > longestMail) return undefined
  const { body, below, isMail } = partsOf(text)
  if (body === '' || body.length > longestBody || !isMail) return undefined
  const sentences = body.split(/(?<=[.!?])\s+|\n+/).filter((one) => one.trim() !== '')
  const texts = sentences.filter((one) => !asks.test(one.trim()))
  const { answer, sentence: decision } = decided(texts) ?? {}
  if (answer === undefined || decision === undefined || sentences.length > texts.length) return undefined
  const note = [reasonIn(decision), ...texts.filter((one) => one !== decision && !thanks.test(one.trim()))]
    .filter((one) => one !== '')
    .join(' ')
  if (note.length > longestNote) return undefined
  const meeting =
    numberIn(body) ?? titleIn(decision) ?? numberIn(below) ?? dayIn(decision) ?? waiting(decision)
  return { meeting, answer, ...(note !== '' && { note }) }
}

/** What sentences answer to an invitation, and the one that does; undefined where none does, or one yes and one no. */
export function decided(
  sentences: readonly string[],
): { readonly answer: MailedAnswer['answer']; readonly sentence: string } | undefined {
  const says = (signs: readonly RegExp[]) => sentences.find((one) => signs.some((sign) => sign.test(one)))
  const [maybe, no] = [says([wavers]), says(declines)]
  const yes = sentences.find(
    (one) => one !== no && one !== maybe && !doubts.test(one) && accepts.some((sign) => sign.test(one)),
  )
  if (no !== undefined) return yes === undefined ? { answer: 'no', sentence: no } : undefined
  if (yes !== undefined) return { answer: 'yes', sentence: yes }
  return maybe === undefined ? undefined : { answer: 'maybe', sentence: maybe }
}

/** What a mail says above the one that it answers, without the words of greeting that begin it. */
export function aboveQuotation(text: string): string {
  const cut = quoted.exec(text)
  return (cut ? text.slice(0, cut.index) : text).trim().replace(greeting, '').replace(greeting, '').trim()
}

function partsOf(text: string): { readonly body: string; readonly below: string; readonly isMail: boolean } {
  const cut = quoted.exec(text)
  const own = cut ? text.slice(0, cut.index) : text
  const end = closing.exec(own)
  const signed = end ? own.slice(0, end.index + 1).replace(/[\n,;]$/, '') : own
  const plain = signed.trim()
  const body = plain.replace(greeting, '').replace(greeting, '').trim()
  return {
    body,
    below: cut ? text.slice(cut.index) : '',
    isMail: body !== plain || cut !== null || end !== null,
  }
}

/** `M3`, where one meeting alone is numbered. */
function numberIn(text: string): string | undefined {
  const [number, ...others] = new Set(
    (text.match(/\bM\p{Nd}{1,6}\b/gu) ?? []).map((one) => one.toUpperCase()),
  )
  return others.length === 0 ? number : undefined
}

/** Words of any invitation, beside which the title or the group of one would stand. */
const ofAny =
  /^(?:the|this|your|our|said|above|mentioned|above-mentioned|upcoming|forthcoming|next|coming|kind|subject|online|virtual|working|group|meeting|session|call|event|it|in|on|at|of|to|for|\p{Nd}.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|january|february|march|april|may|june|july|august|september|october|november|december)$/iu

/** Other occasions than a meeting, of which an invitation to a meeting says nothing. */
const occasion =
  /\b(?:workshop|seminar|training|course|conference|webinar|briefing|retreat|mission|visit|exercise|forum|summit|launch|consultations?|panel|dinner|reception|round ?-?table|symposium|assembly|ceremony|exhibition|side event)s?\b/i

function waiting(sentence: string): string {
  return occasion.test(sentence.replace(reason, '')) ? whicheverWaits : waitingMeeting
}

/** The words by which the sentence names the meeting, without the day; undefined where it names none. */
function titleIn(sentence: string): string | undefined {
  const [, what = ''] =
    /\b(?:participation|attendance|presence|attend|participate|join|take part|invitation)(?: in| at| to| for)? (.{2,100}?)(?:[.,;!]|$| (?:and|but|as|because|since|due|owing|with|accompanied|on|at|this|next)\b)/i.exec(
      sentence.replace(reason, ''),
    ) ?? []
  const words = what.split(' ').filter((word) => word !== '')
  const own = words.filter((word) => !ofAny.test(word.replace(/[“”"']/g, '')))
  return own.some((word) => /\p{Lu}/u.test(word))
    ? words
        .join(' ')
        .replace(/^(?:the|your|our|this) /i, '')
        .replace(/[“”"]/g, '')
    : undefined
}

/** The day that the sentence names, by which the meeting is told where nothing else does. */
function dayIn(sentence: string): string | undefined {
  const [, day = ''] =
    /\bon (?:the )?((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\p{Nd}{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3,9}(?: \p{Nd}{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?! \p{Nd}))/iu.exec(
      sentence,
    ) ?? []
  return day !== '' && isMomentForm(day) ? day : undefined
}

const reason = /,? (?:as|because|because of|since|due to|owing to) (\S.{1,200}?)[.!]?$/i

function reasonIn(sentence: string): string {
  return reason.exec(sentence)?.[1] ?? ''
}
