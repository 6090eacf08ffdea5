import { expect, test } from 'vitest'

import { withoutMention } from '../../../adapters/slack/handlers/typedLine.ts'
import { features } from '../../../commands/index.ts'
import { readSlots } from '../../../commands/meeting/poll/readSlots.ts'
import { clean, lineLimit } from '../../../src/core/language/clean.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { readList } from '../../../src/core/language/readList.ts'
import { assent } from '../../../src/core/language/sentences/assent.ts'
import { readLink } from '../../../src/core/text/addresses/webAddress.ts'
import { fold, nearest } from '../../../src/core/text/nearest.ts'
import { areNumbers, readNumber } from '../../../src/core/text/numbers.ts'
import { harmless, oneLine, shorten, showsNothing, takePiece } from '../../../src/core/text/text.ts'
import { readDuration } from '../../../src/core/time/duration.ts'
import { findDates } from '../../../src/core/time/findDates.ts'
import { readMoment } from '../../../src/core/time/moment.ts'
import { readPeriod } from '../../../src/core/time/period.ts'
import { hoursListed } from '../../../src/core/time/phrases/hoursListed.ts'
import { partRhythm } from '../../../src/core/time/phrases/rhythm.ts'
import { readDay } from '../../../src/core/time/typedDay.ts'
import { readZone } from '../../../src/core/time/zones/readZone.ts'
import { relativeDaysIn } from '../../../src/newsletter/dates/relativeDays.ts'
import { splitItems } from '../../../src/newsletter/pasted/pasted.ts'
import { slowTexts } from '../../support/backtracking.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }
const period = { from: '2026-11-01', to: '2026-12-31' }

/** What is dear for each letter shows as much over a shorter text. */
const short = lineLimit / 8

/** What reads people's texts of any length, and the most milliseconds for a text of half a line, or of so many letters. */
const readers: readonly (readonly [
  name: string,
  read: (text: string) => unknown,
  limitMs: number,
  length?: number,
])[] = [
  ['an update', (text) => readLine(features, `/update post ${text}`), 40, short],
  ...['list', 'add person'].map(
    (action) =>
      [
        `/directory ${action}`,
        (text: string) => readLine(features, `/directory ${action} ${text}`),
        40,
        short,
      ] as const,
  ),
  ['the entry', (text) => clean(text), 40],
  ['the dates of a text', (text) => findDates(text, { period, today: '2026-11-23' }), 50, short / 2],
  [
    'a list',
    // One with too many names is refused, which takes its time too.
    (text) => readList(text, async (names) => names.map((_, id) => () => ({ id }))).catch(() => undefined),
    40,
  ],
  ['the items of a text', splitItems, 30, short],
  ['folding', fold, 40],
  ['the nearest word', (text) => nearest(text, ['meeting', 'directory']), 40],
  ['text for a chat', (text) => [harmless(text), oneLine(text), showsNothing(text), assent(text)], 40],
  ['a text that is cut', (text) => [shorten(text), takePiece(text, 3000, 4000)], 60],
  ['an address', readLink, 40],
  ['a moment', (text) => readMoment(text, here), 20],
  ['a day', (text) => readDay(text, here), 20],
  ['a period', (text) => readPeriod(text, here), 20],
  ['a duration', readDuration, 20],
  ['a zone', readZone, 20],
  ['a line in words of its own', (text) => readLine(features, text), 60, short],
  ['a rhythm', partRhythm, 20],
  ['the hours of several times', hoursListed, 40],
  // The most that the option takes.
  ['the times of a poll', (text) => readSlots(text, here.now, here.zone), 60, 1200],
  ['days that are said', (text) => relativeDaysIn(text, here), 40],
  // One letter may stand for 18, and a text that outgrows the engine's young memory is twice as dear from there on.
  ['a number', (text) => [readNumber(text, 'U'), areNumbers(text)], 20, short],
  ['a mention on Slack', (text) => withoutMention(text, 'U1'), 40],
]

test.each(
  readers.map(([name, read, limitMs, length = lineLimit / 2]) => [name, read, limitMs, length] as const),
)(
  '%s is read in a time that grows with its length',
  (_name, read, limitMs, length) => {
    expect(slowTexts(read, length, limitMs)).toEqual([])
  },
  120_000,
)

test.each(
  readers.flatMap(([name, read, limitMs]) =>
    /^a (?:moment|day|period|duration)/.test(name) ? [[name, read, limitMs] as const] : [],
  ),
)(
  '%s of the longest text that is read takes milliseconds',
  (_, read, limitMs) => {
    expect(slowTexts(read, 198, limitMs)).toEqual([])
  },
  120_000,
)
