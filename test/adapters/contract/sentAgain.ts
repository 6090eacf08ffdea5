import { expect } from 'vitest'

import type { Outcome } from '../../../src/core/invocation.ts'
import { done } from '../../support/stubHost.ts'
import { check, freshId, pause, until, where } from './declare.ts'
import type { Bench, Subject } from './subject.ts'

/** A form is sent again: by a finger that was too quick, or after something was put right elsewhere. */
export function sentAgain<B extends Bench>(subject: Subject<B>): void {
  where(subject.sendForm, 'a form that is sent again', (sendForm) => declareFor(subject, sendForm))
}

function declareFor<B extends Bench>(
  subject: Subject<B>,
  sendForm: (bench: B, name: string) => Promise<unknown>,
): void {
  check(subject, 'a form that is sent twice at once acts once', async (bench) => {
    const acts = countActs(bench, () => 'done')
    const name = freshId()
    await Promise.all([sendForm(bench, name), sendForm(bench, name)])
    await until('both are dispatched', () => bench.host.asked.length >= 2)
    expect(acts()).toBe(1)
  })
  check(subject, 'a form that is opened anew and sent with the same content acts again', async (bench) => {
    const acts = countActs(bench, () => 'done')
    await sendForm(bench, freshId())
    await sendForm(bench, freshId())
    await until('both are dispatched', () => bench.host.asked.length >= 2)
    expect(acts()).toBe(2)
  })
  for (const outcome of ['refused', 'failed'] as const) {
    check(
      subject,
      `a form that ${wasOnce[outcome]} is tried anew, once for all its copies`,
      async (bench) => {
        let now: Outcome = outcome
        const acts = countActs(bench, () => now)
        const name = freshId()
        await sendForm(bench, name)
        await until('it is dispatched', () => acts() === 1)
        now = 'done'
        await Promise.all([sendForm(bench, name), sendForm(bench, name)])
        await until('it is tried anew', () => acts() > 1)
        await pause(100)
        expect(acts()).toBe(2)
        await sendForm(bench, name)
        await pause(50)
        expect(acts()).toBe(2)
      },
    )
  }
}

const wasOnce = { refused: 'was refused', failed: 'met a fault of ours' }

/** Counts how often something is really done; each time takes a moment, so that copies meet. */
function countActs({ host }: Bench, outcome: () => Outcome): () => number {
  let acts = 0
  host.answer = async () => {
    acts += 1
    const came = outcome()
    await pause(30)
    return done('This came of it.', { outcome: came })
  }
  return () => acts
}
