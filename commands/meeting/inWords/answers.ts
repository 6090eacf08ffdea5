/** How people say yes to the invitation that waits for them. */
export const coming = [
  "i'm coming",
  'i am coming',
  'i will come',
  'i can make it',
  'i can come',
  'i can attend',
  'i accept',
  'i accept the invitation',
  "i'll come",
  'we will come',
  "we'll be there",
  'we are coming',
  "i'll be there",
  'i will attend',
  "i'll attend",
  'count me in',
  'i assist',
  'i will assist',
  'i participate',
  'i will participate',
  'i am available',
  "i'm available",
  ...['i confirm', 'confirm', 'we confirm'].flatMap((confirm) =>
    ['participation', 'attendance', 'presence'].flatMap((what) =>
      ['my', 'our'].map((whose) => `${confirm} ${whose} ${what}`),
    ),
  ),
]

/** And no. */
export const notComing = [
  "i can't come",
  'i cannot come',
  "can't make it",
  'cannot make it',
  "can't come",
  'cannot come',
  "can't attend",
  'cannot attend',
  "won't be there",
  "i won't be there",
  'i will not be there',
  "won't make it",
  "i won't make it",
  "sorry i can't make it",
  "unfortunately i can't make it",
  'i have to decline',
  'i decline',
  "i can't make it",
  'i cannot make it',
  "i can't attend",
  'i cannot attend',
  'not coming',
  'regrets',
  'cant make it',
  'cant come',
  'i cant come',
  'i cant make it',
  'regrets+',
  'i will not attend',
  "i won't attend",
  'i do not attend',
  ...['attend', 'assist', 'participate', 'come', 'join'].flatMap((come) => [
    `i can not ${come}`,
    `can not ${come}`,
    `i cannot ${come}`,
    `i can't ${come}`,
    `i will not ${come}`,
  ]),
  'not available',
  'i am not available',
  "i'm not available",
  'sorry i am not available',
  'sorry, i am not available',
  'i am unavailable',
]

/** All of the meetings whose invitations wait; each is answered by itself, so that it is asked which one is first. */
const allOfThem = [
  'both',
  'all',
  'both of them',
  'all of them',
  'both meetings',
  'all meetings',
  'all invitations',
  'everything',
]

/** `yes, I'm coming` and `no, I can't make it`: the answer and its word for it; `yes, I can't` is neither. */
export const withAnswer: readonly (readonly [string, string])[] = [
  ...coming.map((said) => [`yes ${said}`, 'meeting rsvp yes'] as const),
  ...notComing.map((said) => [`no ${said}`, 'meeting rsvp no'] as const),
]

const answers = [
  ['yes', ['yes', 'coming', ...coming]],
  ['no', ['no', ...notComing, "can't make", "i can't make", 'cannot make']],
  ['maybe', ['maybe', 'tentative', 'not sure', 'i might come', 'i might be able to make it', 'i may come']],
] as const

/** `yes to M1`, `yes to the drones meeting`, `no to both`: an answer with the meeting that it is for. */
export const answersToMeetings: readonly (readonly [string, string])[] = answers.flatMap(([answer, words]) =>
  words.flatMap((said) => [
    ...['M#', 'to M#', 'at M#', 'for M#', 'in M#'].flatMap((to) => [
      [`${said} ${to}`, `meeting rsvp # ${answer}`] as const,
      // Each is asked about: an answer is to one.
      [`${said} ${to} and M#`, `meeting rsvp # and # ${answer}`] as const,
    ]),
    ...['M#', 'for M#', 'to M#', 'at M#'].map(
      (to) => [`${said} ${to} …`, `meeting rsvp # ${answer} …`] as const,
    ),
    [`M# ${said}`, `meeting rsvp # ${answer}`] as const,
    [`M# ${said} …`, `meeting rsvp # ${answer} …`] as const,
    ...allOfThem.flatMap((all) =>
      ['to', 'for'].map((to) => [`${said} ${to} ${all}`, `meeting rsvp ${answer}`] as const),
    ),
    [`${said} to …`, `meeting rsvp … ${answer}`] as const,
    ...['to', 'in', 'at', 'for'].map(
      (to) => [`${said} ${to} the meeting of …`, `meeting rsvp … ${answer}`] as const,
    ),
  ]),
)

/** Who answered and who did not, and a word to those who did not. */
export const aboutAnswers: readonly (readonly [string, string])[] = [
  ...[
    'who has not replied to',
    "who hasn't replied to",
    'who did not answer',
    'who has not answered',
    'attendees of',
  ].map((who) => [`${who} M#`, 'meeting attendees #'] as const),
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
    'who else is coming to',
    'who else comes to',
    'who will come to',
    'who goes to',
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
  ].map((nudge) => [`${nudge} M#`, 'meeting attendees # nudge'] as const),
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

/** Whoever comes late or from afar, and whoever sends a colleague. */
export const comingOtherwise: readonly (readonly [string, string])[] = [
  ...byCalendar,
  ...['late to', 'late for', 'late at'].flatMap((late) =>
    ['i will be', "i'll be", 'i am', "i'm", 'running'].map(
      (be) => [`${be} ${late} M#`, 'meeting rsvp # yes note:"I come late"'] as const,
    ),
  ),
  ...["i'll join", 'i will join', 'joining'].flatMap((join) => [
    [`${join} M# late`, 'meeting rsvp # yes note:"I come late"'] as const,
    [`${join} M# online`, 'meeting rsvp # yes note:"online"'] as const,
    [`${join} M# remotely`, 'meeting rsvp # yes note:"remotely"'] as const,
  ]),
  ...['delegate M# to …', 'M# delegate to …'].map((said) => [said, 'meeting rsvp # no delegate:…'] as const),
  ...['send … to M#', 'send … instead of me to M#', 'send … to M# instead of me'].map(
    (said) => [said, 'meeting rsvp # no delegate:…'] as const,
  ),
]
