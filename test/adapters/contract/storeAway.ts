import { expect } from 'vitest'

import { done } from '../../support/stubHost.ts'
import { check, freshId, pause, until } from './declare.ts'
import type { Bench, Subject } from './subject.ts'

/** The store goes away between what was done and its answer. */
export function storeAway<B extends Bench>(subject: Subject<B>): void {
  for (const [event, { bring }] of Object.entries(subject.events)) {
    check(subject, `${event} is answered once though the store is away by then`, async (bench) => {
      bench.host.answer = () => {
        Object.assign(bench.host.keep, { claim: gone, put: gone })
        return done('What was done.')
      }
      const id = freshId()
      const { acknowledged } = await bring(bench, id)
      await until('it is answered', () => answers(bench) > 0)
      await pause(50)
      expect(acknowledged).toBe(true)
      expect(answers(bench)).toBe(1)
    })
  }
}

async function gone(): Promise<never> {
  throw new Error('the store is away')
}

function answers(bench: Bench): number {
  return bench.seen().filter(({ text }) => text.includes('What was done.')).length
}
