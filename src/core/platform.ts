import type { Adapter, Host } from './adapter.ts'
import type { Catalog } from './catalog.ts'
import type { Log } from './log.ts'

/** What the bot is, on the pages where platforms list their apps; Teams takes 80 characters. */
export const appDescription = 'Meetings, updates, newsletters and reminders of working groups'

/** Variables of the environment; an empty one counts as one that is not set. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Where this process listens, and where others reach it. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
}

/** A platform's part of the environment. */
export interface ReadSettings<S> {
  /** Undefined where nothing of the platform is set, or too little of it to go on. */
  readonly settings: S | undefined
  /** Everything that is wrong, each with what to do; no secret is repeated. */
  readonly problems: readonly string[]
  /** What looks odd, and may be right. */
  readonly hints: readonly string[]
  /** The variable that lets everybody on this machine in as anybody, where it is set. */
  readonly openBy?: string
  /** Secrets with which the store may be sealed where no key is set for that. */
  readonly secrets?: readonly string[]
}

/** A file that is written from the catalogue and checked in; its path is relative to the project's root. */
export interface Artifact {
  readonly file: string
  readonly content: string
}

/** A program of a platform's own, `npm run manifest -- slack …`. */
export interface PlatformProgram {
  readonly usage: string
  /** Raises an error for wrong arguments; undefined asks the caller to print the usage. */
  run(
    args: readonly string[],
    given: { readonly catalog: Catalog; readonly environment: Environment },
  ): Promise<ProgramOutcome | undefined>
}

export interface ProgramOutcome {
  readonly done: boolean
  readonly text: string
  /** What is written beside, for whoever asked for it. */
  readonly file?: { readonly path: string; readonly content: Uint8Array }
}

/** `manifest` prints what the platform is told of the app, `register` tells it itself. */
export type ProgramName = 'manifest' | 'register'

/** Everything that the rest of the program knows of a platform. */
interface PlatformRecord<S> {
  /** As accounts and places name it: `slack`. */
  readonly name: string
  /** As people name it: `Slack`. */
  readonly title: string
  /** The variables that it reads. */
  readonly environment: readonly string[]
  read(given: Environment, address: ServerAddress): ReadSettings<S>
  /** Loads the adapter, with its SDK, once it is known to be wanted. */
  create(given: { readonly host: Host; readonly settings: S; readonly log: Log }): Promise<Adapter>
  artifacts?(catalog: Catalog): Promise<readonly Artifact[]>
  readonly programs?: Readonly<Partial<Record<ProgramName, () => Promise<PlatformProgram>>>>
}

/** A platform with settings that were read, ready to be joined to the bot. */
export interface ConfiguredPlatform {
  readonly name: string
  readonly title: string
  create(given: { readonly host: Host; readonly log: Log }): Promise<Adapter>
}

/** A platform whose settings only it itself knows. */
export interface Platform extends Omit<PlatformRecord<never>, 'read' | 'create'> {
  read(
    given: Environment,
    address: ServerAddress,
  ): Omit<ReadSettings<never>, 'settings'> & { readonly configured: ConfiguredPlatform | undefined }
}

export function platform<S>({ read, create, ...rest }: PlatformRecord<S>): Platform {
  const { name, title } = rest
  return {
    ...rest,
    read(given, address) {
      const { settings, ...found } = read(given, address)
      const configured =
        settings === undefined
          ? undefined
          : { name, title, create: (by: { host: Host; log: Log }) => create({ ...by, settings }) }
      return { ...found, configured }
    },
  }
}
