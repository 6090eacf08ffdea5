import { all, type Said } from './inTheRoom.ts'

/** What is to be done after a meeting, and by whom. */
export const aboutActions: readonly Said[] = [
  ...all('meeting action add …', 'action: …', 'action item: …', 'todo: …', 'to do: …', 'to-do: …'),
  ...all('meeting action add …', 'follow up: …', 'follow-up: …', 'next step: …'),
  ...all(
    'meeting action add owner:@ what:…',
    'action item for @ …',
    'action for @ …',
    'action @ …',
    'todo @ …',
  ),
  ...all('meeting action done #', 'A# done', 'A# is done', 'A# completed', 'A# is completed', 'done A#'),
  ...all('meeting action done #', 'done with A#', 'finished A#', 'complete A#', 'completed A#', 'close A#'),
  ...all('meeting action done #', 'mark A# as done', 'mark A# done', 'i have done A#', "i've done A#"),
  ...all('meeting action done # reopen:yes', 'reopen A#', 'A# is not done'),
  ...['give', 'assign', 'pass', 'hand'].flatMap((verb) => [
    [`${verb} A# to …`, 'meeting action hand-over # owner:…'] as const,
    [`${verb} A# over to …`, 'meeting action hand-over # owner:…'] as const,
  ]),
  ...['extend A# by', 'postpone A# by', 'extend A#', 'push A# back', 'push A# back by'].map(
    (later) => [`${later} …`, 'meeting action hand-over # owner:same due:"by …"'] as const,
  ),
  ['A# … later', 'meeting action hand-over # owner:same due:"by …"'],
  ['give me another … for A#', 'meeting action hand-over # owner:same due:"another …"'],
  ['give me … more for A#', 'meeting action hand-over # owner:same due:"by …"'],
  ...['extend A# to', 'extend A# until', 'postpone A# to', 'move A# to', 'A# due', 'A# is due', 'A# by'].map(
    (due) => [`${due} …`, 'meeting action hand-over # owner:same due:…'] as const,
  ),
  ...all(
    'meeting action list',
    'actions',
    'action items',
    'the action items',
    'open actions',
    'open action items',
  ),
  ...all(
    'meeting action list',
    'overdue actions',
    'list of actions',
    'who has to do what',
    'what is left to do',
  ),
  ...all('meeting action list wg:@', 'actions of @', 'action items of @', '@ actions', '@ action items'),
  ...all('meeting action list mine', 'my actions', 'my action items', 'my open actions', 'my to-do list'),
]
