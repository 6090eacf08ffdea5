import { expect } from 'vitest'

import { message } from '../../../../src/core/message.ts'
import { check, freshId, pause, where } from '../declare.ts'
import type { Bench, Deliveries, Subject, Target } from '../subject.ts'
import { faultOf, say } from './delivered.ts'

const hourMs = 3_600_000

/** Where the platform forbids the bot to write. */
export function forbidden<B extends Bench>(subject: Subject<B>): void {
  for (const to of ['person', 'room'] as const) {
    const sentence = `a ${to} that is forbidden rests`
    where(to === 'room' ? subject.rooms : subject.people, sentence, () => {
      where(subject.deliveries, sentence, (means) => declareFor(subject, means, to))
    })
  }
}

function declareFor<B extends Bench>(subject: Subject<B>, means: Deliveries<B>, to: Target): void {
  const deliver = (bench: B, key: string, which: 0 | 1 = 0) =>
    faultOf(say(subject, bench, to, message(`News ${key}.`), key, which))

  check(
    subject,
    `a ${to} that is forbidden rests for an hour, and holds back no other one`,
    async (bench) => {
      bench.clock.set(bench.clock.now())
      means.forbid(bench, to)
      expect(await deliver(bench, 'k1')).toEqual({ kind: 'paced', afterSeconds: 3_600 })
      const sent = means.sends(bench).length
      expect(await deliver(bench, 'k2')).toEqual({ kind: 'paced', afterSeconds: 3_600 })
      expect(means.sends(bench)).toHaveLength(sent)
      expect(await deliver(bench, 'k3', 1)).toBeUndefined()
      bench.clock.set(new Date(bench.clock.now().getTime() + hourMs + 1_000))
      expect(await deliver(bench, 'k2')).toBeUndefined()
      expect(bench.seen().map(({ text }) => text.trim())).toEqual(['News k3.', 'News k2.'])
    },
  )

  check(subject, `a delivery to a ${to} that stays forbidden is given up after a day`, async (bench) => {
    bench.clock.set(bench.clock.now())
    for (const hours of [0, 12, 11, 2]) {
      bench.clock.set(new Date(bench.clock.now().getTime() + hours * hourMs))
      means.forbid(bench, to)
      const kind = hours === 2 ? 'forbidden' : 'paced'
      expect(await deliver(bench, 'k1')).toMatchObject({ kind })
    }
  })

  check(
    subject,
    `the secretariat is told once of a ${to} that is forbidden, with what mends it`,
    async (bench) => {
      const told: { key: string; said: string }[] = []
      bench.host.alert = async (key, message) => void told.push({ key, said: JSON.stringify(message) })
      means.forbid(bench, to)
      await deliver(bench, 'k1')
      await deliver(bench, 'k1')
      expect(told).toEqual([
        {
          key: expect.stringMatching(new RegExp(`^${bench.adapter.name}:`)),
          said: expect.stringContaining('tried again for a day'),
        },
      ])
    },
  )

  check(
    subject,
    `a ${to} that is forbidden is tried at once when somebody known speaks there`,
    async (bench) => {
      means.forbid(bench, to)
      expect(await deliver(bench, 'k1')).toMatchObject({ kind: 'paced' })
      await subject.events[means.speaking[to]]?.bring(bench, freshId())
      // The word of a stranger counts for nothing.
      expect(await deliver(bench, 'k2')).toMatchObject({ kind: 'paced' })
      bench.host.nameOf = async () => 'Ana'
      await subject.events[means.speaking[to]]?.bring(bench, freshId())
      expect(await faultUntilTurn(() => deliver(bench, 'k3'))).toBeUndefined()
    },
  )
}

/** The fault of a delivery once its turn has come. */
async function faultUntilTurn(deliver: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    const fault = await deliver()
    const { kind, afterSeconds } = Object(fault)
    if (kind !== 'paced' || afterSeconds > 10) return fault
    await pause(afterSeconds * 1000)
  }
}
