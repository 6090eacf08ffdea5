/** Words with which a time that stands before the request begins. */
const leading = ['every', 'each', 'on', 'at', 'in', 'next', 'this'].concat(
  ...['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].map((day) => `${day}day`),
)
const whole = ['today', 'tomorrow', 'tonight', 'tomorrow morning']
const request = '(remind me (to|of|about)|please remind me to)'

/** `every Friday at 4pm remind me to send the report`: the time comes first. */
const timeFirst = [
  ...leading.map((word) => [`${word} … ${request} …`, `reminder add ${word} … to …`] as const),
  ...whole.flatMap((word) => [
    [`${word} ${request} …`, `reminder add ${word} to …`] as const,
    [`${word} at … ${request} …`, `reminder add ${word} at … to …`] as const,
  ]),
]

const inOne =
  '(send|give) me (everything|it all|all|all [my] reminders|[my] reminders) in (one|a single) (message|mail|email|digest|letter|go) [(a|per|every|each) day|daily]'

/** Asking to be reminded again, not to forget something, or at another time. */
export const sentences: readonly (readonly [said: string, line: string])[] = [
  ...timeFirst,
  [
    "(don't let me forget|do not let me forget|don't forget to remind me|make sure i remember) [to] …",
    'reminder add …',
  ],
  ['reminders', 'reminder list'],
  ['set an alarm for …', 'reminder add …'],
  [
    '[please] remind me … before [it|the meeting|the next meeting]',
    'reminder add "the next meeting" at:"… before the next meeting"',
  ],
  ['set an alarm at …', 'reminder add at …'],
  ['(snooze|remind me (later|again)|say it again later)', 'reminder snooze'],
  ['snooze (it|this|that) [one]', 'reminder snooze'],
  ['snooze (it|this|that) [one] [until|till|til|for] …', 'reminder snooze until:…'],
  ['(snooze (until|till|til|for)|remind me again [at]|tell me again) …', 'reminder snooze until:…'],
  [
    '(snooze|delay|postpone|push|put off|defer) (it|this|that|the|my) reminder (until|till|til|to|by) …',
    'reminder snooze until:…',
  ],
  [
    '(snooze|delay|postpone) (my|the) “…” reminder (until|till|til|for|to|by) …',
    'reminder snooze "…" until:"…"',
  ],
  [
    '(snooze|delay|postpone) (my|the) reminder (about|of|on|for) [the] “…” (until|till|til|to|by) …',
    'reminder snooze "…" until:"…"',
  ],
  ['(move|change|shift|put) (my|the) “…” reminder (to|until) …', 'reminder edit "…" at:"…"'],
  [
    '(move|change|shift|put) (my|the) reminder (about|of|on|for) [the] “…” (to|until) …',
    'reminder edit "…" at:"…"',
  ],
  ['(snooze R# (until|for)|remind me of R# again) …', 'reminder snooze # until:…'],
  ['((move|postpone) R# to|put R# off to|R# (to|at)) …', 'reminder edit # at:"…"'],
  ['(move|change|shift|put) my reminder (to|at) …', 'reminder edit at:"…"'],
  ['postpone R# by …', 'reminder edit # at:"by …"'],
  ['(R# [is] done|done with R#)', 'reminder cancel #'],
  [
    '(unsubscribe|(stop|mute) [all] (messages|notifications|reminders)|too many (messages|notifications|reminders))',
    'reminder settings',
  ],
  [
    "(don't|do not|never|please don't) (remind|disturb|message|ping|write|write to|notify) me (at night|in the night|during the night)",
    'reminder settings',
  ],
  [`${inOne} at …`, 'reminder settings digest:"…"'],
  [inOne, 'reminder settings digest:8:00'],
  ...['after', 'before', 'between', 'from'].map(
    (word) =>
      [
        `(no|do not send|don't send) [me] [any] (messages|notifications|reminders) ${word} …`,
        `reminder settings quiet:"${word} …"`,
      ] as const,
  ),
  [
    '[i] (only want|want only|want) (one|a single) (mail|message|digest|letter|notification|reminder) [(a|per|each|every)] day [from you]',
    'reminder settings digest:8:00',
  ],
  ['(cancel|delete|remove|drop|clear) all [of] [my|the] reminders', 'reminder cancel all'],
]
