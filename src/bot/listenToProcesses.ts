import { processBegins } from '../../db/ledger/paces.ts'
import type { Store } from '../../db/store/connect.ts'
import type { SharedPacing } from '../delivery/pacing.ts'
import type { Callers } from '../dispatch/caller/callers.ts'

/** Listens to what the processes on one store tell each other, until the promise that it returns is called. */
export function listenToProcesses(
  store: Store,
  callers: Pick<Callers, 'forget' | 'hearing'>,
  pacing: Pick<SharedPacing, 'look' | 'hearing'>,
): () => Promise<void> {
  return store.listen('callers', {
    heard(what) {
      if (what === processBegins) void pacing.look()
      else callers.forget()
    },
    connected(now) {
      callers.hearing(now)
      void pacing.hearing(now)
    },
  })
}
