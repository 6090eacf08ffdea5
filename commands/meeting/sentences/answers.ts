import { anyOf } from '../../../src/core/language/sentences/pattern.ts'

/** How people say yes to the invitation that waits for them. */
export const coming = anyOf(
  "(i'm|i am|we're|we are) (coming|attending|joining|available|free)",
  "(i will|i'll|we will|we'll|will) (come|attend|join|assist|participate|be there|be present|be attending|be joining)",
  '(i|we) can (make it|come|attend|join|participate|be there)',
  '(i|we) accept [the invitation]',
  'count (me|us) in',
  '(yes (with pleasure|of course|absolutely|certainly|gladly|definitely)|with pleasure|absolutely|of course|gladly)',
  '(i (assist|participate|attend|come|join)|we (participate|attend|come|join))',
  '[i|we] confirm (my|our) (participation|attendance|presence)',
)

const sorry = '[sorry|sorry,|unfortunately|regrettably]'
const come = '(come|attend|assist|participate|join|make it|be there)'
const we = "(i am|i'm|we are|we're)"

/** And no. */
export const notComing = anyOf(
  `${sorry} [i|we] (can't|cant|cannot|can not|won't) ${come}`,
  `${sorry} (i|we) will not ${come}`,
  '(i|we) (decline|have to decline|do not attend)',
  `${sorry} [${we}] not available`,
  `${sorry} [${we}] unable to ${come}`,
  `${we} unavailable`,
  `[${we}] not (coming|attending|joining)`,
  'count (me|us) out',
  '(regrets|regrets+)',
)

/** All of the meetings whose invitations wait; each is answered by itself, so that it is asked which one is first. */
const allOfThem = '((both|all) [of them|meetings]|all invitations|everything)'

/** `I'm coming`, `yes, I'm coming` and `no, I can't make it`: the answer and its word for it; `yes, I can't` is neither. */
export const answersInWords: readonly (readonly [string, string])[] = [
  [`[yes] ${coming} [after all]`, 'meeting rsvp yes'],
  [`[no] ${notComing} [after all]`, 'meeting rsvp no'],
  ['accept [the invitation] [to|for] M#', 'meeting rsvp # yes'],
  ['decline [the invitation] [to|for] M#', 'meeting rsvp # no'],
  [
    `${sorry} (i will|i'll|ill|we will|we'll|i have to|we have to|i must|we must|have to) (miss|skip) M#`,
    'meeting rsvp # no',
  ],
  [
    `${sorry} (i will|i'll|ill|we will|we'll|i have to|we have to|i must|we must|have to) (miss|skip) M# (because|since|as) …`,
    'meeting rsvp # no note:"because …"',
  ],
]

const answers = [
  ['yes', anyOf('yes', 'coming', coming)],
  ['no', anyOf('no', notComing, "[i|we] can't (make|do)", 'cannot (make|do)')],
  [
    'maybe',
    anyOf(
      'maybe',
      'tentative',
      "[i'm|i am] not sure [yet] [about|if i can make]",
      'i might (come|be able to make it)',
      'i may come',
    ),
  ],
] as const

/** `yes to M1`, `yes to the drones meeting`, `no to both`: an answer with the meeting that it is for. */
export const answersToMeetings: readonly (readonly [string, string])[] = answers.flatMap(
  ([answer, text]): readonly (readonly [string, string])[] => [
    [`${text} [to|at|for|in|on] M# [after all]`, `meeting rsvp # ${answer}`],
    // Each is asked about: an answer is to one.
    [`${text} [to|at|for|in] M# and M#`, `meeting rsvp # and # ${answer}`],
    [`${text} [to|at|for|in|on] M# …`, `meeting rsvp # ${answer} …`],
    [`M# ${text}`, `meeting rsvp # ${answer}`],
    [`M# ${text} …`, `meeting rsvp # ${answer} …`],
    [`${text} (to|for) ${allOfThem}`, `meeting rsvp ${answer}`],
    [`${text} to …`, `meeting rsvp … ${answer}`],
    [`${text} (to|in|at|for) the meeting of …`, `meeting rsvp … ${answer}`],
  ],
)

const putDown = '(put|mark|note|have) (me|us) [down] [as]'

/** `put me down as maybe for M1`, `mark us as coming`. */
export const putDownAs: readonly (readonly [string, string])[] = [
  ...(
    [
      ['yes', '([a] yes|coming|attending|present|going)'],
      ['maybe', '([a] maybe|tentative|possible|undecided)'],
      ['no', '([a] no|not coming|not attending|absent|away)'],
    ] as const
  ).flatMap(([answer, words]) => [
    [`${putDown} ${words} (for|to|at|in) M#`, `meeting rsvp # ${answer}`] as const,
    [`${putDown} ${words}`, `meeting rsvp ${answer}`] as const,
  ]),
  ['(put|sign) (me|us) (down|up) for M#', 'meeting rsvp # yes'],
]

/** Who answered and who did not, and a word to those who did not. */
export const aboutAnswers: readonly (readonly [string, string])[] = [
  ...[
    'who has not replied to',
    "who hasn't replied to",
    'who did not answer',
    'who has not answered',
    'attendees of',
  ].map((who) => [`${who} M#`, 'meeting attendees #'] as const),
  [
    "who (has not|hasn't|have not|haven't|did not|didn't) [yet] (answer|answered|reply|replied|respond|responded|confirm|confirmed) [yet] [to|for|on|about] M#",
    'meeting attendees #',
  ],
  ['(who [still] needs to (answer|reply|respond to)|whose answer is missing for) M#', 'meeting attendees #'],
  // The card says it to everybody who is invited.
  ...[
    'who has replied to',
    'who accepted',
    'who has accepted',
    'who has declined',
    'who are the participants of',
    'participants of',
    'the participants of',
    'list of participants of',
    'the list of participants of',
    'who declined',
    'who [has] said (yes|no|maybe) to',
    'who else is coming to',
    'who else comes to',
    'who will come to',
    'who goes to',
    'who is invited to',
    'who was invited to',
    'who are the invitees of',
  ].map((who) => [`${who} M#`, 'meeting show #'] as const),
  ...[
    'nudge everybody for',
    'nudge all for',
    'remind everybody of',
    ...['those who', 'everybody who', 'everyone who', 'the members who', 'members who'].flatMap((who) => [
      `remind ${who} have not answered`,
      `remind ${who} has not answered`,
      `remind ${who} have not replied to`,
      `remind ${who} has not replied to`,
    ]),
    'chase those who have not replied to',
    'chase those who have not answered',
    'chase',
  ].map((nudge) => [`${nudge} M#`, 'meeting attendees # nudge:yes'] as const),
]

/** As calendar programs write it: `Accepted: ETCIP call`. */
const byCalendar: readonly (readonly [string, string])[] = [
  ['accepted: …', 'meeting rsvp … yes'],
  ['declined: …', 'meeting rsvp … no'],
  ['tentative: …', 'meeting rsvp … maybe'],
  ['tentatively accepted: …', 'meeting rsvp … maybe'],
  ...['both', 'both of them', 'both dates', 'both meetings'].flatMap((both) => [
    [`i can make ${both}`, 'meeting rsvp yes'] as const,
    [`${both} work for me`, 'meeting rsvp yes'] as const,
    [`${both} are fine`, 'meeting rsvp yes'] as const,
  ]),
]

/** Coming late, joining remotely and sending a colleague. */
export const comingOtherwise: readonly (readonly [string, string])[] = [
  ['(yes|yes,) but …', 'meeting rsvp yes note:"but …"'],
  ...byCalendar,
  ...['late to', 'late for', 'late at'].flatMap((late) =>
    ['i will be', "i'll be", 'i am', "i'm", 'running'].map(
      (be) => [`${be} ${late} M#`, 'meeting rsvp # yes note:"I will be late"'] as const,
    ),
  ),
  ...["i'll join", 'i will join', 'joining'].flatMap((join) => [
    [`${join} M# late`, 'meeting rsvp # yes note:"I will be late"'] as const,
    [`${join} M# online`, 'meeting rsvp # yes note:"online"'] as const,
    [`${join} M# remotely`, 'meeting rsvp # yes note:"remotely"'] as const,
  ]),
  ...['delegate M# to …', 'M# delegate to …'].map((text) => [text, 'meeting rsvp # no delegate:…'] as const),
  ...['send … to M#', 'send … instead of me to M#', 'send … to M# instead of me'].map(
    (text) => [text, 'meeting rsvp # no delegate:…'] as const,
  ),
]
