import type { RecordPart } from './language/verbs/recordPart.ts'
import type { Option, Options } from './option.ts'

/**
 * Who may use a command. `member` and `chair` are of the group that the option `of` names (a group, or the
 * group of a meeting), a `coordinator` looks after the people of their own entity, which the handler checks; the
 * secretariat may always.
 */
export type Access =
  | { readonly who: 'everyone' }
  | { readonly who: 'anyone' }
  | { readonly who: 'member'; readonly of: string }
  | { readonly who: 'chair'; readonly of: string }
  | { readonly who: 'coordinator' }
  | { readonly who: 'secretariat' }

export const everyone: Access = { who: 'everyone' }
export const anyone: Access = { who: 'anyone' }
export const coordinator: Access = { who: 'coordinator' }
export const secretariat: Access = { who: 'secretariat' }

export function memberOf(of: string): Access {
  return { who: 'member', of }
}

export function chairOf(of: string): Access {
  return { who: 'chair', of }
}

/** Who sees the answer in a shared room. What goes wrong is always for the caller alone. */
export type Audience = 'caller' | 'room'

/** One action of a feature as data; everything that a platform is registered with comes from it. */
export interface CommandSpec {
  /** The action's word; empty for a feature that is a single command, as `/help`. */
  readonly name: string
  /** The word before it, where the action stands in a group: `agenda` in `/meeting agenda add`. */
  readonly group?: string
  /** At most 100 characters. */
  readonly about: string
  /** What stands above an answer that is a card and names no record of its own: `Working groups`. */
  readonly heading?: string
  /** In order; the first may be given without its name. */
  readonly options: Options
  readonly access: Access
  /** For help, who of those the handler lets do it: `whoever is invited`; after a semicolon, what only some may do. All by default. */
  readonly onlyFor?: string
  readonly audience: Audience
  /** Whole lines that work on the sample, e.g. `/wg show ETCIP on:2022-08-15`. */
  readonly examples: readonly string[]
  /** Whether it changes something; what changes nothing may be asked again at will. */
  readonly changes: boolean
  /** Makes a record; `once` where it sees by itself that the same is there already, `unless confirmed` where it only asks about that. */
  readonly makes?: 'each time' | 'once' | 'unless confirmed'
  /** The question asked before it acts; `{name}` stands for what was typed for that option. */
  readonly confirm?: string
  /** It may show first what it would do and ask, where many people would be written to; `confirm:yes` answers in advance. */
  readonly mayAsk?: boolean
  readonly asksWhen?: string // When it may ask, for help; by default, where many people would be written to.
}

/** A command that a platform offers beside its messages or in its own menu, where it has such a place. */
export interface Shortcut {
  /** `post-as-update`: lower case, unique over the catalogue. */
  readonly name: string
  /** At most 24 characters. */
  readonly label: string
  /** At most 100 characters. */
  readonly about: string
  /** On a message, whose text and address fill the options named; or anywhere. */
  readonly on: 'message' | 'anywhere'
  /** `update post`. */
  readonly command: string
  /** The options that take the message's text and its address. */
  readonly fill?: { readonly text: string; readonly link: string }
  /** Whether it opens the command's form rather than running at once. */
  readonly asks: boolean
}

export interface FeatureSpec {
  readonly name: string
  readonly about: string
  readonly aliases?: readonly string[]
  readonly commands: readonly CommandSpec[]
  /** What each group of actions is about, by its word, in at most 100 characters. */
  readonly groups?: Readonly<Record<string, string>>
  readonly shortcuts?: readonly Shortcut[]
  /** Meant when the word after the feature names no action: `/wg ETCIP` shows ETCIP. */
  readonly fallback?: string
  /** The action whose first option a quoted text after the feature is: `/remind "Call them" at:tomorrow`. */
  readonly quoted?: string
  /** What is said where the name of a person stands in place of an action: `/remind Anna to call`. */
  readonly nameInstead?: string
  /** What it changes is the caller’s own, so that nothing said of somebody else asks for it. */
  readonly ofCaller?: true
  /** The action offered by a button, not done, when the word after the feature names none: `/directory CTED`. */
  readonly offered?: string
  /** The action offered, not done, for a whole sentence in place of an action: it becomes the first option. */
  readonly prose?: string
  /** The action that answers an invitation, as a mail to the secretariat may: `I confirm my participation`. */
  readonly answersMail?: string
  /** The action that may be meant by a sentence with a time at its beginning or end: `tomorrow at 9 call Bob`. */
  readonly timed?: string
  /** The action that may be meant by what somebody is to do: `CTED will send the draft`. */
  readonly duties?: string
  /** The action that takes a vote on times, with its option for them: `Tuesday works, Friday doesn’t`. */
  readonly votes?: readonly [action: string, option: string]
  /** The action that a name standing alone means: `CTED` is `/directory card CTED`. */
  readonly lone?: string
  /** What days alone may ask for, and the words of its button: `over Christmas`. */
  readonly forDays?: readonly [action: string, option: string, label: string]
  /** What one record is called in the titles of forms where that is not the feature’s name. */
  readonly thing?: string
  /** The titles of forms, and the words on the buttons that send them, that do not follow from an action’s name. */
  readonly forms?: Readonly<Record<string, readonly [title: string, submit: string]>>
  /**
   * What people say in words of their own, each as a pattern with the line that it means. In a pattern such as
   * `(move|push) M# [back] to …` alternatives stand in round brackets, what may be left out in square ones; `…` stands
   * for any words, `#` for a number, `M#` for one with its letter and `@` for an acronym, which return in the line.
   */
  readonly sayings?: readonly (readonly [pattern: string, line: string])[]
  readonly titled?: FeatureSpec['sayings'] // `M#` may also be words of a title in these.
  /** What may also be told, `IPU is the new chair of ETCIP`: the line is offered, not done. */
  readonly offers?: FeatureSpec['sayings']
  /** What “it” may be instead of the whole record, right after a part of that was put down or looked at. */
  readonly parts?: readonly RecordPart[]
  /** The words in which people ask for each action, by its words, to weigh sentences by. `_` joins those of a phrase. */
  readonly vocabulary?: Readonly<Record<string, string>>
  readonly deeds?: FeatureSpec['vocabulary'] // Plain verbs and nouns that count where a line is filled in.
  /** What people call its actions, by action; one with a slash is another feature’s, and what stands behind a `…` is typed behind the record. */
  readonly verbs?: Readonly<Record<string, string>>
}

export type Catalog = readonly FeatureSpec[]

/** `meeting schedule`, `meeting agenda add`, or `help` for a feature that is a single command. */
export function commandWords(feature: Pick<FeatureSpec, 'name'>, command: CommandSpec): string {
  return [feature.name, actionWords(command)].filter((word) => word !== '').join(' ')
}

/** What follows the feature's name: `schedule`, `agenda add`, or nothing. */
export function actionWords({ group, name }: Pick<CommandSpec, 'group' | 'name'>): string {
  return group === undefined ? name : `${group} ${name}`
}

/** The feature and command of `meeting schedule`, exactly as `commandWords` wrote it. */
export function findCommand<F extends FeatureSpec>(
  catalog: readonly F[],
  words: string,
): { feature: F; command: F['commands'][number] } | undefined {
  const [name, ...action] = words.split(' ')
  const feature = catalog.find((candidate) => candidate.name === name)
  const wanted = action.join(' ')
  const command = feature?.commands.find((candidate) => actionWords(candidate) === wanted)
  return feature && command ? { feature, command } : undefined
}

/** One action, or a group with its actions: an entry of a feature, in the order in which it lists them. */
export type FeatureEntry =
  | { readonly kind: 'action'; readonly command: CommandSpec }
  | {
      readonly kind: 'group'
      readonly name: string
      readonly about: string
      readonly commands: readonly CommandSpec[]
    }

/** Actions and groups; a group stands where its first action does. */
export function entriesOf({ commands, groups = {} }: FeatureSpec): readonly FeatureEntry[] {
  const seen = new Set<string>()
  return commands.flatMap((command): readonly FeatureEntry[] => {
    const { group } = command
    if (group === undefined) return [{ kind: 'action', command }]
    if (seen.has(group)) return []
    seen.add(group)
    const own = commands.filter((one) => one.group === group)
    return [{ kind: 'group', name: group, about: groups[group] ?? '', commands: own }]
  })
}

/** The word of an entry: the action's, or the group's. */
export function entryName(entry: FeatureEntry): string {
  return entry.kind === 'group' ? entry.name : entry.command.name
}

/** The options that somebody may give in words, in their order. */
export function givenInWords(options: Options): readonly (readonly [name: string, option: Option])[] {
  return Object.entries(options).filter(([, { onlyPressed }]) => onlyPressed !== true)
}

/** `/meeting schedule <title> wg: start: [duration:]`, as help and hints print it. */
export function usage(feature: FeatureSpec, command: CommandSpec): string {
  const words = givenInWords(command.options).map(([name, option], index) => {
    const trailing = option.trailing && option.choices ? option.choices.join('|') : undefined
    const word = index === 0 ? `<${name}>` : (trailing ?? `${name}:`)
    return option.required ? word : `[${word}]`
  })
  return [`/${commandWords(feature, command)}`, ...words].join(' ')
}
