import type { Transaction } from 'kysely'

import type { AuditEntry } from '../../db/ledger/audit.ts'
import type { Database } from '../../db/schema.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Db } from '../../db/store/db.ts'
import type { Change } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import type * as core from '../core/feature/feature.ts'
import type { Jobs } from '../delivery/jobs.ts'
import type { Log } from '../process/log.ts'

export type Command = core.Command<Transaction<Database>>
export type Context = core.Context<Transaction<Database>>
export type Feature = core.Feature<Db, Transaction<Database>>

/** What an invocation is run with. */
export interface Services {
  readonly store: Store
  readonly clock: Clock
  readonly features: readonly Feature[]
  readonly jobs: Jobs
  readonly log: Log
  /** Whether letters can be sent at all. */
  readonly hasMail: boolean
  /** Records that somebody looked at something; resolves when it is written. */
  readonly looked: (entry: AuditEntry) => Promise<void>
  /** Hears what was changed, once it is committed. */
  readonly changed: (change: Change) => void
}
