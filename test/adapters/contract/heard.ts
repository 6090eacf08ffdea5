import { expect } from 'vitest'

import type { Input } from '../../../src/core/invocation.ts'
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
      const {
        deliveryId: _deliveryId,
        openFile: _openFile,
        read: _read,
        message,
        ...asked
      } = bench.host.asked[0] ?? {}
      const { message: named, ...said } = wanted
      // A form that was never opened here says that nobody knows what it showed.
      expect(withoutPresent(asked)).toEqual(said)
      // Which message it was, where the platform tells; a sample that names it is held to it.
      expect(message ?? '').toEqual(named ?? expect.any(String))
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
        const times = subject.replays === 'dropped' ? 1 : 3
        await until('all are dispatched', () => bench.host.asked.length > times)
        const ids = bench.host.asked.map((one) => one.deliveryId)
        const [first] = ids
        expect(first).toEqual(expect.any(String))
        expect(ids.slice(0, times)).toEqual(Array.from({ length: times }, () => first))
        expect(ids[times]).not.toBe(first)
        expect(ids).toHaveLength(times + 1)
        if (!repeats.includes(event) && subject.replays === undefined) return
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
        const { read = lineOf } = subject.typed
        const texts = bench.host.asked.map(({ input }) => squeezed(read(input)))
        expect(texts).toEqual([squeezed(`/meeting list ${text}`)])
      })
    })
  }
}

function lineOf(input: Input): string {
  return input.kind === 'line' ? input.text : ''
}

function answers(bench: Bench): number {
  return bench.seen().filter(({ text }) => text.includes('the one answer')).length
}

function withoutPresent<T extends object>(asked: T): T {
  if (!('input' in asked) || typeof asked.input !== 'object' || asked.input === null) return asked
  return {
    ...asked,
    input: Object.fromEntries(Object.entries(asked.input).filter(([name]) => name !== 'present')),
  }
}
