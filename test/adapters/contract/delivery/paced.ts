import { expect } from 'vitest'

import { message } from '../../../../src/core/message.ts'
import { check, freshId, until, where } from '../declare.ts'
import type { Bench, Deliveries, Subject, Target } from '../subject.ts'
import { faultOf, say } from './delivered.ts'
import { turnedTime } from './turnedTime.ts'

/** Who waits for whom, by a time that the test turns. */
export function paced<B extends Bench>(subject: Subject<B>): void {
  where(subject.deliveries, 'deliveries keep the platform’s pace', (means) => {
    declareFor(subject, means, 'person')
    where(subject.rooms, 'deliveries to rooms keep the platform’s pace', () => {
      declareFor(subject, means, 'room')
    })
  })
}

function declareFor<B extends Bench>(subject: Subject<B>, means: Deliveries<B>, to: Target): void {
  const heldUp = turnedTime()
  const held = async (bench: B) => {
    const texts = () => bench.seen().map(({ text }) => text.trim())
    means.order(bench, { kind: 'limited', afterSeconds: 3 })
    expect(await faultOf(say(subject, bench, to, message('One.'), 'k1'))).toEqual({
      kind: 'retryable',
      afterSeconds: 3,
    })
    const second = () => faultOf(say(subject, bench, to, message('Two.'), 'k2'))
    expect(await second()).toEqual({ kind: 'paced', afterSeconds: 3 })
    heldUp.turn(1_500)
    expect(await second()).toEqual({ kind: 'paced', afterSeconds: 2 })
    expect(means.sends(bench)).toHaveLength(1)
    await say(subject, bench, to, message('Elsewhere.'), 'k3', 1)
    expect(texts()).toEqual(['Elsewhere.'])
    heldUp.turn(1_499)
    const first = say(subject, bench, to, message('One.'), 'k1')
    await until('the first is to come at once', () => heldUp.waits().length === 1)
    expect(heldUp.waits()).toEqual([1])
    heldUp.turn(1)
    await first
    expect(texts()).toEqual(['Elsewhere.', 'One.'])
  }
  check(subject, `a ${to} that is held back holds back no other one, and comes to its turn`, held, {}, heldUp)
  const taken = turnedTime()
  const several = async (bench: B) => {
    const both = ([0, 1] as const).flatMap((which) =>
      ['a', 'b'].map((text) => say(subject, bench, to, message(text), freshId(), which)),
    )
    await until('both were told one thing', () => bench.seen().length === 2 && taken.waits().length === 2)
    expect(taken.waits()).toEqual([means.gapMs, means.gapMs])
    taken.turn(means.gapMs - 1)
    expect(taken.waits()).toEqual([1, 1])
    expect(means.sends(bench)).toHaveLength(2)
    taken.turn(1)
    await Promise.all(both)
    expect(means.sends(bench)).toHaveLength(4)
    const texts = bench.seen().map(({ text }) => text.trim())
    expect(texts.slice(0, 2)).toEqual(['a', 'a'])
    expect(texts.slice(2)).toEqual(['b', 'b'])
  }
  check(
    subject,
    `a ${to} is told several things one after the other, and others meanwhile`,
    several,
    {},
    taken,
  )
}
