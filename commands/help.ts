import { type CommandSpec, commandWords, everyone, type FeatureSpec, usage } from '../src/core/catalog.ts'
import { UserError } from '../src/core/errors.ts'
import { list } from '../src/core/language/read.ts'
import { type Block, block, bold, button, code, type Message, message, rich } from '../src/core/message.ts'
import { type Option, option } from '../src/core/option.ts'
import { match, nearest } from '../src/core/text/nearest.ts'
import { command, type Feature, feature } from './define.ts'

const who: Readonly<Record<CommandSpec['access']['who'], string>> = {
  everyone: 'Everyone may use it.',
  anyone: 'Anyone whose account is linked may use it.',
  member: 'The members of the group and the secretariat may use it.',
  chair: 'The chairs of the group and the secretariat may use it.',
  secretariat: 'The secretariat alone may use it.',
}

/** Help on three levels, from the same data that the platforms are registered with. */
export function helpFeature(features: () => readonly Feature[]): Feature {
  const help = command({
    name: '',
    about: 'What can be said, on three levels: all, a feature, an action',
    options: {
      feature: option.text({ about: 'A feature, e.g. meeting', max: 60 }),
      action: option.text({ about: 'One of its actions, e.g. schedule', max: 60 }),
    },
    access: everyone,
    examples: ['/help', '/help meeting', '/help meeting schedule'],
    run({ caller }, { feature: typed, action }) {
      if (!typed) return overview(features(), caller.personId > 0)
      const [word = '', ...rest] = typed.replace(/^\//, '').split(/\s+/)
      const found = findByName(features(), word)
      const wanted = action ?? rest.join(' ')
      return wanted ? commandHelp(found, wanted) : featureHelp(found)
    },
  })
  return feature({ name: 'help', about: 'What can be said here', commands: [help] })
}

/** What there is, for a person whose account is linked or not. */
function overview(features: readonly FeatureSpec[], linked: boolean): Message {
  return message(
    linked
      ? 'What I can do:'
      : 'I do not know you yet. Link your account with /profile link and your e-mail address; then I can do this:',
    block.list(
      features.map((one) => {
        const actions = one.commands.map((candidate) => candidate.name).filter((name) => name !== '')
        return rich`${bold(`/${one.name}`)} ${actions.join(' · ')}${actions.length > 0 ? ': ' : ''}${one.about}`
      }),
    ),
    block.text(rich`More of each with ${code('/help meeting')} or ${code('/help meeting schedule')}.`),
    linked ? undefined : block.buttons(button('Link my account', 'profile link')),
  )
}

/** A feature's actions with their usage. */
function featureHelp(one: FeatureSpec): Message {
  return message(
    `/${one.name}: ${one.about}.`,
    block.list(one.commands.map((candidate) => rich`${code(usage(one, candidate))} ${candidate.about}`)),
    block.text(rich`For example: ${code(one.commands[0]?.examples[0] ?? `/${one.name}`)}`),
  )
}

function commandHelp(one: FeatureSpec, word: string): Message {
  const names = one.commands.map((candidate) => candidate.name).filter((name) => name !== '')
  const found = match(word, names)
  const spec = one.commands.find((candidate) => candidate.name === found[0])
  if (!spec || found.length > 1) {
    const near = nearest(word, names)
    throw new UserError(
      `/${one.name} has no action “${word}”. ${near ? `Did you mean ${near}? ` : ''}It has: ${list(names, 'and')}.`,
      {
        buttons: near
          ? [button(`/help ${one.name} ${near}`, 'help', { feature: one.name, action: near })]
          : [],
      },
    )
  }
  return message(
    `/${commandWords(one, spec)}: ${spec.about}.`,
    block.text(rich`${code(usage(one, spec))}`),
    optionFields(spec),
    block.text(
      `${who[spec.access.who]}${spec.confirm ? ' It asks before it acts; confirm:yes at the end of the line says yes in advance.' : ''}`,
    ),
    block.heading(spec.examples.length > 1 ? 'Examples' : 'Example'),
    block.list(spec.examples.map((example) => rich`${code(example)}`)),
  )
}

function optionFields(spec: CommandSpec): Block | undefined {
  const entries = Object.entries(spec.options)
  if (entries.length === 0) return undefined
  return block.fields(
    entries.map(([name, wanted]): readonly [string, string] => [
      wanted.required ? `${name} (required)` : name,
      `${wanted.about}${choicesOf(wanted)}`,
    ]),
  )
}

function choicesOf(wanted: Option): string {
  return wanted.choices ? ` (${wanted.choices.join(', ')})` : ''
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
