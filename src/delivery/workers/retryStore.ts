import { retrying } from '../../chat/work/retrying.ts'

/** How long to wait, before a delivery, for a store that is briefly unreachable. */
export const waitsBefore: readonly number[] = [0, 100, 500, 2_000]

/** Tries again after each of the waits, in milliseconds; then the failure is raised. */
export function retryStore<T>(work: () => Promise<T>, waits: readonly number[]): Promise<T> {
  return retrying(work, (_, tries) => waits[tries - 1])
}
