import { expect } from 'vitest'

import { done } from '../../support/stubHost.ts'
import { check, freshId, pause, until } from './declare.ts'
import { type Bench, isLacking, type Subject } from './subject.ts'

/** The store goes away before anything could be recorded, or between what was done and its answer. */
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
    const away = (kind: keyof typeof awayFor) =>
      check(
        subject,
        `${event} is either told to try again or asked for again, never both, when ${kind}`,
        async (bench) => {
          const back = awayFor[kind](bench)
          const id = freshId()
          const { acknowledged } = await bring(bench, id)
          if (acknowledged) await until('its author is told', () => faults(bench) > 0)
          await pause(50)
          expect(faults(bench)).toBe(acknowledged ? 1 : 0)
          if (acknowledged || !comesAgain(subject, event)) return
          back()
          expect(await bring(bench, id)).toMatchObject({ acknowledged: true })
          await until('it is answered', () => answers(bench) > 0)
          await pause(50)
          expect(answers(bench)).toBe(1)
          expect(faults(bench)).toBe(0)
        },
      )
    away('nothing can be recorded')
    away('it is away altogether')
    if (!comesAgain(subject, event)) continue
    check(
      subject,
      `${event} that does not come again in time is told to try again, and does nothing from then on`,
      async (bench) => {
        const back = awayFor['nothing can be recorded'](bench)
        const id = freshId()
        await bring(bench, id)
        await until('its author is told', () => faults(bench) > 0)
        back()
        const asked = bench.host.asked.length
        expect(await bring(bench, id)).toMatchObject({ acknowledged: true })
        await pause(50)
        expect(faults(bench)).toBe(1)
        // What shows the fault in its own place may be answered anew there.
        if (bench.host.asked.length === asked) expect(answers(bench)).toBe(0)
      },
      { giveUpMs: 60 },
    )
  }
}

const fault = 'Something went wrong on our side'

/** Ways in which the store is away; each is ended by what it gives back. */
const awayFor = {
  'nothing can be recorded': ({ host }: Bench) => {
    host.answer = () => done(`${fault}.`, { outcome: 'failed', unrecorded: true })
    return () => {
      host.answer = () => done('What was done.')
    }
  },
  'it is away altogether': ({ host }: Bench) => {
    const { keep } = host
    const { get, list, claim } = keep
    host.answer = () => done(`${fault}.`, { outcome: 'failed', unrecorded: true })
    Object.assign(keep, { get: gone, list: gone, claim: gone })
    return () => {
      Object.assign(keep, { get, list, claim })
      host.answer = () => done('What was done.')
    }
  },
}

function comesAgain<B extends Bench>({ repeats }: Subject<B>, event: string): boolean {
  return !isLacking(repeats) && repeats.includes(event)
}

function faults(bench: Bench): number {
  return bench.seen().filter(({ text }) => text.includes(fault)).length
}

async function gone(): Promise<never> {
  throw new Error('the store is away')
}

function answers(bench: Bench): number {
  return bench.seen().filter(({ text }) => text.includes('What was done.')).length
}
