import type { Answer } from '../../core/invocation.ts'

/** The result, and the name of the event that it is recorded under. */
export interface RecordedAnswer {
  readonly answer: Answer
  readonly deliveryId: string
}

/** How often the same request may be retried after it was not done. */
const mostTries = 100

/**
 * Asks under the names `id`, `id:1`, `id:2`, … until one of them was done, or is asked for the first time. So what
 * was not done before is tried anew, while what comes twice meets the receipt of the try that was done.
 */
export async function askUntilDone(
  id: string,
  ask: (deliveryId: string) => Promise<Answer>,
): Promise<RecordedAnswer> {
  let acted = { answer: await ask(id), deliveryId: id }
  for (let tries = 1; tries <= mostTries && acted.answer.repeated; tries += 1) {
    if (acted.answer.outcome === 'done') break
    acted = { answer: await ask(`${id}:${tries}`), deliveryId: `${id}:${tries}` }
  }
  return acted
}
