import { expect } from 'vitest'

import type { TurnTime } from '../../../src/core/feature/pacing.ts'
import {
  type Block,
  block,
  bold,
  button,
  code,
  headed,
  link,
  type Message,
  message,
  moment,
  person,
  rich,
  titled,
} from '../../../src/core/message.ts'
import { done } from '../../support/stubHost.ts'
import { awkward, squeezed } from './awkward.ts'
import { check, freshId, inTurn, until } from './declare.ts'
import { hastyTime } from './delivery/turnedTime.ts'
import type { Bench, Seen, Subject } from './subject.ts'

/** Every place in which a message can say a text. */
const places: readonly ((text: string) => Block)[] = [
  (text) => block.text(text),
  (text) => block.text([bold(text)]),
  (text) => block.text([code(text)]),
  (text) => block.text([link(text, 'https://x.example')]),
  (text) => block.text([person(text, 'ana@x.example')]),
  (text) => block.heading(text),
  (text) => block.list([text, 'Other.']),
  (text) => block.fields([[text, 'value']]),
  (text) => block.fields([['label', text]]),
  (text) => block.table(['One', text], [['a', 'b']]),
  (text) => block.table(['One', 'Two'], [['a', text]]),
  (text) => block.buttons(button(text, 'meeting list')),
  (text) => ({ kind: 'image', url: 'https://x.example/image.png', alt: text }),
]

/** A sign that stands nowhere else, so that it can be counted; two units of UTF-16 wide. */
const sign = '𠮷'

/** What is said, and what becomes of it on the platform. */
export function shown<B extends Bench>(subject: Subject<B>): void {
  for (const [way, say] of Object.entries(waysOf(subject))) {
    for (const [about, text] of Object.entries(awkward)) {
      check(
        subject,
        `${way} says ${about} as it was written, everywhere, and rings for nobody`,
        async (bench) => {
          const numbered = (at: number) => `(no. ${at}) ${text}`
          const notice = message(numbered(0), ...places.map((made, at) => made(numbered(at + 1))))
          await say(bench, headed(`(heading) ${text}`, notice))
          const seen = bench.seen()
          const whole = squeezed(wholeText(seen))
          const [first] = seen
          const words = first?.fallback === undefined ? whole : squeezed(first.fallback)
          for (const at of [0, ...places.map((_, index) => index + 1)]) {
            expect(whole).toContain(squeezed(numbered(at)))
            expect(words).toContain(squeezed(numbered(at)))
          }
          if (subject.headings !== false) expect(whole).toContain(squeezed(`(heading) ${text}`))
          expect(seen.flatMap(({ pings }) => pings)).toEqual([])
          expect(seen.flatMap(({ wrong }) => wrong)).toEqual([])
        },
      )
    }
    for (const length of new Set([0, ...subject.limits.flatMap((limit) => [limit - 1, limit, limit + 1])])) {
      const time = hastyTime()
      const saysAll = async (bench: B) => {
        const text = `${sign.repeat(length / 2)}${'.'.repeat(length % 2)}`
        const linkless = places.filter((_, at) => at !== 3 && at !== 4)
        await say(bench, message('All of it:', ...linkless.map((made) => made(text))), time)
        const seen = bench.seen()
        const count = wholeText(seen).split(sign).length - 1
        expect(count).toBeGreaterThanOrEqual(Math.floor(length / 2) * linkless.length)
        expect(wholeText(seen).isWellFormed()).toBe(true)
        expect(seen.flatMap(({ wrong }) => wrong)).toEqual([])
      }
      check(subject, `${way} says texts of ${length} units in full`, saysAll, {}, time)
    }
    if (subject.headings !== false)
      check(
        subject,
        `${way} shows a heading above all else, and what the card tells below once`,
        async (bench) => {
          const at = moment(new Date('2026-12-12T13:30:00Z'), 'Europe/Vienna')
          const facts = block.fields([['When', [{ ...at, once: true }]]])
          await say(
            bench,
            titled(
              'Meeting M3',
              message(
                ['Meeting M3, ', at].flatMap((one) => rich`${one}`),
                facts,
              ),
            ),
          )
          const [first] = bench.seen()
          expect(first?.text.trim()).toMatch(/^\W*Meeting M3/)
          expect(first?.text.match(/14:30/g)).toHaveLength(1)
          expect(first?.text).toMatch(/Sat 12 Dec 2026, 14:30 \(?Europe\/Vienna/)
        },
      )
    check(subject, `${way} says nothing at all in a message that the platform takes`, async (bench) => {
      await say(bench, message(''))
      expect(bench.seen()).toHaveLength(1)
      expect(bench.seen().flatMap(({ wrong }) => wrong)).toEqual([])
    })
    check(subject, `${way} tells a time with its zone, in the fallback too`, async (bench) => {
      const at = moment(new Date('2026-12-12T13:30:00Z'), 'Europe/Vienna')
      await say(bench, message([at], block.text(['full', 'day', 'time'].map((style) => asStyle(at, style)))))
      for (const words of bench.seen().flatMap(({ text, fallback = text }) => [text, fallback])) {
        expect(words).toMatch(/14:30 \(?Europe\/Vienna/)
        expect(words).not.toContain('{')
      }
    })
  }
}

function asStyle(at: ReturnType<typeof moment>, style: string): ReturnType<typeof moment> {
  return { ...at, style: style === 'day' || style === 'time' ? style : 'full' }
}

/** The ways to say something; each resolves when all of it is seen. */
function waysOf<B extends Bench>(
  subject: Subject<B>,
): Readonly<Record<string, (bench: B, message: Message, time?: TurnTime) => Promise<void>>> {
  const [event] = Object.values(subject.events)
  const [to] = subject.people
  return {
    async 'an answer'(bench, message) {
      bench.host.answer = () => done(message)
      await event?.bring(bench, freshId())
      await until('it is answered', () => bench.seen().length > 0)
      // All pages are said when the adapter has nothing in hand any more.
      await bench.adapter.stop()
    },
    async 'a delivery'(bench, message, time) {
      const key = freshId()
      await inTurn(() => bench.adapter.post(to, message, key), time)
    },
  }
}

function wholeText(seen: readonly Seen[]): string {
  return seen.map(({ text }) => text).join('\n')
}
