type PatternLine = readonly [pattern: string, line: string]

const minutes = '(min|mins|minutes|minute)'
const notAnswered =
  "(have not|has not|haven't|hasn't|did not|didn't) [yet] (answered|answer|replied|reply|responded|respond|confirmed)"
const ask = '(ping|nudge|remind|chase|ask)'
const those = '(those|everyone|everybody|all|all those|people|the ones|whoever|entities|members)'
const add = '(add|put|have|include|insert)'

const nextMeeting = '(the|our|my) next (meeting|call|session)'

const lengths = ['half an hour', 'an hour', 'one hour', 'two hours', 'three hours', 'an hour and a half']

/** What people say of a meeting whose title they name by a word of it: `what about rail`, `make rail 90 minutes`. */
export const byTitle: readonly PatternLine[] = [
  ['(make|set|hold|do|have) M# (online|virtual|remote) [only]', 'meeting edit # place:online'],
  ['is M# (on|at|in) …', 'meeting show #'],
  ['invite … to M# [as [a|our] (guest|guests)]', 'meeting attendees # invite:…'],
  [
    '(put|move|take|have) [the] … (first|to the top) (on|of|in) [the] agenda of M#',
    'meeting agenda order # items:"…"',
  ],
  [
    '(put|move|take|have) [the] … (last|to the end) (on|of|in) [the] agenda of M#',
    'meeting agenda order # items:"… last"',
  ],
  ['when did … last (meet|convene|get together)', 'meeting show last …'],
  ['when did … meet [the] last [time]', 'meeting show last …'],
  ['M# is (on|at) …', 'meeting show #'],
  ['(was|has) M# [been] (cancelled|canceled|called off|moved|postponed|changed)', 'meeting show #'],
  [
    '(why|when|by whom) (was|is|has) M# [been] (cancelled|canceled|called off|moved|postponed|changed)',
    'meeting history #',
  ],
  ['when did we last (meet|convene|get together)', 'meeting show last'],
  ['when did we meet [the] last [time]', 'meeting show last'],
  ['when (was|did) [the|our] last (meeting|call|session) [take place]', 'meeting show last'],
  ['when (was|did) [the|our] last @ (meeting|call|session) [take place]', 'meeting show last @'],
  ['when (was|did) [the|our] last (meeting|call|session) (of|for) … [take place]', 'meeting show last …'],
  [
    'who [else] (is coming|comes|is going|goes|will come|attends|is attending|will attend) [to] M#',
    'meeting show #',
  ],
  ['(do|have|hold|take) M# [on|at] … instead', 'meeting move # start:…'],
  ['who [still] has not (answered|replied) [yet] [to] M#', 'meeting attendees #'],
  ['what (about|of|is [going on|up|happening|the matter] with|is with) M#', 'meeting show #'],
  ['(any news|news|the latest) (on|about|of|from) M#', 'meeting show #'],
  ['(how is|how are we doing with) M# [going|coming along|looking]', 'meeting show #'],
  ["(what's|what is) (on for|planned for|on in) M#", 'meeting agenda show #'],
  [
    'who [has] (declined|refused|cancelled|cannot come to|accepted|confirmed|answered|replied to|responded to) M#',
    'meeting show #',
  ],
  [
    `${add} # ${minutes} (on|about|for|of) … (to|on|in|into) [the] agenda of M#`,
    'meeting agenda add item:"…, # min" meeting:#',
  ],
  [
    `${add} # ${minutes} (on|about|for|of) … by … (to|on|in|into) [the] agenda of M#`,
    'meeting agenda add item:"…" minutes:"# min" presenter:"…" meeting:#',
  ],
  [
    `${add} # ${minutes} (on|about|for|of) … (to|on|in|into) M#`,
    'meeting agenda add item:"…, # min" meeting:#',
  ],
  [`${add} … (to|on) [the] agenda of M# [for] # ${minutes}`, 'meeting agenda add # item:"…, # min"'],
  [`${add} … (to|on|onto|in) [the] agenda of M#`, 'meeting agenda add # item:"…"'],
  [`${add} (aob|any other business) (to|on) M#`, 'meeting agenda add # item:AOB'],
  [`${add} (aob|any other business) (to|on) ${nextMeeting}`, 'meeting agenda add "next meeting" item:AOB'],
  ['(add|include) @ (to|in) M# [too|as well|also]', 'meeting attendees # invite:@'],
  [`(add|include) @ (to|in) ${nextMeeting} [too|as well|also]`, 'meeting attendees "next meeting" invite:@'],
  ['(add|put|include) (me|us) (to|in|on) M#', 'meeting rsvp # yes'],
  [`(add|put|include) (me|us) (to|in|on) ${nextMeeting}`, 'meeting rsvp "next meeting" yes'],
  // These are no items of an agenda.
  [`add # ${minutes} to ${nextMeeting}`, 'meeting move "next meeting" duration:"# minutes longer"'],
  ...['an hour', 'half an hour'].map(
    (length) =>
      [`add ${length} to ${nextMeeting}`, `meeting move "next meeting" duration:"${length} longer"`] as const,
  ),
  [
    `${add} (a|the) [zoom|video] (link|room|place|title) (to|on|for|in) ${nextMeeting}`,
    'meeting edit "next meeting"',
  ],
  [
    `${add} (a|the|an) (note|reminder|action|task) (to|on|for|in) ${nextMeeting}`,
    'meeting show "next meeting"',
  ],
  [
    `${add} (everyone|everybody|all|all members|[all] the (members|observers|others)) (to|in|on) ${nextMeeting}`,
    'meeting attendees "next meeting"',
  ],
  // It is asked what “it” is.
  [`${add} (it|this|that|them) (to|on|onto|for|in) ${nextMeeting}`, 'meeting agenda add "next meeting"'],
  [`add … to ${nextMeeting}`, 'meeting agenda add "next meeting" item:…'],
  ['where (is|can i (find|see)) [the] agenda (of|for) M#', 'meeting agenda show #'],
  ['where (are|can i (find|see)) [the] minutes (of|from) M#', 'meeting minutes #'],
  ['(take|remove|drop|strike) … (off|from) [the] agenda of M#', 'meeting agenda remove # item:"…"'],
  ['(change|set) [the] (place|venue|room|location) (of|for) M# to …', 'meeting edit # place:"…"'],
  ['(move|push|shift|put|start|have|hold|do) M# [to|by] … later', 'meeting move # start:"… later"'],
  ['(move|push|shift|put|start|have|hold|do) M# [to|by] … earlier', 'meeting move # start:"… earlier"'],
  [`(make|let) M# [last] # ${minutes} [long]`, 'meeting move # duration:"# min"'],
  ...['longer', 'shorter'].map(
    (how) =>
      [`(make|let) M# [last] # ${minutes} ${how}`, `meeting move # duration:"# minutes ${how}"`] as const,
  ),
  ...lengths.flatMap((length) => [
    [`(make|let) M# [last] ${length} [long]`, `meeting move # duration:"${length}"`] as const,
    [`(make|let) M# [last] ${length} longer`, `meeting move # duration:"${length} longer"`] as const,
  ]),
  ['M# (will be|is|takes place|is now|is held) online [link|link:|at|at:] …', 'meeting edit # link:…'],
  ['M# (will be|is|takes place|is now|is held) online', 'meeting edit # place:online'],
  [`${ask} ${those} who ${notAnswered} (about|for|on|to|regarding) M#`, 'meeting attendees # nudge:yes'],
  [`who ${notAnswered} [yet] (about|for|on|to|regarding) M#`, 'meeting attendees #'],
  [
    `(ask|find out|see|check|poll) (who|whether everyone|whether everybody|if everyone|if everybody) can (do|make|come on|come|attend|meet|meet on) …`,
    'meeting poll open "Next meeting" slots:…',
  ],
  [
    '(book|schedule|plan|convene|arrange|organise|organize|set up) @ (for|on|at) …',
    'meeting schedule "@ meeting" wg:@ start:…',
  ],
  [
    '(book|schedule|plan|convene|arrange|organise|organize|set up) (a|an|the) [next] (meeting|call|session) (of|for|with) @ (for|on|at) …',
    'meeting schedule "@ meeting" wg:@ start:…',
  ],
]

/** What may be meant otherwise as well, each with the ways in which it may be. */
export const meetingsTold: readonly PatternLine[] = [
  [`who ${notAnswered} [yet|so far]`, 'meeting attendees next meeting | newsletter status'],
  [
    `who [still] (has to|have to|needs to|must) (answer|reply|respond)`,
    'meeting attendees next meeting | newsletter status',
  ],
  [
    `${ask} ${those} who ${notAnswered} [yet]`,
    'meeting attendees next meeting nudge:yes | newsletter nudge silent:entities',
  ],
  [
    '(send|resend) [out] the (invitation|invitations|invites) [again|once more]',
    'meeting attendees next meeting | meeting attendees next meeting nudge:yes',
  ],
  ['follow up on M#', 'meeting action add # | meeting minutes #'],
  ['we object [to it|to this|to that|to the text]', 'meeting silence list | meeting silence break'],
  ['(let us|let’s) vote [on it|on this|on that|now]', 'meeting propose | meeting poll vote'],
  ['put (it|this|that) to [the|a] vote', 'meeting propose | meeting poll open'],
  [
    '(A# should (say|read)|(correct|change|reword|rephrase) [the] [action] A# to) …',
    'meeting action edit # what:"…"',
  ],
  ['is the … (done|finished|completed) [yet|already]', 'meeting action list'],
  // Minutes have nobody who approves them.
  [
    '(approve|adopt|agree (on|to|with)|sign off [on]|accept|confirm) [the] minutes (of|from|for) M#',
    'meeting minutes #',
  ],
  ['M# was (cancelled|canceled|called off)', 'meeting show # | meeting cancel #'],
  // Nobody answers for another entity.
  [
    "@ (cannot|can't|can not|will not|won't|is unable to|is not able to) (come|attend|join|make it|take part) [(to|at|in|for)] M#",
    'meeting show #',
  ],
]
