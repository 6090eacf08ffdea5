export type Said = readonly [said: string, line: string]

/** Lines that several wordings mean. */
export function all(line: string, ...said: readonly string[]): readonly Said[] {
  return said.map((one) => [one, line] as const)
}

/** What is said while a meeting goes on: hands, items, notes and what is decided. */
export const inTheRoom: readonly Said[] = [
  ...all('meeting start', "let's start", "let's begin", 'let us start', 'let us begin'),
  ...['start', 'begin', 'open'].flatMap((verb) => [
    ...all('meeting start', `${verb} the meeting`, `${verb} meeting`, `${verb} the session`),
    [`${verb} M#`, 'meeting start #'] as const,
  ]),
  ...all('meeting queue raise', 'raise my hand', 'raise hand', 'raise a hand', 'hand up', 'my hand is up'),
  ...all(
    'meeting queue raise',
    'i have a question',
    'i would like to speak',
    'i want to speak',
    'may i speak',
  ),
  ...all('meeting queue lower', 'lower my hand', 'lower hand', 'hand down', 'put my hand down'),
  ...all('meeting queue call', 'next speaker', 'call the next speaker'),
  ...all('meeting queue show', 'who wants to speak', 'who is in the queue', 'the queue', 'show the queue'),
  ...all('meeting queue show', 'list of speakers', 'the list of speakers', 'speakers list', 'who is next'),
  ...all(
    'meeting next',
    'next item',
    'next agenda item',
    'next please',
    'next agendum',
    'move to next agendum',
  ),
  ...all(
    'meeting next',
    'move to the next item',
    'move on',
    "let's move on",
    'go on',
    'skip this item',
    'skip item',
  ),
  ...all('meeting next', 'close item', 'close this item', 'close the item'),
  ...all('meeting next item:#', 'go to item #', 'back to item #', 'go back to item #', 'item # please'),
  ...all('meeting note text:…', 'agreed: …', 'noted: …', 'we agreed that …'),
  ...all('meeting next', 'ok next', 'ok, next', 'skip', 'next one'),
  ...all('meeting start #', 'reopen M#', 'resume M#', 'continue M#'),
  ...all('meeting note text:…', 'note: …', 'note that …', 'please note that …', 'minute: …'),
  ...all('meeting note text:…', 'for the record: …', 'for the record, …', 'for the minutes: …'),
  ...all('meeting propose …', 'proposal: …', 'resolution: …', 'resolved: …', 'decision: …', 'decided: …'),
  ...['propose', 'i propose', 'we propose', 'the chair proposes', 'motion', 'proposed'].flatMap((verb) =>
    [': …', ' that …', ...(verb.endsWith('propose') ? [' …'] : [])].map(
      (text) => [`${verb}${text}`, 'meeting propose …'] as const,
    ),
  ),
  ...['give the floor to …', 'give … the floor', 'the floor to …', 'the floor is with …'].map(
    (said) => [said, 'meeting queue call speaker:…'] as const,
  ),
  ['@ has the floor', 'meeting queue call speaker:@'],
  ['call on @', 'meeting queue call speaker:@'],
  ...all(
    'meeting show the current meeting',
    'who is here',
    'who is there',
    'who is present',
    'who is in the room',
    'who is in the meeting',
    'roll call',
    'attendance',
  ),
  ...all(
    'meeting show the current meeting',
    'quorum',
    'the quorum',
    'is there a quorum',
    'is there quorum',
    'do we have quorum',
    'do we have a quorum',
    'are we quorate',
    'current meeting',
    'the current meeting',
  ),
  ...all(
    'meeting resolve',
    'adopted',
    'adopt it',
    'it is adopted',
    'adopt the proposal',
    'the proposal is adopted',
  ),
  ['adopt R#', 'meeting resolve proposal:#'],
  ['R# is adopted', 'meeting resolve proposal:#'],
  ['reject R#', 'meeting resolve proposal:# outcome:"not adopted"'],
  ['R# is rejected', 'meeting resolve proposal:# outcome:"not adopted"'],
  ['withdraw R#', 'meeting resolve proposal:# outcome:withdrawn'],
  ['object to R# …', 'meeting note objects:# text:…'],
  ['i object to R# …', 'meeting note objects:# text:…'],
  ...all('meeting end', 'adjourn', 'adjourn the meeting', 'meeting adjourned', 'the meeting is adjourned'),
  ...['end', 'close'].flatMap((verb) => all('meeting end', `${verb} the meeting`, `${verb} meeting`)),
  ...all('meeting end', 'meeting closed', 'the meeting is closed', 'the meeting is over'),
  ...all(
    'meeting end',
    'end',
    'finish',
    'finish the meeting',
    'stop the meeting',
    'we are done',
    "we're done",
  ),
  ['end M#', 'meeting end #'],
  ['close M#', 'meeting end #'],
]

/** How an item is put on an agenda or taken off, and what became of a meeting. */
export const beforeAndAfter: readonly Said[] = [
  ...['add to the agenda of', 'add to agenda of', 'put on the agenda of', 'add items to'].flatMap((add) => [
    [`${add} M# …`, 'meeting agenda add # item:…'] as const,
  ]),
  ...['add', 'put'].flatMap((verb) =>
    ['to', 'on', 'onto'].flatMap((to) =>
      ['the agenda', 'agenda'].flatMap((agenda) => [
        [`${verb} … ${to} ${agenda}`, 'meeting agenda add item:…'] as const,
        [`${verb} … ${to} ${agenda} of M#`, 'meeting agenda add # item:…'] as const,
        [`${verb} … ${to} ${agenda} for M#`, 'meeting agenda add # item:…'] as const,
      ]),
    ),
  ),
  ...['add agenda item', 'add an agenda item', 'new agenda item', 'add item', 'add an item'].flatMap(
    (add) => [
      [`${add}: …`, 'meeting agenda add item:…'] as const,
      ...['for', 'to'].map((to) => [`${add} ${to} M# …`, 'meeting agenda add # item:…'] as const),
    ],
  ),
  ...['remove', 'delete', 'take', 'drop'].flatMap((verb) =>
    ['from', 'off'].flatMap((from) =>
      ['', 'item '].flatMap((item) => [
        [`${verb} ${item}… ${from} the agenda`, 'meeting agenda remove item:…'] as const,
        [`${verb} ${item}… ${from} the agenda of M#`, 'meeting agenda remove # item:…'] as const,
      ]),
    ),
  ),
  ...all(
    'meeting minutes the last meeting',
    'minutes',
    'the minutes',
    'show the minutes',
    'show me the minutes',
  ),
  ...all(
    'meeting minutes the last meeting',
    'last minutes',
    'the last minutes',
    'minutes of the last meeting',
  ),
  ...all('meeting minutes #', 'what happened in M#', 'what happened at M#', 'what was said in M#'),
  ...all('meeting show #', 'outcome of M#', 'what was decided in M#', 'what was decided at M#'),
  ...all('meeting show #', 'attendance M#', 'attendance of M#', 'who attended M#', 'who came to M#'),
  ...all('meeting show #', 'who is invited to M#', 'who was invited to M#', 'guests of M#'),
  ...all(
    'meeting hold # summary:…',
    'outcome of M# …',
    'outcome M# …',
    'M# outcome: …',
    'record outcome M# …',
  ),
  ...all('meeting hold # summary:…', 'record the outcome of M# …'),
  ...all('meeting hold #', 'M# was held', 'we held M#', 'record the outcome of M#', 'record outcome of M#'),
]
