import { expect } from 'vitest'

import { message } from '../../../../src/core/message.ts'
import { check, freshId, pause, where } from '../declare.ts'
import type { Bench, Deliveries, Subject, Target } from '../subject.ts'
import { faultOf, say } from './delivered.ts'

/** On a busy machine a message may be on its way longer than the next one. */
const mostLeeway = 300

/** How long a conversation is held back. */
const heldMs = 3_000

/** Who waits for whom. */
export function paced<B extends Bench>(subject: Subject<B>): void {
  where(subject.deliveries, 'deliveries keep the platform’s pace', (means) => {
    declareFor(subject, means, 'person')
    where(subject.rooms, 'deliveries to rooms keep the platform’s pace', () => {
      declareFor(subject, means, 'room')
    })
  })
}

function declareFor<B extends Bench>(subject: Subject<B>, means: Deliveries<B>, to: Target): void {
  const leeway = Math.min(mostLeeway, means.gapMs / 2)
  check(
    subject,
    `a ${to} that is held back holds back no other one, and comes to its turn`,
    async (bench) => {
      means.order(bench, { kind: 'limited', afterSeconds: heldMs / 1000 })
      const held = Date.now()
      expect(await faultOf(say(subject, bench, to, message('One.'), 'k1'))).toEqual({
        kind: 'retryable',
        afterSeconds: 3,
      })
      const fault = await faultOf(say(subject, bench, to, message('Two.'), 'k2'))
      expect(fault).toEqual({ kind: 'paced', afterSeconds: expect.any(Number) })
      expect(Object(fault).afterSeconds).toBeOneOf([2, 3])
      expect(means.sends(bench)).toHaveLength(1)
      const before = Date.now()
      await say(subject, bench, to, message('Elsewhere.'), 'k3', 1)
      expect(Date.now() - before).toBeLessThan(Math.max(means.gapMs, heldMs / 3))
      expect(bench.seen()).toHaveLength(1)
      await pause(held + heldMs + mostLeeway - Date.now())
      await say(subject, bench, to, message('One.'), 'k1')
      expect(bench.seen().map(({ text }) => text.trim())).toEqual(['Elsewhere.', 'One.'])
    },
  )
  check(
    subject,
    `a ${to} is told several things one after the other, and others meanwhile`,
    async (bench) => {
      const began = Date.now()
      const both = ([0, 1] as const).flatMap((which) =>
        ['a', 'b'].map((text) => say(subject, bench, to, message(text), freshId(), which)),
      )
      await Promise.all(both)
      const [first = 0, second = 0, third = 0, fourth = 0] = means.sends(bench).map((at) => at.getTime())
      expect(second - first).toBeLessThan(means.gapMs - leeway)
      // On a busy machine the first may be on its way for long, and is seen late.
      expect(third - began).toBeGreaterThanOrEqual(means.gapMs - leeway)
      expect(fourth - began).toBeGreaterThanOrEqual(means.gapMs - leeway)
      expect(fourth - first).toBeLessThan(3 * means.gapMs)
      expect(
        bench
          .seen()
          .map(({ text }) => text.trim())
          .sort(),
      ).toEqual(['a', 'a', 'b', 'b'])
    },
  )
}
