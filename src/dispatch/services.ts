import type { Disclosure } from '../../db/directory/visibility/disclosures.ts'
import type { AuditEntry } from '../../db/ledger/audit.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Db, Trx } from '../../db/store/db.ts'
import type { Change } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import type * as core from '../core/feature/feature.ts'
import type { Mentions, NoMentions } from '../core/feature/mention.ts'
import type { Letter } from '../core/feature/notice.ts'
import type { Jobs } from '../delivery/jobs.ts'
import type { SharedPacing } from '../delivery/pacing.ts'
import type { Log } from '../process/log.ts'
import type { Mailer } from '../process/mail.ts'
import type { Meter } from '../process/meter.ts'
import type { Seal } from '../process/seal.ts'
import type { Secrets } from '../process/secrets.ts'
import type { CalendarSettings } from '../settings/calendars.ts'
import type { Callers } from './caller/callers.ts'
import type { Dialogue } from './dialogue/dialogue.ts'

export type Command = core.Command<Trx>
export type Context = core.Context<Trx>
export type Feature = core.Feature<Db, Trx>

/** What an invocation is run with. */
export interface Services {
  readonly store: Store
  readonly clock: Clock
  readonly features: readonly Feature[]
  readonly jobs: Jobs
  readonly pacing: SharedPacing
  readonly log: Log
  readonly meter: Meter
  /** Whether letters can be sent at all. */
  readonly hasMail: boolean
  /** Composes the letters that are due by themselves and notes them as sent; undefined where no mail is set up. */
  readonly letters: ((trx: Trx, now: Date) => Promise<readonly Letter[]>) | undefined
  /** Where people reach the server, without a slash at its end; undefined where nobody does. */
  readonly publicUrl: string | undefined
  /** A command that would write to more people than this asks first. */
  readonly askAbove: number
  /** For how long the same words of the same person make nothing a second time. */
  readonly saidAgainMs: number
  /** The calendar services that can be asked when somebody is busy. */
  readonly calendars: CalendarSettings
  /** Seals what must not be readable in the store, such as a private address. */
  readonly secrets: Secrets
  readonly callers: Callers
  readonly dialogue: Dialogue
  /** The claims of deliveries that this process has in hand. */
  readonly hands: ReadonlySet<string>
  /** Tells the secretariat of what may not have arrived. Never throws. */
  readonly reportDoubts: () => Promise<void>
  /** Records that somebody looked at something; written soon, at the latest before the process ends. */
  readonly looked: (entry: AuditEntry) => void
  /** Records that somebody was shown an address; written likewise. */
  readonly disclosed: (disclosure: Disclosure) => void
  /** The names of groups that a platform keeps; undefined where it has none. */
  readonly mentionsOn?: (platform: string) => Mentions | NoMentions | undefined
  /** Is called when a tick is over. */
  readonly ticked?: () => void
  /** Is called with what was changed, once it is committed. */
  readonly changed: (change: Change) => void
}

/** What the bot is built from. */
export interface BotParts {
  readonly features: readonly Feature[]
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly mailer?: Mailer
  /** The address that letters come from; one of the server's own name by default. */
  readonly mailFrom?: string | undefined
  /** Whether a reply by mail to a letter counts. */
  readonly answersByMail?: boolean
  readonly seal?: Seal
  readonly publicUrl?: string | undefined
  /** A command that would write to more people than this shows first whom; infinite to have it never ask. */
  readonly askAbove?: number
  /** For how long the same words of the same person make nothing a second time; a minute by default, 0 for never. */
  readonly saidAgainMs?: number
  /** The calendar services that can be asked when somebody is busy; none by default. */
  readonly calendars?: CalendarSettings
  readonly meter?: Meter
}
