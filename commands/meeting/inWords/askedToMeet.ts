const verbs = [
  'schedule',
  'book',
  'set up',
  'arrange',
  'organise',
  'organize',
  'plan',
  'convene',
  'make',
  'create',
  'fix',
]
const nouns = ['meeting', 'call', 'session']
const times = ['on …', 'for …', 'at …', '…']

/** Without a time, which is asked for then. */
const withoutTime = verbs.flatMap((verb) =>
  nouns.flatMap((noun) => {
    const line = `meeting schedule "@ ${noun}" wg:@`
    return [
      ...['of', 'for', 'with'].map((of) => [`${verb} a ${noun} ${of} @`, line] as const),
      ...['a @', 'an @', 'the next @', '@'].map((which) => [`${verb} ${which} ${noun}`, line] as const),
    ]
  }),
)

const withTime = verbs.flatMap((verb) =>
  nouns.flatMap((noun) =>
    times.flatMap((time) => {
      const line = `meeting schedule "@ ${noun}" wg:@ start:…`
      const joint = `meeting schedule "@ and @2 ${noun}" wg:"@1, @2" start:…`
      return [
        ...['of', 'for', 'with'].flatMap((of) => [
          [`${verb} a ${noun} ${of} @ ${time}`, line] as const,
          [`${verb} a ${noun} ${of} @ and @ ${time}`, joint] as const,
        ]),
        ...['a joint', 'the joint', 'a'].map(
          (which) => [`${verb} ${which} @ and @ ${noun} ${time}`, joint] as const,
        ),
        ...['a @', 'an @', 'the @', 'the next @', '@'].map(
          (which) => [`${verb} ${which} ${noun} ${time}`, line] as const,
        ),
      ]
    }),
  ),
)

/** `call` is also a noun: only `call a meeting of ETCIP` orders one. */
const called = ['of', 'for'].flatMap((of) =>
  ['meeting', 'session'].flatMap((noun) => [
    [`call a ${noun} ${of} @`, `meeting schedule "@ ${noun}" wg:@`] as const,
    ...times.map(
      (time) => [`call a ${noun} ${of} @ ${time}`, `meeting schedule "@ ${noun}" wg:@ start:…`] as const,
    ),
  ]),
)

/** `book a meeting of ETCIP on …`, `schedule ETCIP call next Tue 3pm`: the title names the group and what it is. */
export const askedToMeet: readonly (readonly [said: string, line: string])[] = [
  ...withTime,
  ...withoutTime,
  ...called,
]
