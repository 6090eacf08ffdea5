import { takeDoubts, type UncertainNotice } from '../../db/ledger/claims/doubts.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Clock } from '../core/clock.ts'
import { block, button, message, rich } from '../core/message.ts'
import type { Log } from '../process/log.ts'
import { type AlertDependencies, alertKind, alertWithin, repeatWithin } from './alert.ts'

interface DoubtMeans extends AlertDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

/** How many doubtful deliveries one alert lists; the rest go into another. */
const mostAtOnce = 50

/**
 * Tells the secretariat, once per delivery, who may have missed what: it is not sent again, so somebody may want to ask
 * them. A failure is logged, and the next tick catches up.
 */
export async function reportDoubts(deps: DoubtMeans): Promise<void> {
  try {
    let more = true
    while (more) more = (await reportSome(deps)) === mostAtOnce
  } catch (error) {
    deps.log.error({ err: error }, 'failed to report doubtful deliveries')
  }
}

async function reportSome(deps: DoubtMeans): Promise<number> {
  const taken = await deps.store.kysely.transaction().execute(async (trx) => {
    const doubts = await takeDoubts(trx, deps.clock.now(), mostAtOnce)
    // Nobody is told of a doubtful alert; it is sent again.
    const alerts = doubts.filter(({ kind }) => kind === alertKind)
    if (alerts.length > 0) await repeatWithin(deps, trx, alerts)
    const told = doubts.filter(({ kind }) => kind !== alertKind)
    const [first] = told
    if (first) await alertWithin(deps, trx, `doubt:${first.id}`, doubtsMessage(told))
    return doubts.length
  })
  if (taken > 0) deps.jobs.wake()
  return taken
}

function doubtsMessage(doubts: readonly UncertainNotice[]) {
  return message(
    rich`Something may not have arrived: the connection broke, or a process ended, while I was writing. I will not send it a second time by myself.`,
    block.list(
      doubts.map(
        (doubt) => rich`${doubt.name ?? `A group’s room (${doubt.channel ?? ''})`}: ${whatOf(doubt)}`,
      ),
    ),
    block.buttons(button('What failed', 'reminder failed')),
  )
}

/** `invitation, M12`; the text itself may be private to its reader. */
function whatOf({ kind, subject }: UncertainNotice): string {
  const [, letter, number] = /^(m|u)(?:eeting|pdate):(\d+)$/.exec(subject) ?? []
  return letter === undefined ? kind : `${kind}, ${letter.toUpperCase()}${number}`
}
