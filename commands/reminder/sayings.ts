import type { FeatureSpec } from '../../src/core/catalog.ts'
import { sentences } from './sentences.ts'

/** `cancel my reminder about the minutes`, and the like. */
const sayingsOfCancelling = [
  '((cancel|delete) (my|the)|(remove|drop) my) reminder (about|to|for|of) …',
  'stop (reminding me|(my|the) reminder) (about|of|to|for) …',
  'cancel my reminder …',
].map((pattern) => [pattern, 'reminder cancel …'] as const)

/** How people begin when they ask to be reminded. */
const please = '[please|pls|plz|(can|could) you [please]]'

/** `remind me to call Bob`, `can you remind me …?`, `set a reminder for tomorrow at 10: call Bob`. */
const sayingsOfAdding = [
  `${please} remind me [to|about|of|that] …`,
  // As who speaks another language first says it.
  `${please} (remember me [to]|remind to me|make me (remember [to]|think to)) …`,
  '((set|add|create|put|make|make me|do me) a reminder|(new|set) reminder) [to|for|at] …',
].map((pattern) => [pattern, 'reminder add …'] as const)

/** Words with which a time begins; `remind Anna to call` is for somebody else. */
const times = 'every each on in at by today tomorrow tonight next this daily weekly monthly monday tuesday wednesday thursday friday saturday sunday'.split(' ') // biome-ignore format: a table

/** `remind every 31st at 10 to pay`, `remind to call Bob`: without a name, the caller is meant. */
const sayingsForNobody = [
  ['remind (to|about|of) …', 'reminder add …'] as const,
  // The rest is asked for.
  [`${please} remind me`, 'reminder add'] as const,
  ...times.map((time) => [`remind ${time} …`, `reminder add ${time} …`] as const),
]

/** The same in French, Spanish, Russian, Arabic and Chinese. */
const inTongues = [
  '(rappel|rappel:|rappelle-moi|rappelez-moi|rappelle moi|rappelez moi|recuerdame|recuerdeme|recordarme|rappelez nous|напомни [мне]|напомните [мне]|ذكرني) …',
  '(提醒我|请提醒我|请你提醒我|帮我提醒) …',
].map((pattern) => [pattern, 'reminder add …'] as const)

/** The list of one’s own reminders in other languages. */
const listInTongues = [
  ['(mes rappels|mis recordatorios|мои напоминания|تذكيراتي|我的提醒)', 'reminder list'] as const,
]

/** `remind the members of ETCIP about the deadline`. */
const sayingsForMembers = [
  `${please} remind (everyone|everybody|all|[all] [the] (members|people|colleagues|delegates|focal points)|all members) (of|in|from) @ [to|about|of|that] …`,
  `${please} remind [all|the] @ (members|delegates|people) [to|about|of|that] …`,
].map((pattern) => [pattern, 'reminder add … wg:@'] as const)

/** `remind us tomorrow at 10 to vote`, and the like. */
const sayingsForGroups = [`${please} remind (us|(the|our) group|everybody|everyone) [to|about|of] …`].map(
  (pattern) => [pattern, 'reminder add … for:wg'] as const,
)

/** `no more emails`: how one is reminded is shown, with buttons that change it. */
const mails = '(email|emails|e-mail|e-mails|mails|notifications|pings)'
const sayingsAgainstMail = [
  `(no|stop|fewer|less|too many|enough) [more|all|with] [the|these|sending me|your] ${mails}`,
  `stop [sending me|the|these|all|all the] ${mails} (on|at|in|during) …`,
  `(no|fewer) [more] ${mails} (on|at|in|during) …`,
  `(don't|do not) (send|email|mail) me [any more|so many] [${mails}]`,
  `(plus|moins) (de|d') [mails|emails|e-mails|courriels|notifications]`,
  '(no más|basta de) (correos|mensajes|notificaciones)',
].map((pattern) => [pattern, 'reminder settings'] as const)

/** What people say in place of the commands, the first that fits. */
export const sayings: NonNullable<FeatureSpec['sayings']> = [
  ...sayingsAgainstMail,
  ...sayingsOfCancelling,
  ['(cancel|delete|remove|drop) (my|the) (last|latest) reminder', 'reminder cancel'],
  ['(read|tell|show) [me] (my|the) reminders', 'reminder list'],
  ...sayingsForGroups,
  ...sayingsForMembers,
  ...sayingsOfAdding,
  ...sayingsForNobody,
  ...inTongues,
  ...listInTongues,
  ...sentences,
  ['remind @ [to|about|of] …', 'reminder add … wg:@'],
  ['please remind @ to …', 'reminder add … wg:@'],
  ['[show|reminder [list|show]] R#', 'reminder list reminder:#'],
  ['(profile quiet|[my] quiet hours)', 'reminder settings'],
  ['(profile quiet|[my] quiet hours) …', 'reminder settings quiet:…'],
  ['quiet off', 'reminder settings quiet:off'],
  ['(mute [[my] reminders]|do not disturb|no notifications at night)', 'reminder settings'],
  ['(stop reminding me|no more reminders|turn off reminders)', 'reminder settings'],
  ['[please] remind me (less|less often|more|more often|too often|too much)', 'reminder settings'],
  [
    "(i do not|i don't|we do not|we don't) want [any|to get|to receive] [any|so many] (reminders|notifications|messages) (at night|in the night|during the night|on weekends|at the weekend|at weekends)",
    'reminder settings',
  ],
  ...(
    [
      ['(e-mail|email|mail)', 'email'],
      ['slack', 'slack'],
      ['[microsoft] teams', 'teams'],
      ['discord', 'discord'],
    ] as const
  ).flatMap(([said, via]) => [
    [
      `(send|i want|give) [me] [all] [my|the] (reminders|notifications|messages) (by|to|on|in|via|through) [my] ${said}`,
      `reminder settings via:${via}`,
    ] as const,
    [
      `[please] (remind|notify) me (by|on|in|via|through) ${said} [only]`,
      `reminder settings via:${via}`,
    ] as const,
  ]),
  ...['until …', 'for …', 'today'].map(
    (time) =>
      [
        `(mute [me|[my] reminders]|snooze all|do not disturb) ${time}`,
        `reminder settings quiet:"${time === 'today' ? 'for today' : time}"`,
      ] as const,
  ),
  ['(my (reminders|tasks|to-dos)|todo|to do)', 'reminder list'],
  ["(what do i (have to do|owe)|what must i do|what is (due|coming)|what's due)", 'reminder list'],
  [
    '(what is due|what do i (have to|need to|must) do|what must i do|what do i owe|what is coming [up]|anything (due|coming [up])) …',
    'reminder list …',
  ],
  [
    "((whats|what is|what's) (on my plate|on my to-do list|my next deadline)|my (deadlines|duties|to-do)|anything due|do i have (deadlines|anything (to do|due)))",
    'reminder list',
  ],
]
