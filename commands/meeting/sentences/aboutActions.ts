import type { PatternLine } from './inTheRoom.ts'

/** What is to be done after a meeting, and by whom. */
export const aboutActions: readonly PatternLine[] = [
  [
    '(action:|action item:|todo:|to do:|to-do:|follow up:|follow-up:|next step:|next steps:) …',
    'meeting action add …',
  ],
  ['(action [[item] for]|todo) @ …', 'meeting action add owner:@ what:…'],
  [
    '(action|action item|action point|todo|ap) [for] @ (and|&) @ …',
    'meeting action add owner:"@1 and @2" what:…',
  ],
  // `give me the task list` asks for something else.
  ...['action', 'task', 'job'].flatMap((job) => [
    [
      `give … the ${job} (to|of) … (by|until|before) …`,
      'meeting action add owner:"…" what:"…" due:"…"',
    ] as const,
    [`give … the ${job} (to|of) …`, 'meeting action add owner:"…" what:"…"'] as const,
  ]),
  ['who (is doing|does) what', 'meeting action list'],
  ['(done [with]|finished|completed|complete|close) A# …', 'meeting action done # note:…'],
  ...['i', 'we', 'it', 'sent', 'submitted', 'circulated', 'finished'].map(
    (word) => [`(done|finished|completed) [and] ${word} …`, `meeting action done note:"${word} …"`] as const,
  ),
  ['[i|we] (need|would need) another … (for|on) A#', 'meeting action hand-over # owner:same due:"another …"'],
  ['[i|we] (need|would need) … more (for|on) A#', 'meeting action hand-over # owner:same due:"by …"'],
  ['(done|ready|finished) with [the] …', 'meeting action done …'],
  ['(A# [is] (done|completed)|(done [with]|finished|complete|completed|close) A#)', 'meeting action done #'],
  ["(mark A# [as] done|(i have|i've) done A#)", 'meeting action done #'],
  [
    "(reopen A#|A# (is not|isn't|was not|wasn't) (done|finished|ready|complete) [yet|after all|really]|A# is still open)",
    'meeting action done # reopen:yes',
  ],
  [
    '[i|we] (need|would need|want) (more time|longer) (for|on|with) A#',
    'meeting action hand-over # owner:same',
  ],
  ['A# (till|until) …', 'meeting action hand-over # owner:same due:…'],
  [
    "[i|we] (can't|cannot|won't|will not) (do|manage|take) A# [so] (give|assign|pass|hand) it [over] to …",
    'meeting action hand-over # owner:…',
  ],
  ['what (does|has) … (owe|have to do|to do)', 'meeting action list'],
  ['who (has|must|needs) [to] do what', 'meeting action list'],
  ['who has what to do', 'meeting action list'],
  ['what do i (owe|have to do) [for] [the group|my groups]', 'meeting action list mine'],
  ['(give|assign|pass|hand) A# [over] to …', 'meeting action hand-over # owner:…'],
  ['(edit|correct|reword|rephrase) [the] [action|task] A#', 'meeting action edit #'],
  ['(extend A# [by]|postpone A# by|push A# back [by]) …', 'meeting action hand-over # owner:same due:"by …"'],
  ['A# [has] (slipped|slips|moves|moved|goes) to …', 'meeting action hand-over # owner:same due:…'],
  ['(i|we) (did|finished|completed|closed) A# …', 'meeting action done # note:…'],
  ['(i|we) (did|finished|completed|closed) A#', 'meeting action done #'],
  ['A# … later', 'meeting action hand-over # owner:same due:"by …"'],
  ['give me another … for A#', 'meeting action hand-over # owner:same due:"another …"'],
  ['give me … more for A#', 'meeting action hand-over # owner:same due:"by …"'],
  [
    '(extend A# (to|until)|(postpone|move) A# to|A# [is] due|A# by) …',
    'meeting action hand-over # owner:same due:…',
  ],
  ['([open] actions|[the|open] action items|overdue actions|list of actions)', 'meeting action list'],
  [
    '(who has to do what|what is left to do|who owes [us] what|who still owes us something|what is still [to do|open]|open points)',
    'meeting action list',
  ],
  ['((actions|action items) of @|@ (actions|action items))', 'meeting action list wg:@'],
  [
    'what (are my ([open] actions|action items|to-dos|tasks)|did i promise|have i promised)',
    'meeting action list mine',
  ],
  [
    '(my ([open] actions|action items|to-do list|tasks|to-dos)|to do|to-dos|tasks)',
    'meeting action list mine',
  ],
]
