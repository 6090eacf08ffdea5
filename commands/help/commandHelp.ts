import {
  type CommandSpec,
  commandWords,
  type FeatureSpec,
  givenInWords,
  usage,
} from '../../src/core/catalog.ts'
import { type Block, block, code, type Message, message, rich } from '../../src/core/message.ts'
import type { Option } from '../../src/core/option.ts'
import { type NamedSection, subsections } from '../../src/newsletter/sections.ts'
import { concerned } from '../records/concerned.ts'

const who: Readonly<Record<CommandSpec['access']['who'], string>> = {
  everyone: 'Everyone may use it.',
  anyone: 'Anyone whose account is linked may use it.',
  member: 'The members of the group and the secretariat may use it.',
  chair: 'The chairs of the group and the secretariat may use it.',
  coordinator: 'Coordinators, for people of their own entity, and the secretariat may use it.',
  secretariat: 'The secretariat alone may use it.',
}

/** Help on one command: its options, who may use it, when it asks, and examples in names of the directory at hand. */
export function commandHelp(
  one: FeatureSpec,
  spec: CommandSpec,
  examples: readonly string[],
  sections: readonly NamedSection[] = subsections,
): Message {
  return message(
    `/${commandWords(one, spec)}: ${spec.about}.`,
    block.text(rich`${code(usage(one, spec))}`),
    optionFields(spec, sections),
    block.text(`${whoMay(spec)}${tellsOf(one, spec)}${askingOf(spec)}`),
    examples.length > 0 ? block.heading(examples.length > 1 ? 'Examples' : 'Example') : undefined,
    examples.length > 0 ? block.list(examples.map((example) => rich`${code(example)}`)) : undefined,
  )
}

function whoMay({ access, onlyFor }: CommandSpec): string {
  if (onlyFor === undefined) return who[access.who]
  const [those = '', ...more] = onlyFor.split('; ')
  const may = `${those.slice(0, 1).toUpperCase()}${those.slice(1)} may use it`
  return `${[may, ...more].join('; ')}.`
}

/** Who is told of what it changes. */
function tellsOf(one: FeatureSpec, spec: CommandSpec): string {
  const concerns = concerned[commandWords(one, spec)]
  return concerns !== undefined && 'told' in concerns ? ` Who is told: ${concerns.told}.` : ''
}

function askingOf({ confirm, mayAsk, asksWhen }: CommandSpec): string {
  const inAdvance = 'confirm:yes at the end of the line says yes in advance.'
  if (confirm) return ` It asks before it acts; ${inAdvance}`
  if (!mayAsk) return ''
  return asksWhen
    ? ` It asks first ${asksWhen}; ${inAdvance}`
    : ` It shows first whom it would write to, where they are many; ${inAdvance}`
}

function optionFields(spec: CommandSpec, sections: readonly NamedSection[]): Block | undefined {
  const entries = givenInWords(spec.options)
  if (entries.length === 0) return undefined
  return block.fields(
    entries.map(([name, wanted]): readonly [string, string] => [
      wanted.required ? `${name} (required)` : name,
      `${wanted.about}${choicesOf(wanted, sections)}`,
    ]),
  )
}

function choicesOf(wanted: Option, sections: readonly NamedSection[]): string {
  if (wanted.kind === 'section') {
    const open = sections.filter(({ isRemoved }) => isRemoved !== true)
    return ` (${open.map(({ key }) => key).join(', ')})`
  }
  return wanted.choices ? ` (${wanted.choices.join(', ')})` : ''
}
