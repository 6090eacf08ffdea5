import type { Option } from '../../option.ts'
import { wholeChoice } from '../choice/choices.ts'
import { aboveQuotation, decided, type MailedAnswer } from './mailedAnswer.ts'

export interface PlainReply {
  /** The first line that its sender wrote; empty where they wrote none above the quotation. */
  readonly line: string
  /** Whether more stands between it and the quotation than a signature. */
  readonly hasMore: boolean
  /** Undefined where the line is not plainly an answer. */
  readonly says: Pick<MailedAnswer, 'answer' | 'note'> | undefined
}

type Answers = Pick<Option, 'choices' | 'also'>

const longestLine = 200

/** Words of courtesy around an answer: `Sorry, no`, `Yes please, with pleasure!` */
const courtesies =
  'many thanks|thanks(?: a lot| again)?|thank you(?: very much| so much)?|thx|merci(?: beaucoup)?|gracias|danke|please|sorry|apologies|unfortunately|of course|absolutely|definitely|certainly|sure|with pleasure|gladly|désolée?|malheureusement|hélas|bien sûr|avec plaisir|lo siento|con gusto|best|regards|(?:best|kind) regards'
const before = new RegExp(`^(?:${courtesies})[ ,.!;:–—-]{1,3}(?=\\S)`, 'iu')
const behind = new RegExp(`(?:[,.!;:–—-] ?| )(?:${courtesies})[.! ]{0,3}$`, 'iu')

/** Words that make of a yes or a no something else. */
const conditions =
  /\?|\b(?:if|unless|provided|depending|depends|either|or|whether|instead|in (?:my|our) place|on (?:my|our) behalf|representing|sous réserve|à condition)\b/iu

/**
 * Reads what a reply by mail says to the invitation that it answers. `answers` has the words for each answer; `meeting` is
 * the number of the one invited to, `M3`, which may stand beside them.
 */
export function readPlainReply(text: string, answers: Answers, meeting?: string): PlainReply {
  const lines = aboveQuotation(text.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
  const [line = ''] = lines
  const hasMore = lines.length > 1 && !isSignature(lines.slice(1))
  return { line, hasMore, says: answerOf(withoutMeeting(line, meeting), answers) }
}

/** `/meeting rsvp M3 no`, as the letter has it for the chat, and `no to M3` are `no`. */
function withoutMeeting(line: string, meeting: string | undefined): string {
  if (meeting === undefined) return line
  return line
    .replace(new RegExp(`^/?meeting rsvp ${meeting} `, 'i'), '')
    .replace(new RegExp(` (?:to |for )?${meeting}(?=[.,;!]|$)`, 'i'), '')
}

/** What a telephone or a mail program writes below a letter by itself. */
const byMachine =
  /^(?:sent (?:from|via|with) |get outlook for |envoyé (?:de|depuis|à partir) |télécharger outlook |enviado (?:desde|de) |von mein\p{L}{1,3} .{1,40} gesendet|gesendet von |отправлено (?:с|из) |أُ?رسلت? من |发自我的)/iu
const closes =
  /^(?:--|(?:with )?(?:(?:best|kind|kindest|warm) )?regards|best|cheers|thanks|thank you|many thanks|(?:bien )?cordialement|saludos|mit freundlichen grüßen)[,.!]?$/iu

/** What a name and an office do not say. In small letters: `Will May` is a name. */
const tells =
  /(?<!\p{L})(?:I|we|he|she|they|my|our|will|can|may|am|is|are|come|comes|coming|join|joins|joining|bring|instead|late|too|also|only|please|sorry|but|not)(?![\p{L}-])/u

/** More lines, or longer ones, are no signature. */
const mostSigned = { lines: 5, words: 8 }

/** Whether the lines below an answer only sign it: a closing with a name and an office, or what a telephone adds. */
function isSignature(lines: readonly string[]): boolean {
  const own = lines.filter((line) => !byMachine.test(line))
  const [first = '', ...signed] = own
  if (own.length === 0) return true
  if (!closes.test(first) || signed.length > mostSigned.lines) return false
  return signed.every(
    (line) =>
      !/[.!?;:]$|^p\.? ?s\.?(?!\p{L})/iu.test(line) &&
      !tells.test(line) &&
      line.split(' ').length <= mostSigned.words,
  )
}

function answerOf(line: string, answers: Answers): PlainReply['says'] {
  if (line === '' || line.length > longestLine || conditions.test(line)) return undefined
  const bare = withoutCourtesies(line)
  const whole = answerNamed(bare, answers) ?? answerNamed(line, answers)
  if (whole) return { answer: whole }
  const [, head = '', note = ''] = /^([^,.;:!–—-]{1,40}) ?[,.;:!–—-]{1,3} ?(\S.*)$/u.exec(bare) ?? []
  const clauses = note.split(/[,.;:!–—] /u)
  const begins = answerNamed(head, answers) ?? answerNamed(bare.split(' ')[0] ?? '', answers)
  const others = [
    decided([bare])?.answer,
    ...clauses.map((one) =>
      answerNamed(one.replace(/^(?:and|but|i am|we are|i['’]m|we['’]re) /i, ''), answers),
    ),
  ].filter((one) => one !== undefined)
  const answer = answerNamed(head, answers) ?? decided([bare])?.answer
  const isSure = answer !== undefined && [begins, ...others].every((one) => (one ?? answer) === answer)
  return isSure ? { answer, note: answerNamed(head, answers) ? note : line } : undefined
}

function withoutCourtesies(line: string): string {
  let text = line
  for (let times = 0; times < 3; times++) text = text.replace(before, '').replace(behind, '').trim()
  return text
}

function answerNamed(text: string, answers: Answers): MailedAnswer['answer'] | undefined {
  const choice = wholeChoice(text, answers)
  return choice === 'yes' || choice === 'no' || choice === 'maybe' ? choice : undefined
}
