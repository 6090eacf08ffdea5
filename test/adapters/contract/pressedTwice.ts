import { expect } from 'vitest'

import type { Button } from '../../../src/core/message.ts'
import { check, until, where } from './declare.ts'
import type { Bench, Subject } from './subject.ts'

const changes: Button = { label: 'Plan it', command: 'meeting schedule', values: { title: 'Winds' } }
const looks: Button = { label: 'Look', command: 'meeting list', values: { words: 'winds' } }

/** A finger that was too quick: the platform brings two presses, each under a name of its own. */
export function pressedTwice<B extends Bench>(subject: Subject<B>): void {
  where(subject.doubleClick, 'a double click', () => declareFor(subject))
}

function declareFor<B extends Bench>(subject: Subject<B>): void {
  for (const [place, press] of Object.entries(subject.buttons)) {
    check(subject, `a double click in ${place} acts once`, async (bench) => {
      await press(bench, changes, 2)
      await until('both are dispatched', () => bench.host.asked.length >= 2)
      // The house acts once for each name.
      expect(namesOf(bench).size).toBe(1)
    })
    check(subject, `a double click in ${place} on what only looks is answered twice`, async (bench) => {
      await press(bench, looks, 2)
      await until('both are dispatched', () => bench.host.asked.length >= 2)
      expect(namesOf(bench).size).toBe(2)
    })
  }
}

function namesOf({ host }: Bench): ReadonlySet<string | undefined> {
  return new Set(host.asked.map(({ deliveryId }) => deliveryId))
}
