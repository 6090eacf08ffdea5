import { entriesOf, entryName, everyone, type FeatureSpec, usage } from '../src/core/catalog.ts'
import { UserError } from '../src/core/errors.ts'
import { type NamedAction, readAction } from '../src/core/language/action.ts'
import { list } from '../src/core/language/feature.ts'
import { type Block, block, button, code, type Message, message, rich } from '../src/core/message.ts'
import { option } from '../src/core/option.ts'
import { fold, match, nearest } from '../src/core/text/nearest.ts'
import { shorten } from '../src/core/text/text.ts'
import type { NamedSection } from '../src/newsletter/sections.ts'
import { command, type Feature, feature } from './define.ts'
import { whatIsNext } from './directory/upkeep/firstSteps.ts'
import { commandHelp } from './help/commandHelp.ts'
import { entryLine, featureLine, type Wordiness, wordinessOn } from './help/lines.ts'
import { topicHelp } from './help/topics.ts'
import { sectionsHere } from './newsletter/plan/planHere.ts'

/** Builds /help, which answers on three levels, from the same data that the platforms are registered with. */
export function helpFeature(features: () => readonly Feature[]): Feature {
  const help = command({
    name: '',
    about: 'What can be said: all of it, a feature, a group of actions, or one action',
    options: {
      feature: option.text({ about: 'A feature, e.g. meeting', max: 60 }),
      action: option.text({ about: 'One of its actions or groups, e.g. schedule', max: 60 }),
    },
    access: everyone,
    examples: ['/help', '/help meeting', '/help meeting schedule'],
    async run({ db, caller, invocation }, { feature: typed = '', action }) {
      const wordiness = wordinessOn(invocation.caller.platform)
      const [word = '', ...rest] = typed
        .replace(/^\//, '')
        .split(/\s+/)
        .filter((one) => !/^(?:me|us|please)[.!?]?$/i.test(one))
      if (word === '')
        return overview(features(), caller.personId > 0, await whatIsNext(db, caller), wordiness)
      const sections = await sectionsHere(db)
      const topic = rest.length === 0 && action === undefined ? await topicHelp(word, sections) : undefined
      if (topic) return topic
      const more = [...rest, action ?? ''].join(' ').trim()
      return (
        helpOnAction(features(), word, more, { wordiness, sections }) ??
        helpOn(findByName(features(), word), more, { wordiness, sections })
      )
    },
  })
  return feature({
    name: 'help',
    about: 'What can be said here',
    commands: [help],
    sayings: ['thanks', 'thank you', 'many thanks', 'thanks a lot', 'thank you very much', 'merci', 'gracias', 'thx', 'ty', 'bye', 'goodbye', 'back', 'great', 'perfect'].map((said) => [said, 'help thanks'] as const), // biome-ignore format: a table
  })
}

interface Manner {
  readonly wordiness?: Wordiness
  /** Those of the deployment's plan; the standing ones by default. */
  readonly sections?: readonly NamedSection[]
}

/** Help on an action or a group that was named without its feature: `/help rsvp`; undefined where a feature is named. */
function helpOnAction(
  features: readonly FeatureSpec[],
  word: string,
  more: string,
  manner: Manner,
): Message | undefined {
  if (
    match(
      word,
      features.map(({ name }) => name),
    ).length > 0
  )
    return undefined
  const named = features.filter((one) =>
    entriesOf(one).some((entry) => fold(entryName(entry)) === fold(word)),
  )
  const [only, ...others] = named
  const action = `${word} ${more}`.trim()
  if (!only) return undefined
  if (others.length === 0) return helpOn(only, action, manner)
  throw new UserError(
    `“${shorten(word)}” may mean ${list(named.map(({ name }) => `/${name} ${word}`))}. Which one?`,
    {
      buttons: named.map(({ name }) => button(`/help ${name} ${word}`, 'help', { feature: name, action })),
    },
  )
}

/** Lists all features, for a person whose account is linked or not; `first` is what they should do before all. */
function overview(
  features: readonly FeatureSpec[],
  linked: boolean,
  first: readonly Block[],
  wordiness: Wordiness,
): Message {
  return message(
    linked
      ? 'What I can do:'
      : 'I do not know you yet. Link your account with /profile link and your e-mail address; then I can do this:',
    ...first,
    block.list(features.map((one) => featureLine(one, wordiness))),
    block.text(
      rich`More of each with ${code('/help meeting')} or ${code('/help meeting schedule')}; ${code('/help dates')} and ${code('/help sections')} say what may be typed for them.`,
    ),
    block.buttons(
      ...(linked ? [] : [button('Link my account', 'profile link')]),
      ...features
        .filter(({ name }) => name !== 'help')
        .map(({ name }) => button(`/help ${name}`, 'help', { feature: name })),
    ),
  )
}

/** Help on a feature, or on the group or the action that `action` names. Raises `UserError` where it names none. */
export function helpOn(
  one: FeatureSpec,
  action: string,
  { wordiness = 'full', sections }: Manner = {},
): Message {
  const single = one.commands.some(({ name, group }) => name === '' && group === undefined)
  if (action === '') return featureHelp(one, wordiness)
  if (single)
    throw new UserError(`/${one.name} is one command without actions, so it has no “${shorten(action)}”.`)
  const named = readAction(one, action)
  switch (named.kind) {
    case 'action':
      return commandHelp(one, named.command, sections)
    case 'help':
      return named.action === '' ? featureHelp(one, wordiness) : groupHelp(one, named.action)
    case 'several':
    case 'unknown':
      throw unknownAction(one, named)
  }
}

/** A feature's actions and groups; in full with their usage. */
function featureHelp(one: FeatureSpec, wordiness: Wordiness): Message {
  const groups = entriesOf(one).flatMap((entry) => (entry.kind === 'group' ? [entry] : []))
  const [first] = groups
  const sample = one.commands.find(({ group }) => group === undefined)?.name ?? ''
  return message(
    `/${one.name}: ${one.about}.`,
    block.list(entriesOf(one).map((entry) => entryLine(one, entry, wordiness))),
    block.text(rich`For example: ${code(one.commands[0]?.examples[0] ?? `/${one.name}`)}`),
    first ? block.text(rich`More of a group with ${code(`/help ${one.name} ${first.name}`)}.`) : undefined,
    wordiness === 'brief' && sample !== ''
      ? block.text(rich`What an action takes: ${code(`/help ${one.name} ${sample}`)}.`)
      : undefined,
  )
}

/** The actions of a group with their usage. */
function groupHelp(one: FeatureSpec, name: string): Message {
  const commands = one.commands.filter(({ group }) => group === name)
  return message(
    `/${one.name} ${name}: ${one.groups?.[name] ?? one.about}.`,
    block.list(commands.map((spec) => rich`${code(usage(one, spec))} ${spec.about}`)),
    block.text(rich`For example: ${code(commands[0]?.examples[0] ?? `/${one.name} ${name}`)}`),
  )
}

function unknownAction(
  one: FeatureSpec,
  named: Extract<NamedAction, { kind: 'several' | 'unknown' }>,
): UserError {
  const near = named.kind === 'several' ? named.words : named.near
  const buttons = near
    .slice(0, 5)
    .map((action) => button(`/help ${one.name} ${action}`, 'help', { feature: one.name, action }))
  if (named.kind === 'several') {
    return new UserError(`“${shorten(named.typed)}” may mean ${list(near)}. Which one?`, { buttons })
  }
  const where = named.group === undefined ? `/${one.name}` : `/${one.name} ${named.group}`
  const guess = near.length > 0 ? `Did you mean ${list(near)}? ` : ''
  return new UserError(
    `${where} has no action “${shorten(named.typed)}”. ${guess}It has: ${list(named.known, 'and')}.`,
    { buttons },
  )
}

function findByName(features: readonly FeatureSpec[], word: string): FeatureSpec {
  const names = features.map((one) => one.name)
  const found = match(word, names)
  const one = features.find((candidate) => candidate.name === found[0])
  if (one && found.length === 1) return one
  const near = nearest(word, names)
  throw new UserError(
    found.length > 1
      ? `“${word}” may mean ${list(found.map((name) => `/${name}`))}.`
      : `There is no command “/${word}”. ${near ? `Did you mean /${near}? ` : ''}There are: ${names.map((name) => `/${name}`).join(', ')}.`,
    {
      buttons: (found.length > 1 ? found : near ? [near] : []).map((name) =>
        button(`/help ${name}`, 'help', { feature: name }),
      ),
    },
  )
}
