import type { Transaction } from 'kysely'
import type { Caller } from '../db/directory/identities.ts'
import type { Room } from '../db/ledger/notices.ts'
import type { Database, Db } from '../db/store/schema.ts'
import type { Account } from '../src/core/address.ts'
import type { CommandSpec, FeatureSpec } from '../src/core/catalog.ts'
import { type Choice, UserError } from '../src/core/errors.ts'
import type { Invocation } from '../src/core/invocation.ts'
import type { Block, Button, Message } from '../src/core/message.ts'
import type { Options, Values } from '../src/core/option.ts'
import type { Day } from '../src/core/time/day.ts'

/** What a handler gets. It returns a message and never sends: what is said elsewhere goes through `notify`. */
export interface Context {
  /** The transaction of this invocation. */
  readonly db: Transaction<Database>
  readonly now: Date
  /** The caller's IANA zone. */
  readonly zone: string
  /** The day that it is for the caller. */
  readonly today: Day
  readonly caller: Caller
  readonly invocation: Invocation
  /** Says something to persons, each once per key, after this transaction has been committed. */
  notify(notices: readonly Notice[]): void
  /** Whether outgoing mail is set up. */
  readonly hasMail: boolean
  /** Sends an e-mail after this transaction has been committed. */
  mail(letter: Letter): void
  /** Names the record that the command was about, for the audit log: `meeting:12`. */
  about(subject: string): void
}

/** What one person is to be told, or what is to be said in a room. The same key is never told twice. */
export interface Notice {
  readonly key: string
  /** Who is told; undefined where a room is named. */
  readonly personId?: number
  readonly room?: Room
  /** `invitation`, `reminder`, …: what it is, for the record. */
  readonly kind: string
  /** The record it is about: `meeting:12`. */
  readonly subject: string
  readonly message: Message
}

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A no that nevertheless keeps what was written, as the count of failed attempts. Other noes are thrown. */
export interface Refusal {
  readonly kind: 'refusal'
  readonly text: string
  readonly buttons: readonly Button[]
}

export function refusal(text: string, ...buttons: readonly Button[]): Refusal {
  return { kind: 'refusal', text, buttons }
}

export interface Command extends CommandSpec {
  run(context: Context, values: Record<string, unknown>): Promise<Message | Refusal>
}

/** Who opens the bot's own page, and when. */
export type HomeContext = { readonly db: Db } & Pick<Context, 'now' | 'zone' | 'today' | 'caller'>

/** A feature's part of that page, some ten blocks at the most: it shows the beginning and a button for all. */
export interface HomePart {
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Feature extends FeatureSpec {
  readonly commands: readonly Command[]
  /** What the bot's own page shows of this feature to the caller, in order; none where there is nothing to say. */
  home?(context: HomeContext): Promise<readonly HomePart[]>
  /**
   * The shared card of a record by its kind, `meeting` for `meeting:12`: the same for everyone who reads it in
   * a room, so it holds nothing that one of them may not see, but for a viewer’s own copy, which also tells what
   * they themselves answered. Undefined when there is no such record.
   */
  readonly cards?: Readonly<
    Record<string, (db: Db, id: number, now: Date, viewer?: Account) => Promise<Message | undefined>>
  >
  /**
   * Its timed job: what is due at `now` and stands not yet in the ledger, at most `limit` of it, derived from
   * state. Runs in a transaction, on any replica, as often as it likes.
   */
  due?(db: Transaction<Database>, now: Date, limit: number): Promise<readonly Notice[]>
}

/** A command as data with its handler; the handler's arguments are typed from the options. */
export function command<const O extends Options>(
  spec: Omit<CommandSpec, 'options' | 'audience' | 'changes'> &
    Partial<Pick<CommandSpec, 'audience' | 'changes'>> & {
      readonly options: O
      run(context: Context, values: Values<O>): Promise<Message | Refusal> | Message | Refusal
    },
): Command {
  const { run, ...data } = spec
  return {
    audience: 'caller',
    changes: false,
    ...data,
    // The dispatcher read these values from these very options.
    run: async (context, values) => run(context, values as Values<O>),
  }
}

export function feature(spec: Feature): Feature {
  return spec
}

/** Whether the caller leads the group: chair, co-chair or vice-chair in office, or the secretariat. */
export function leads(caller: Caller, groupId: number | null): boolean {
  if (caller.isSecretariat) return true
  return caller.roles.some((role) => role.groupId === groupId && leading.has(role.role))
}

/** Whether the caller belongs to the group in any role but observer, or is the secretariat. */
export function belongs(caller: Caller, groupId: number | null): boolean {
  if (caller.isSecretariat) return true
  return caller.roles.some((role) => role.groupId === groupId && role.role !== 'observer')
}

const leading: ReadonlySet<string> = new Set(['chair', 'co-chair', 'vice-chair'])

/** The record of a number that the caller typed; raises `UserError` when there is none. */
export function found<T>(row: T | undefined, what: string, choices: readonly Choice[] = []): T {
  if (row === undefined) throw new UserError(`There is no ${what}.`, { choices })
  return row
}
