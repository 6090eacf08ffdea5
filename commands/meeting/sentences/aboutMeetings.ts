import { isWrong } from '../../../src/core/language/sentences/isWrong.ts'

/** What people ask about one meeting; its card answers. */
const ofOne = [
  'when (is [[the] meeting] M#|does M# (start|begin))',
  '([at] what time|[at] what hour|[on] what day) is M#',
  '(where is|where does|place of|room of) M#',
  'where does M# take place',
  '(link|[what is] the link|[the] zoom link|the zoom|video link) (of|for|to) [the meeting] M#',
  'is M# (confirmed|on|still on|maintained|cancelled|taking place)',
  'does M# take place',
  "who (is not coming|isn't coming|does not come|is coming late|(said|has said|have said) (yes|no|maybe)) to M#",
  "who's said (yes|no|maybe) to M#",
  'who (is missing (for|at)|is absent from|has declined) M#',
  'how many ([people] (are coming|come)|entities come) to M#',
  '(quorum (of|for)|(is there|do we have|have we [got]|will there be|will we have|are we sure of) [a] quorum (for|at|in|on)) M#',
  '(are|will) we [be] quorate (for|at|in) M#',
  'how many [people|entities] (have answered|have replied|said yes|said no|have said yes) [to|for] M#',
  '(details (of|for)|tell me about|meeting) M#',
]

const spans = ['week', 'month', 'quarter'].flatMap((unit) => [`this ${unit}`, `next ${unit}`])

const whichMeetings = '((what are|show me) the meetings|(which|what) meetings|which meetings do we have)'
const andTheRest = 'and (all following|the following|all that follow|the rest)'

/** `cancel wednesday, half of them are travelling`: the day says which, and what follows says why. */
const why = ['half', 'most', 'nobody', 'everyone', 'everybody', 'people', 'we', 'they', 'too', 'no', 'not', 'because'] // biome-ignore format: a table

const toCallOff: readonly (readonly [said: string, line: string])[] = (
  [
    ['monday', 'mon'],
    ['tuesday', 'tue|tues'],
    ['wednesday', 'wed|weds'],
    ['thursday', 'thu|thur|thurs'],
    ['friday', 'fri'],
  ] as const
).flatMap(([day, short]) => {
  const said = `(cancel|scrap|call off) [on] [this|next] (${day}|${short}|${day}'s meeting)`
  return [
    [said, `meeting cancel ${day}`] as const,
    ...why.map((word) => [`${said} ${word} …`, `meeting cancel ${day} reason:"${word} …"`] as const),
  ]
})

/** What people ask about meetings, and how they call one off. */
export const aboutMeetings: readonly (readonly [said: string, line: string])[] = [
  ['(silence broken|(is|was) the silence broken|[open] silences)', 'meeting silence list'],
  ...ofOne.map((text) => [text, 'meeting show #'] as const),
  ['meetings (between … and|from … (to|until)) …', 'meeting list in:"… to …"'],
  ...[...spans, 'today', 'tomorrow'].map(
    (span) => [`(${span}|${span}'s) meetings`, `meeting list ${span}`] as const,
  ),
  [`${whichMeetings} (of|in|for) …`, 'meeting list …'],
  [`${whichMeetings} (of|in|for) the next week`, 'meeting list next week'],
  ['(M# is (cancelled|canceled)|cancel [the] meeting M#|call off M#|skip M#)', 'meeting cancel #'],
  ['the meeting of … is (cancelled|canceled|called off)', 'meeting cancel …'],
  [`[meeting] move M# ${andTheRest} to …`, 'meeting move # series:rest start:…'],
  ...toCallOff,
  [`(who has|who have|who's) said (yes|no|maybe)`, 'meeting show next meeting'],
  ['how many [people|entities|members] [have] said (yes|no|maybe)', 'meeting show next meeting'],
  [
    '(is there|do we have|will there be|will we have) [a] quorum [for the [next] (meeting|call)]',
    'meeting show next meeting',
  ],
  ['(is there|do we have|will there be|will we have) [a] quorum (on|for) …', 'meeting show …'],
  // One is taken at a time, and it is asked which is first.
  [
    '(cancel|delete|call off|scrap) (all|all of|every one of) [of] [my|our|the|these|those] meetings',
    'meeting cancel all',
  ],
  [`(cancel M# ${andTheRest}|(end|stop|cancel) the series of M#)`, 'meeting cancel # series:rest'],
]

const anyName = '(title|name|place|room|venue|location|link|time|date|hour|length)'
const thisMeeting = '(the|our|this|that) (meeting|call|session|briefing)'

/** How people change one thing of a meeting. */
export const toEdit: readonly (readonly [said: string, line: string])[] = [
  ...(
    [
      ['place', '(place|room|venue|location)'],
      ['link', '[zoom|video] link'],
      ['title', '(title|name)'],
    ] as const
  ).flatMap(([option, name]) => [
    [
      `((change|set|update) [the] ${name} (of|for) M# to|the ${name} of M# (is|is now|has changed to|has been changed to)|M# ${name}) …`,
      `meeting edit # ${option}:…`,
    ] as const,
    // Of `it` is known elsewhere which meeting it is.
    [
      `(change|set|update) [the] ${name} (of|for) ${thisMeeting} to …`,
      `meeting edit it ${option}:…`,
    ] as const,
  ]),
  [
    '[the] [new] [zoom|video] link (of|for) M# (is|is now|will be|has changed to|changed to) …',
    'meeting edit # link:…',
  ],
  ['(when|at what time) is (it|that|this) [exactly]', 'meeting show it'],
  [`the ${anyName} (of|for) M# ${isWrong}`, 'meeting edit #'],
  [`the ${anyName} (of|for) ${thisMeeting} ${isWrong}`, 'meeting edit it'],
  ['(add [the]|put the) link … to M#', 'meeting edit # link:…'],
  [
    '(add|set|put|attach) (a|the|this|our) [zoom|video|teams|meeting] link (to|for|of|on) M# …',
    'meeting edit # link:…',
  ],
  ...['Room', 'Conference Room', 'Hall', 'Building'].map(
    (room) =>
      [
        `M# [(is|will be|takes place|will take place) [now]] in [the] ${room.toLowerCase()} …`,
        `meeting edit # place:"${room} …"`,
      ] as const,
  ),
  ['M# … earlier', 'meeting move # start:"… earlier"'],
  ['M# … later', 'meeting move # start:"… later"'],
  [
    'M# (starts|begins|will start|will begin|is) [now] … (later|later than planned)',
    'meeting move # start:"… later"',
  ],
  [
    'M# (starts|begins|will start|will begin|is) [now] … (earlier|earlier than planned)',
    'meeting move # start:"… earlier"',
  ],
  ['M# (lasts|will last|takes|will take) …', 'meeting edit # duration:…'],
  ['M# (takes place|will take place|is held|will be held) in …', 'meeting edit # place:"…"'],
  ['M# (takes place|will take place|is held|will be held) at [the] …', 'meeting edit # place:"…"'],
  ['(what|which) [meetings] (did i miss|have i missed)', 'meeting list past'],
  ['postpone M#', 'meeting move #'],
  ['(undo the (cancellation|cancelling) of|reinstate|uncancel) M#', 'meeting restore #'],
  ['(order [the]|reorder the) agenda of M# …', 'meeting agenda order # …'],
  ['((add M# to|put M# in) my calendar|(ics [of]|download|export) M#)', 'meeting calendar meeting:#'],
  ['[the] [joint] calendar', 'meeting list'],
  ['[the] calendar of @', 'meeting list @'],
  ['[my] calendar (link|address)', 'meeting calendar'],
  ['subscribe to the calendar of @', 'meeting calendar @'],
]
