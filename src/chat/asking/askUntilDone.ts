import type { Answer } from '../../core/invocation.ts'

/** An answer, and the delivery id that it is recorded under. */
export interface RecordedAnswer {
  readonly answer: Answer
  readonly deliveryId: string
}

/** How often the same request may be retried after it was not done. */
const mostTries = 100

/**
 * Asks under the delivery ids `id`, `id:1`, `id:2`, … as far as the first that was done or is new. So a request that was
 * refused or failed is tried anew, while one that was done finds its receipt.
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
