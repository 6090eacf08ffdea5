import type { Account } from '../address.ts'
import type { CommandSpec, FeatureSpec } from '../catalog.ts'
import type { Invocation } from '../invocation.ts'
import type { Block, Button, Message } from '../message.ts'
import type { Day } from '../time/day.ts'
import type { Caller } from './caller.ts'
import type { Mentions, NoMentions } from './mention.ts'
import type { Letter, Notice } from './notice.ts'
import type { Rule, Settling } from './rule.ts'

// The words between handlers and the dispatcher. Neither may import the other, and the core knows no store: `Db`
// is what reads go through, `Transaction` what writes go through.

/** What a handler gets. It returns a message and never sends: what is said elsewhere goes through `notify`. */
export interface Context<Transaction> {
  /** The transaction of this invocation. */
  readonly db: Transaction
  readonly now: Date
  /** The caller's IANA zone. */
  readonly zone: string
  /** The day that it is for the caller. */
  readonly today: Day
  readonly caller: Caller
  readonly invocation: Invocation
  /** Says something to persons or rooms, each once per key, after this transaction has been committed. */
  notify(notices: readonly Notice[]): void
  /** The question that the command may ask before it acts was answered with yes. */
  readonly confirmed: boolean
  /** It was sent by a form that showed how the record stood; what was left as it was is not among the values. */
  readonly fromForm: boolean
  /** A command that would write to more people than this shows first whom; infinite where it never asks. */
  readonly askAbove: number
  /** Whether outgoing mail is set up. */
  readonly hasMail: boolean
  /** Calendar services that can be asked when somebody is busy; for Google, the account to share a calendar with. */
  readonly calendars: { readonly google: string | undefined; readonly microsoft: boolean }
  /** The address at which people reach a path of the bot’s server; undefined where it has no public address. */
  addressOf(path: string): string | undefined
  /** Hides a text that must not be read in the store; its place there is part of the seal. */
  conceal(text: string, place: string): string
  /** Whether what is hidden at a place is this text. */
  conceals(hidden: string, text: string, place: string): boolean
  /** Names of groups on the platform where it was said; undefined where it has none. Only for what changes nothing. */
  readonly mentions: Mentions | NoMentions | undefined
  /** Sends an e-mail after this transaction has been committed. */
  mail(letter: Letter): void
  /** Notes whose address or number the answer shows to the caller, for those whom it concerns. */
  disclosed(shown: readonly ShownAddresses[]): void
  /** Names the record that the command was about, for the audit log: `meeting:12`. */
  about(subject: string): void
}

/** What of a person an answer shows beside their name and office. */
export interface ShownAddresses {
  readonly personId: number
  readonly fields: readonly ('email' | 'phone')[]
}

/** A refusal that keeps what was written, such as the count of failed attempts. Other refusals are thrown. */
export interface Refusal {
  readonly kind: 'refusal'
  readonly text: string
  readonly buttons: readonly Button[]
}

/** Nothing was done yet: what would be done, and one button that does it. For a command that `mayAsk`. */
export interface Question {
  readonly kind: 'question'
  readonly message: Message
  /** The button that does it. */
  readonly yes: string
  /** Option texts that replace what was typed, so that the button means what was shown. */
  readonly values: Readonly<Record<string, string>>
  /** Other ways to do it, each with the option texts that it replaces. */
  readonly others?: readonly { readonly label: string; readonly values: Readonly<Record<string, string>> }[]
}

/** A record that a form changes. */
export interface EditedRecord {
  /** As the audit log calls it: `meeting:12`. */
  readonly subject: string
  /** The commands beside this one that change the same of it. */
  readonly alsoBy: readonly string[]
  /** The options that a form leaves as they stand, also where what else it says would change them. */
  readonly keeps?: readonly string[]
  /** Holds it until the transaction ends, so that two forms sent at once follow each other. */
  hold(): Promise<unknown>
}

export interface Command<Transaction> extends CommandSpec {
  /** The values were read from the command's own options. */
  run(context: Context<Transaction>, values: Record<string, unknown>): Promise<Message | Refusal | Question>
  /** Raises `UserError` for whoever may not use it whatever they give, before anything is asked. */
  refuse?(context: Context<Transaction>, fields: Readonly<Record<string, string>>): Promise<void>
  /** The record that a form changes; with it, whoever sends a form too late is told who changed what it showed. */
  edits?(context: Context<Transaction>, values: Record<string, unknown>): EditedRecord
  /** How that record stood before, as texts of the options: an older button that fills these in opens the form as it stands now. */
  formerly?(
    context: Context<Transaction>,
    values: Record<string, unknown>,
  ): Promise<readonly Readonly<Record<string, string>>[]>
  /** How the record that was named stands now, as texts of the options: what a form to change it opens on. */
  present?(
    context: Context<Transaction>,
    values: Record<string, unknown>,
  ): Promise<Readonly<Record<string, string>>>
  /**
   * The same answer in one statement, where what was typed is a key, such as an e-mail address; undefined where it
   * is none, so that it is read like any name. Only for what anyone may look at.
   */
  byKey?(
    context: Context<Transaction>,
    fields: Readonly<Record<string, string>>,
  ): Promise<Message | undefined>
}

/** Who opens the bot's own page, and when. */
export interface HomeContext<Db> {
  readonly db: Db
  readonly now: Date
  readonly zone: string
  readonly today: Day
  readonly caller: Caller
}

/** A feature's part of that page, some ten blocks at the most: it shows the beginning and a button for all. */
export interface HomePart {
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Feature<Db, Transaction extends Db> extends FeatureSpec {
  readonly commands: readonly Command<Transaction>[]
  /** What the bot's own page shows of this feature to the caller, in order; nothing where there is nothing to say. */
  home?(context: HomeContext<Db>): Promise<readonly HomePart[]>
  /**
   * The shared card of a record by its kind, `meeting` for `meeting:12`: the same for everyone who reads it in
   * a room, so it holds nothing that one of them may not see. A viewer's own copy also tells what they
   * themselves answered. Undefined when there is no such record.
   */
  readonly cards?: Readonly<
    Record<string, (db: Db, id: number, now: Date, viewer?: Account) => Promise<Message | undefined>>
  >
  /**
   * Private pages by their name; what is asked for is the secret at the end of the page's address. Undefined for a
   * secret that is unknown or has expired.
   */
  readonly pages?: Readonly<
    Record<string, (db: Db, secret: string, now: Date) => Promise<string | undefined>>
  >
  /** What it says by itself. */
  readonly rules?: readonly Rule<Transaction>[]
  /** What takes the buttons off what its commands have said. */
  readonly settles?: readonly Settling<Transaction>[]
}
