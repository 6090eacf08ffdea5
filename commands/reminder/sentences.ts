/** Words with which a time that stands before the request begins. */
const leading = ['every', 'each', 'on', 'at', 'in', 'next', 'this'].concat(
  ...['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].map((day) => `${day}day`),
)
const whole = ['today', 'tomorrow', 'tonight', 'tomorrow morning']
const requests = ['remind me to', 'please remind me to', 'remind me of', 'remind me about']

/** `every Friday at 4pm remind me to send the report`: the time comes first. */
const timeFirst = requests.flatMap((request) => [
  ...leading.map((word) => [`${word} … ${request} …`, `reminder add ${word} … to …`] as const),
  ...whole.flatMap((word) => [
    [`${word} ${request} …`, `reminder add ${word} to …`] as const,
    [`${word} at … ${request} …`, `reminder add ${word} at … to …`] as const,
  ]),
])

/** Whoever wants to hear something once more, asks not to forget it, or has another time for it. */
export const sentences: readonly (readonly [said: string, line: string])[] = [
  ...timeFirst,
  ...[
    "don't let me forget",
    'do not let me forget',
    "don't forget to remind me",
    'make sure i remember',
  ].flatMap((ask) => [[`${ask} to …`, 'reminder add …'] as const, [`${ask} …`, 'reminder add …'] as const]),
  ['set an alarm for …', 'reminder add …'],
  ['set an alarm at …', 'reminder add at …'],
  ...['snooze', 'remind me later', 'remind me again', 'say it again later'].map(
    (again) => [again, 'reminder snooze'] as const,
  ),
  ...[
    'snooze until',
    'snooze till',
    'snooze for',
    'remind me again',
    'remind me again at',
    'tell me again',
  ].map((again) => [`${again} …`, 'reminder snooze until:…'] as const),
  ...['snooze R# until', 'snooze R# for', 'remind me of R# again'].map(
    (again) => [`${again} …`, 'reminder snooze # until:…'] as const,
  ),
  ...['move R# to', 'postpone R# to', 'postpone R# by', 'put R# off to', 'R# to', 'R# at'].map(
    (move) => [`${move} …`, `reminder edit # at:"${move.endsWith('by') ? 'by ' : ''}…"`] as const,
  ),
  ...['R# done', 'R# is done', 'done with R#'].map((done) => [done, 'reminder cancel #'] as const),
]
