import { expect } from 'vitest'

import { message } from '../../../src/core/message.ts'
import { done } from '../../support/stubHost.ts'
import { check, freshId, pause, until, where } from './declare.ts'
import { say } from './delivery/delivered.ts'
import type { Bench, Subject } from './subject.ts'

/** A stop waits for what is in flight. */
export function stopped<B extends Bench>(subject: Subject<B>): void {
  for (const [event, { bring }] of Object.entries(subject.events)) {
    check(subject, `a stop waits until ${event} in flight is answered`, async (bench) => {
      const gate = Promise.withResolvers<void>()
      bench.host.answer = async () => {
        await gate.promise
        return done('the last answer')
      }
      const brought = bring(bench, freshId())
      await until('it is dispatched', () => bench.host.asked.length > 0)
      const stop = watch(bench.adapter.stop())
      await pause(100)
      expect(stop.ended()).toBe(false)
      gate.resolve()
      await stop.promise
      await brought
      expect(bench.seen().filter(({ text }) => text.includes('the last answer'))).toHaveLength(1)
    })
  }
  where(subject.deliveries, 'a stop waits for deliveries in flight', (means) => {
    check(subject, 'a stop waits for deliveries in flight', async (bench) => {
      means.order(bench, { kind: 'slow', ms: 400 })
      const delivery = watch(say(subject, bench, 'person', message('News.')))
      await until('it is sent', () => means.sends(bench).length > 0)
      await bench.adapter.stop()
      expect(delivery.ended()).toBe(true)
      await delivery.promise
    })
    check(
      subject,
      'a stop does not wait for long for a platform that says nothing',
      async (bench) => {
        means.order(bench, { kind: 'silent' })
        const delivery = watch(say(subject, bench, 'person', message('News.')))
        await until('it is sent', () => means.sends(bench).length > 0)
        await bench.adapter.stop()
        expect(delivery.ended()).toBe(false)
        await delivery.promise.catch(() => undefined)
      },
      { callMs: 4_000, stopMs: 300 },
    )
  })
}

function watch(promise: Promise<void>): { readonly promise: Promise<void>; ended(): boolean } {
  let ended = false
  const end = () => {
    ended = true
  }
  promise.then(end, end)
  return { promise, ended: () => ended }
}
