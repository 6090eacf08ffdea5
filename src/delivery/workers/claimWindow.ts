import { createBatchSize } from './batchSize.ts'

/** Bounds the notices that are claimed and not recorded: all of them are in doubt if the process is killed now. */
export interface ClaimWindow {
  /** Resolves to how many more may be claimed, as soon as there are enough to be worth it. */
  room(): Promise<number>
  /** Counts claimed notices. The function it returns is to be called as each of them is recorded. */
  claimed(count: number, batch: { readonly begun: number; readonly full: boolean }): () => void
}

interface WindowShape {
  readonly lanes: number
  readonly findsDelivered: boolean
  /** A monotonic clock in milliseconds. */
  ms(): number
}

/**
 * At most one batch is claimed and not yet recorded: one delivery a lane, or about a tenth of a second's work
 * where the platform is quick and can find what a crash left in doubt.
 */
const mostClaimed = 500
const quickMs = 40
const slowMs = 120

export function createClaimWindow({ lanes, findsDelivered, ms }: WindowShape): ClaimWindow {
  const batchSize = createBatchSize(lanes, findsDelivered ? mostClaimed : lanes, quickMs, slowMs)
  let unrecorded = 0
  let onRecord: (() => void) | undefined

  /** With few lanes' worth in hand each lane that is free claims its own; more are claimed by half a batch. */
  function mostUnrecorded(): number {
    return batchSize.size > lanes ? Math.floor(batchSize.size / 2) : batchSize.size - 1
  }

  return {
    async room() {
      while (unrecorded > mostUnrecorded()) {
        await new Promise<void>((resolve) => {
          onRecord = resolve
        })
      }
      return batchSize.size - unrecorded
    },
    claimed(count, { begun, full }) {
      unrecorded += count
      let left = count
      return () => {
        left -= 1
        unrecorded -= 1
        if (left === 0 && full) batchSize.lasted(ms() - begun)
        onRecord?.()
      }
    },
  }
}
