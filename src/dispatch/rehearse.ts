import type { Trx } from '../../db/store/db.ts'
import { tryOut } from '../../db/store/savepoints/tryOut.ts'
import type { Trace } from './trace.ts'

/** Runs a command for its reply alone: what it writes is taken back, and nobody hears of it. Raises what it raises. */
export async function rehearse<T>(trx: Trx, trace: Trace, run: () => Promise<T>): Promise<T> {
  const { subject, notices, letters, shown } = trace
  const before = [notices, letters, shown].map((list) => ({ list, length: list.length }))
  try {
    return await tryOut(trx, run)
  } finally {
    for (const { list, length } of before) list.length = length
    trace.subject = subject
  }
}
