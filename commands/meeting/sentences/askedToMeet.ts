import { anyOf } from '../../../src/core/language/sentences/pattern.ts'

const schedule = anyOf('schedule', 'book', 'set up', 'arrange', 'organise', 'organize', 'plan', 'convene', 'make', 'create', 'fix') // biome-ignore format: a table

/** Without a time, which is asked for then, or with one. */
const time = '[on|for|at] …'

/** What it is for, behind the time: `to review the draft`. */
const purposes: readonly (readonly [to: string, title: string])[] = [
  ...['discuss', 'review', 'prepare', 'finalise', 'finalize', 'plan', 'agree on', 'talk about'].map(
    (verb) => [`to ${verb}`, `${verb[0]?.toUpperCase()}${verb.slice(1)} …`] as const,
  ),
  ['(about|regarding|concerning)', '…'],
]

/** `book a meeting of ETCIP on …`, `schedule ETCIP call next Tue 3pm`: the title names the group and what it is. */
export const askedToMeet: readonly (readonly [said: string, line: string])[] = [
  [`${schedule} (a|another|a new) (meeting|call|session)`, 'meeting schedule'],
  ...['meeting', 'call', 'session'].flatMap((noun): readonly (readonly [string, string])[] => {
    const ofOne = `${schedule} (a ${noun} (of|for|with) @|[a|an|the|the next] @ ${noun})`
    const ofTwo = `${schedule} (a ${noun} (of|for|with) @ and @|(a|a joint|the joint) @ and @ ${noun})`
    return [
      [ofOne, `meeting schedule "@ ${noun}" wg:@`],
      [`${schedule} (our|the|an|a) … ${noun}`, `meeting schedule title:"… ${noun}"`],
      [`${schedule} (our|the|an|a) … ${noun} ${time}`, `meeting schedule title:"… ${noun}" start:…`],
      ...purposes.map(
        ([to, title]) =>
          [`${ofOne} ${time} ${to} …`, `meeting schedule wg:@ start:"…" title:"${title}"`] as const,
      ),
      [`${ofOne} ${time}`, `meeting schedule "@ ${noun}" wg:@ start:…`],
      [`${ofTwo} ${time}`, `meeting schedule "@ and @2 ${noun}" wg:"@1, @2" start:…`],
    ]
  }),
  // `call` is also a noun: only `call a meeting of ETCIP` orders one.
  ...['meeting', 'session'].flatMap((noun): readonly (readonly [string, string])[] => [
    [`call a ${noun} (of|for) @`, `meeting schedule "@ ${noun}" wg:@`],
    [`call a ${noun} (of|for) @ ${time}`, `meeting schedule "@ ${noun}" wg:@ start:…`],
  ]),
  ...'mon tues wednes thurs fri satur sun'
    .split(' ')
    .flatMap((weekday): readonly (readonly [string, string])[] => {
      const day = `${weekday}day`
      return [
        [`@ meets [on] [every] (${day}|${day}s)`, `meeting schedule wg:@ repeat:"every ${day}"`],
        [`@ meets [on] (every|each) … ${day}`, `meeting schedule wg:@ repeat:"every … ${day}"`],
        [
          `@ meets [on] [every] (${day}|${day}s) at …`,
          `meeting schedule wg:@ start:"${day} …" repeat:"every ${day}"`,
        ],
        [
          `@ meets [on] (every|each) … ${day} at …`,
          `meeting schedule wg:@ repeat:"every … ${day}" start:"${day} …"`,
        ],
      ]
    }),
  [
    'when (are|is) (people|everyone|everybody|the group|they|we all|all of us) (free|available)',
    'meeting suggest',
  ],
  [
    '(what|which) (times|time|days|dates|slots) (work|works|suit|suits|are good|is good) [best] [for] @',
    'meeting suggest @',
  ],
  [
    '(find|look for|suggest) (a|some|any) (slot|time|date) (for|with|of) [the] @ [in|on|within] …',
    'meeting suggest @ between:"…"',
  ],
  ['[i|we] need a (slot|time|date) (for|with|w/|of) [the] @', 'meeting suggest @'],
  [
    '[i|we] need a (slot|time|date) (for|with|w/|of) [the] @ [in|on|within] …',
    'meeting suggest @ between:"…"',
  ],
  ['(which|what) (meetings|calls) did (i|we) miss', 'meeting list past'],
  ['(are|am) (we|i) invited [to (anything|something|any meeting|any meetings)]', 'meeting list mine'],
  ['add [an|the|one] item … # (min|mins|minutes)', 'meeting agenda add item:"…" minutes:#'],
  [
    'add [an|the|one] item … # (min|mins|minutes) (presenter|presented by|by) …',
    'meeting agenda add item:"…" minutes:# presenter:…',
  ],
]
