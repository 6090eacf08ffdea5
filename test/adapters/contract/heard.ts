import { expect } from 'vitest'

import { done } from '../../support/stubHost.ts'
import { awkward, squeezed } from './awkward.ts'
import { check, freshId, pause, until, where } from './declare.ts'
import type { Bench, Subject } from './subject.ts'

/** Events in, invocations out. */
export function heard<B extends Bench>(subject: Subject<B>): void {
  for (const [event, { bring, wanted }] of Object.entries(subject.events)) {
    check(subject, `${event} is dispatched as what was asked, by whom and where`, async (bench) => {
      await bring(bench, freshId())
      await until('it is dispatched', () => bench.host.asked.length > 0)
      const { deliveryId: _deliveryId, ...asked } = bench.host.asked[0] ?? {}
      expect(asked).toEqual(wanted)
      expect(bench.host.asked).toHaveLength(1)
    })
    const thrice = `${event} that comes three times at once is dispatched under one delivery id`
    where(subject.repeats, thrice, (repeats) => {
      check(subject, thrice, async (bench) => {
        bench.host.answer = async () => {
          await pause(50)
          return done('the one answer')
        }
        const id = freshId()
        await Promise.all([1, 2, 3].map(() => bring(bench, id)))
        await bring(bench, freshId())
        await until('all are dispatched', () => bench.host.asked.length >= 4)
        const [first, second, third, other] = bench.host.asked.map((one) => one.deliveryId)
        expect(first).toEqual(expect.any(String))
        expect([second, third]).toEqual([first, first])
        expect(other).not.toBe(first)
        if (!repeats.includes(event)) return
        await until('both are answered', () => answers(bench) >= 2)
        await pause(100)
        expect(answers(bench)).toBe(2)
      })
    })
  }
  where(subject.ignored, 'what nobody said to the bot is left alone', (ignored) => {
    for (const [event, bring] of Object.entries(ignored)) {
      check(subject, `${event} is acknowledged and left alone`, async (bench) => {
        const { acknowledged } = await bring(bench)
        await pause(100)
        expect(acknowledged).toBe(true)
        expect(bench.host.asked).toEqual([])
        expect(bench.seen()).toEqual([])
      })
    }
  })
  for (const [about, text] of Object.entries(awkward)) {
    const sentence = `a line with ${about} reaches the house as it was typed`
    const reason = subject.typed.cannot[about]
    where(reason === undefined ? true : { notSupported: reason }, sentence, () => {
      check(subject, sentence, async (bench) => {
        await subject.typed.bring(bench, text)
        await until('it is dispatched', () => bench.host.asked.length > 0)
        const input = bench.host.asked[0]?.input
        expect(squeezed(input?.kind === 'line' ? input.text : '')).toBe(squeezed(`/meeting list ${text}`))
      })
    })
  }
}

function answers(bench: Bench): number {
  return bench.seen().filter(({ text }) => text.includes('the one answer')).length
}
