import type { PatternLine } from './inTheRoom.ts'

/** What is to be done after a meeting, and by whom. */
export const aboutActions: readonly PatternLine[] = [
  [
    '(action:|action item:|todo:|to do:|to-do:|follow up:|follow-up:|next step:|next steps:) …',
    'meeting action add …',
  ],
  ['(action [[item] for]|todo) @ …', 'meeting action add owner:@ what:…'],
  ['(A# [is] (done|completed)|(done [with]|finished|complete|completed|close) A#)', 'meeting action done #'],
  ["(mark A# [as] done|(i have|i've) done A#)", 'meeting action done #'],
  ['(reopen A#|A# is not done)', 'meeting action done # reopen:yes'],
  ['(give|assign|pass|hand) A# [over] to …', 'meeting action hand-over # owner:…'],
  ['(extend A# [by]|postpone A# by|push A# back [by]) …', 'meeting action hand-over # owner:same due:"by …"'],
  ['A# … later', 'meeting action hand-over # owner:same due:"by …"'],
  ['give me another … for A#', 'meeting action hand-over # owner:same due:"another …"'],
  ['give me … more for A#', 'meeting action hand-over # owner:same due:"by …"'],
  [
    '(extend A# (to|until)|(postpone|move) A# to|A# [is] due|A# by) …',
    'meeting action hand-over # owner:same due:…',
  ],
  ['([open] actions|[the|open] action items|overdue actions|list of actions)', 'meeting action list'],
  ['(who has to do what|what is left to do)', 'meeting action list'],
  ['((actions|action items) of @|@ (actions|action items))', 'meeting action list wg:@'],
  ['my ([open] actions|action items|to-do list)', 'meeting action list mine'],
]
