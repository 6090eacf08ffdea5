import { expect } from 'vitest'

import type { Attempt } from '../../../../src/core/adapter.ts'
import { DeliveryError } from '../../../../src/core/errors.ts'
import { block, type Message, message } from '../../../../src/core/message.ts'
import { check, freshId, inTurn, until, where } from '../declare.ts'
import {
  type Bench,
  type Deliveries,
  type FindsOut,
  isLacking,
  type Subject,
  type Target,
  type Trouble,
} from '../subject.ts'

/** What comes of a delivery that met a trouble: the fault that is raised, and how often the message stands there. */
interface Fate {
  readonly raised: object | undefined
  readonly stands: number
}

interface Case {
  readonly trouble: Trouble
  /** Where the adapter can find out what became of the message, and where it cannot. */
  readonly found: Fate
  readonly unknown: Fate
  /** Where it sends the message again and the platform knows it for the same one. */
  readonly nonced: Fate
}

const fateNames = new Map<FindsOut, 'found' | 'unknown' | 'nonced'>([
  [true, 'found'],
  [false, 'unknown'],
  ['nonce', 'nonced'],
])

const again: Fate = { raised: { kind: 'retryable' }, stands: 0 }
const lost: Fate = { raised: { kind: 'ambiguous' }, stands: 0 }

const cases: Readonly<Record<string, Case>> = {
  'a limit that says how long': same(
    { kind: 'limited', afterSeconds: 7 },
    { kind: 'retryable', afterSeconds: 7 },
  ),
  'a limit that does not say how long': same(
    { kind: 'limited' },
    { kind: 'retryable', afterSeconds: expect.any(Number) },
  ),
  'a server that is broken': { trouble: { kind: 'broken' }, found: again, unknown: lost, nonced: again },
  'a connection that is reset before the message was taken': {
    trouble: { kind: 'reset', before: true },
    found: again,
    unknown: lost,
    nonced: again,
  },
  'a connection that is reset after the message was taken': {
    trouble: { kind: 'reset', before: false },
    found: { raised: undefined, stands: 1 },
    unknown: { ...lost, stands: 1 },
    nonced: { ...again, stands: 1 },
  },
  'a server that never answers': { trouble: { kind: 'silent' }, found: again, unknown: lost, nonced: again },
}

function same(trouble: Trouble, raised: object): Case {
  const fate = { raised, stands: 0 }
  return { trouble, found: fate, unknown: fate, nonced: fate }
}

/** Deliveries that fail: each is sent once, and the failure says what it means. */
export function delivered<B extends Bench>(subject: Subject<B>): void {
  for (const [refusal, { to, means, order }] of Object.entries(subject.refusals)) {
    check(subject, `a delivery to a ${to} where ${refusal} is ${means}`, async (bench) => {
      await order(bench)
      expect(await faultOf(say(subject, bench, to, message('News.'), 'k1'))).toMatchObject({ kind: means })
      expect(bench.seen()).toEqual([])
      if (!isLacking(subject.deliveries)) expect(subject.deliveries.sends(bench).length).toBeLessThan(2)
    })
  }
  where(subject.deliveries, 'a delivery that meets trouble', (means) => {
    declareFor(subject, means, 'person')
    where(subject.rooms, 'a delivery to a room that meets trouble', () => declareFor(subject, means, 'room'))
  })
}

function declareFor<B extends Bench>(subject: Subject<B>, means: Deliveries<B>, to: Target): void {
  for (const [about, { trouble, ...fates }] of Object.entries(cases)) {
    const { raised, stands } = fates[fateNames.get(means.findsOut[to]) ?? 'unknown']
    const called = raised && 'kind' in raised ? `raised as ${raised.kind}` : 'found to stand there'
    const sentence = `a delivery to a ${to} that meets ${about} is sent once and ${called}`
    const meets = async (bench: B) => {
      means.order(bench, trouble)
      expect(await faultOf(say(subject, bench, to, message('News.'), 'k1'))).toEqual(
        raised === undefined ? undefined : expect.objectContaining(raised),
      )
      expect(means.sends(bench)).toHaveLength(1)
      expect(bench.seen()).toHaveLength(stands)
      const waits = trouble.kind === 'limited'
      if (raised === undefined || !('kind' in raised) || raised.kind !== 'retryable' || waits) return
      await say(subject, bench, to, message('News.'), 'k1')
      expect(means.sends(bench)).toHaveLength(2)
      expect(bench.seen()).toHaveLength(1)
    }
    check(subject, sentence, meets, trouble.kind === 'silent' ? { callMs: 2_000 } : {})
  }
  check(
    subject,
    `a long delivery to a ${to} that is broken off goes on where it was, with the same key`,
    async (bench) => {
      const words = Array.from({ length: 3_000 }, (_, at) => `word${at}.`)
      const long = message('A long one.', block.text(words.join(' ')))
      const first = faultOf(say(subject, bench, to, long, 'k1'))
      await until('the first part is there', () => bench.seen().length === 1)
      means.order(bench, { kind: 'limited', afterSeconds: 1 })
      expect(await first).toMatchObject({ kind: 'retryable', afterSeconds: 1 })
      await inTurn(() => say(subject, bench, to, long, 'k1'))
      const seen = bench.seen().flatMap(({ text }) => text.match(/word\d+\./g) ?? [])
      expect(seen).toEqual(words)
    },
  )
}

/** Says something to the first person or in the first room. */
export function say<B extends Bench>(
  { people, rooms }: Subject<B>,
  { adapter }: B,
  to: Target,
  message: Message,
  key: string = freshId(),
  which: 0 | 1 = 0,
  attempt?: Attempt,
): Promise<void> {
  if (to === 'person') return adapter.post(people[which], message, key, attempt)
  const place = { platform: adapter.name, tenant: '-', channel: 'none', private: false }
  return adapter.announce(isLacking(rooms) ? place : rooms[which], message, key, attempt)
}

/** What a delivery failed with; undefined when it did not. */
export async function faultOf(delivery: Promise<void>): Promise<unknown> {
  try {
    await delivery
    return undefined
  } catch (error) {
    if (error instanceof DeliveryError) return error.fault
    throw error
  }
}
