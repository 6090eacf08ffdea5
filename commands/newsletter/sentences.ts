import { planSentences } from './plan/sentences.ts'

type PatternLine = readonly [pattern: string, line: string]

const letter = '(newsletter|issue|bulletin|draft)'
const theLetter = `(it|[the|our|this|whole] ${letter})`
const input =
  '(input|inputs|update|updates|contribution|contributions|text|texts|newsletter|newsletter item|items)'
const has = "(has not|have not|hasn't|haven't|did not|didn't)"
const sent =
  '(sent|send|submitted|submit|contributed|contribute|posted|post|reported|report|replied|reply|given|give)'
const missing = `(${has} [yet|still] ${sent}|still owes us|owes us)`
const what = `[(anything|something|[an|a|any|their|its|his|her|the] ${input}|to the newsletter|for the newsletter|for this issue)]`

const open = '(open|start|begin)'
const anIssue = '(the|a|an|our) [next|new] (issue|newsletter|bulletin)'
const closing =
  '(closing|closes|close|until|till|with [a] deadline|deadline|due|by|and close it|and closing it) [on|by|of]'

/** The formats of an exported issue, as people call them. */
const formats = ['word', 'docx', 'html', 'markdown', 'json', 'eml', 'an e-mail', 'email', 'pdf', 'a file']

/** What the secretariat and the editor of the newsletter say in words of their own. */
export const editorsSentences: readonly PatternLine[] = [
  // Who is late.
  [
    `(who|which entities|which members|who of us) [still] ${missing} [yet] ${what} [yet|so far]`,
    'newsletter status',
  ],
  [
    '(who|whom) (do|must|should|can|shall) (i|we) [still] (have to|need to|must) (chase|nudge|remind|ping|ask|write to|run after) [for [the|their] …]',
    'newsletter status',
  ],
  [
    '(who|whom) (do|must|should|can|shall) (i|we) [still] (chase|nudge|remind|ping|run after) [for [the|their] …]',
    'newsletter status',
  ],
  [`(has|did) @ [already|ever] ${sent} ${what} [yet|so far|already]`, 'update list entity:@'],
  [
    `(send|write|give) @ a [gentle|friendly|short|quick|kind|last|final] (reminder|nudge|ping) [(about|for|on|of) [the|their|its|his|her|this] ${input}]`,
    'newsletter nudge @',
  ],
  [
    `(remind|chase|ping|nudge|ask) @ (about|for|to send|to submit) (their|its) ${input}`,
    'newsletter nudge @',
  ],
  [
    `(remind|chase|ping|nudge) (everyone|everybody|those|all|the entities|the focal points) (who|that|which) ${missing} [yet] ${what}`,
    'newsletter nudge silent:entities',
  ],
  [
    `(remind|chase|ping|nudge) [all] (everyone|everybody|those|the ones|the entities|the focal points) (who|that|which) are [still] (silent|late|missing|overdue)`,
    'newsletter nudge silent:entities',
  ],
  [
    '(remind|chase|ping|nudge) [all] the (silent|late|missing) (ones|entities|focal points)',
    'newsletter nudge silent:entities',
  ],
  // In which order.
  [
    `(move|put|place|bring|print) U# [up] (first|on top|at the top|to the top|to the front|up front) [of (its|the|that) section]`,
    'newsletter order "of #" items:#',
  ],
  // Where it stands.
  [
    `how (are we|is ${theLetter}|do we|does ${theLetter}) (doing|coming along|coming on|going|looking|look|stand|getting on|moving|progressing) [(with|on|for) [the|this|our] ${letter}]`,
    'newsletter status',
  ],
  [`(where|how far) (are we|is ${theLetter}) [with [the|this|our] ${letter}]`, 'newsletter status'],
  [`[what is|what's] [the] (state|status|progress) of (the|this|our) ${letter}`, 'newsletter status'],
  [
    `how (many days|much time|long) (are|is|do we have) [left] [(until|till|before) the deadline|to go]`,
    'newsletter status',
  ],
  [`when (do|does) (we|it|the call|submissions|the collection) close`, 'newsletter status'],
  ['when (do|will|should) we (publish|print|go to print|send it out|send it)', 'newsletter status'],
  // Its opening.
  [`${open} ${anIssue}`, 'newsletter open'],
  [`${open} (the|an|our) annual ${letter}`, 'newsletter open kind:annual'],
  [`${open} ${anIssue} (for|of) …`, 'newsletter open "…"'],
  [`${open} ${anIssue} (for|of) … ${closing} …`, 'newsletter open "…" closes:"…"'],
  [`${open} (the|a|an|our) “…” ${letter}`, 'newsletter open "…"'],
  [`${open} (the|a|an|our) “…” ${letter} ${closing} …`, 'newsletter open "…" closes:"…"'],
  // What is wrong in print.
  ['correct [the|our] [published|printed|last] (newsletter:|issue:|bulletin:) …', 'newsletter correct "…"'],
  // Its closing day.
  [
    `(set|move|change|push|shift|postpone|put back) the (deadline|closing day|closing date) [(for ${theLetter}|of ${theLetter})] [back] (to|until|till) …`,
    'newsletter extend …',
  ],
  [
    `(push|move|shift|put) the (deadline|closing day|closing date) [back|out|by] by …`,
    'newsletter extend "+…"',
  ],
  ['give (everyone|everybody|them|all|entities|people|us) (until|till) …', 'newsletter extend …'],
  [
    `(close|end|stop) [the] (collection|collecting|call|submissions|call for updates|call for inputs) [now|today]`,
    'newsletter close',
  ],
  // How it looks.
  [
    `(is ${theLetter}|are we) (ready|done|finished|complete) [(to|for) (print|be printed|publish|be published|go|go out)]`,
    'newsletter draft',
  ],
  [`[send|send me|show me|give me|i want] a proof [of ${theLetter}]`, 'newsletter draft'],
  [
    `[let me|let us|i want to|can i|can we|could i] (see|look at|check) [how] ${theLetter} (looks|looks like|will look|reads)`,
    'newsletter draft',
  ],
  [
    `(see|check|show [me]) (how it looks|what it looks like|what we have|where we are) [so far|now]`,
    'newsletter draft',
  ],
  [`how (does|will|would) ${theLetter} look [like] [so far|now|in print]`, 'newsletter draft'],
  [`what (does|will|would) ${theLetter} look like [so far|now|in print]`, 'newsletter draft'],
  ...formats.flatMap((format) =>
    [
      `(print|send|send me|get|give me|download|export|save|i need|i want) ${theLetter} (as|in) [a|an] ${format} [file|document|format]`,
      `[print|send|send me|get|give me|download|export|save] [the|a|an] ${format} [(version|file|document|export|format)] [of [the|our|this] ${letter}]`,
    ]
      .slice(0, ['a file', 'email', 'an e-mail', 'json'].includes(format) ? 1 : 2)
      .map((said) => [said, `newsletter export format:"${format}"`] as const),
  ),
  [
    `(check|fix|correct|mend|tidy|clean up) [all|all of] [the] (dates|spelling|spellings|style|acronyms|typos|formatting) [everywhere|in the ${letter}|of the ${letter}]`,
    'newsletter mend',
  ],
  [
    `is everything (spelled|spelt|written|formatted|dated) (right|correctly|well|properly)`,
    'newsletter mend',
  ],
  [
    `(show|what about|go through|review) [me] [the] (waiting|open|pending|undecided|new) [updates|items|ones]`,
    'newsletter triage',
  ],
  [
    '(what|which issue) did we [last] (publish|print|send out) [last|last time|most recently]',
    'newsletter read',
  ],
  // Its readers.
  [
    `who (gets|receives|reads|gets sent|is getting|subscribes to|is subscribed to|subscribed to) ${theLetter}`,
    'newsletter subscribers list',
  ],
  [
    '[show|list|print] [me] [the|our] (mailing list|subscribers|distribution list|list of (subscribers|readers|recipients)|recipients)',
    'newsletter subscribers list',
  ],
  [
    '(add|put|include|subscribe) ✉ (to|on|onto) [the|our] (mailing list|list|subscribers|newsletter|distribution list|distribution|mailing|list of subscribers|recipients)',
    'newsletter subscribers add ✉',
  ],
  [
    '(remove|take|strike|delete|unsubscribe|drop) ✉ (from|off) [the|our] (mailing list|list|subscribers|newsletter|distribution list|distribution|mailing|list of subscribers|recipients)',
    'newsletter subscribers remove ✉',
  ],
  ['(subscribe|sign up) ✉', 'newsletter subscribers add ✉'],
  ['unsubscribe ✉', 'newsletter subscribers remove ✉'],
  ...planSentences,
]

/** What is told as well. */
export const editorsTold: readonly PatternLine[] = [
  [
    'the [new] (deadline|closing day|closing date) [(for|of) the (newsletter|issue)] is [now|moved to] …',
    'newsletter extend …',
  ],
  [
    '[the|our] deadline (moved|has moved|was moved|moves|is moved|has been moved) to …',
    'newsletter extend …',
  ],
  ['new (deadline|deadline:) …', 'newsletter extend …'],
  ['(our|the) newsletter is [now] (called|named) …', 'newsletter plan name …'],
  ['(name|rename|title) (our|the) newsletter …', 'newsletter plan name …'],
  ['the name of (our|the) newsletter is [now] …', 'newsletter plan name …'],
  [
    `(add|put|write) [a|the] (line|line:|sentence|sentence:|note|note:|closing line|words) (at|to) the end [of ${letter}|of the ${letter}]: …`,
    'newsletter plan closing …',
  ],
  ['(add|put|write) [a|the] (line|sentence|note|words) at the (end:|bottom:) …', 'newsletter plan closing …'],
]
