import { expect } from 'vitest'

import type { Answer, Outcome } from '../../../src/core/invocation.ts'
import { done } from '../../support/stubHost.ts'
import { check, freshId, pause, until, where } from './declare.ts'
import { type Bench, isLacking, type Seen, type Subject } from './subject.ts'

const theAnswer = 'This is the answer.'

/** What is put off is put off soon, so that it is so in time however busy the machine is. */
const hurried = { answerMs: 200 }

interface Kind {
  readonly outcome: Outcome
  readonly audience: Answer['audience']
}

/** Answers, and who sees them where others read along. */
const kinds: readonly (Kind & { readonly seenBy: 'caller' | 'room' })[] = [
  { outcome: 'done', audience: 'caller', seenBy: 'caller' },
  { outcome: 'done', audience: 'room', seenBy: 'room' },
  { outcome: 'asked', audience: 'room', seenBy: 'caller' },
  { outcome: 'refused', audience: 'caller', seenBy: 'caller' },
  { outcome: 'refused', audience: 'room', seenBy: 'caller' },
  { outcome: 'failed', audience: 'caller', seenBy: 'caller' },
  { outcome: 'failed', audience: 'room', seenBy: 'caller' },
]

/** Answers: for whom, how late, and by which way. */
export function answered<B extends Bench>(subject: Subject<B>): void {
  for (const [event, { bring, room }] of Object.entries(subject.events)) {
    for (const { outcome, audience, seenBy } of kinds) {
      const wanted = room ? seenBy : 'caller'
      const about = `an answer for the ${audience} that is ${outcome}`
      check(subject, `${event} is answered: ${about} is seen by the ${wanted}`, async (bench) => {
        bench.host.answer = () => done(theAnswer, { outcome, audience })
        await bring(bench, freshId())
        await until('it is answered', () => answers(bench).length > 0)
        await pause(30)
        expect(answers(bench).map(({ by }) => by)).toEqual([wanted])
        expect(bench.seen().filter(({ by }) => by !== wanted)).toEqual([])
      })
    }
    const late = `${event} whose handler is slow is acknowledged in time and answered late, once`
    where(subject.ackMs, late, (ackMs) => {
      check(
        subject,
        late,
        async (bench) => {
          const answer = answerWhenTold(bench)
          const id = freshId()
          const { ms, acknowledged } = await bring(bench, id)
          const early = answers(bench)
          const again = acknowledged ? undefined : bring(bench, id)
          answer()
          expect(ms).toBeLessThan(ackMs)
          expect(early).toEqual([])
          if (again) {
            // It comes again while the first one is still worked on; where it does not, it would be lost.
            expect(isLacking(subject.repeats) ? [] : subject.repeats).toContain(event)
            expect(await again).toMatchObject({ acknowledged: true })
          }
          await until('it is answered', () => answers(bench).length > 0)
          await pause(200)
          expect(answers(bench).map(({ by }) => by)).toEqual(['caller'])
        },
        hurried,
      )
    })
    const closed = `${event} whose handler is slow is answered by direct message when the late way is closed`
    where(subject.ackMs, closed, () => {
      where(subject.closeLate, closed, (closeLate) => {
        check(
          subject,
          closed,
          async (bench) => {
            closeLate(bench)
            const answer = answerWhenTold(bench)
            await bring(bench, freshId())
            answer()
            await until('it is answered', () => answers(bench).length > 0)
            await pause(200)
            expect(answers(bench)).toMatchObject([{ by: 'caller', direct: true }])
          },
          hurried,
        )
      })
    })
  }
}

/** The handler answers when this is called, and not before. */
function answerWhenTold({ host }: Bench): () => void {
  const gate = Promise.withResolvers<void>()
  host.answer = async () => {
    await gate.promise
    return done(theAnswer)
  }
  return gate.resolve
}

function answers(bench: Bench): readonly Seen[] {
  return bench.seen().filter(({ text }) => text.includes(theAnswer))
}
