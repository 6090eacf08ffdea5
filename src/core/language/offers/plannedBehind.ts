import { type CommandSpec, commandWords, type FeatureSpec } from '../../catalog.ts'
import { orUserError, UserError } from '../../errors.ts'
import { type Button, button } from '../../message.ts'
import { shorten } from '../../text/text.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { readFields } from '../readFields.ts'
import { missing } from '../readValues.ts'
import { whereIn } from '../whereIn.ts'

/** A longer text tells something. */
const longest = 120

const acronym = /^\p{Lu}{2}[\p{Lu}\p{Nd}-]*$/u

/**
 * What `meeting ETCIP 3 Dec 2pm drones` may set up: the command of the feature that needs a group and a time, with what
 * is left as its first option. A button that asks for what is missing; none where no time is read.
 */
export function plannedBehind(feature: FeatureSpec, rest: string): readonly Button[] {
  if (rest.length > longest || rest.includes('\n')) return []
  const words = rest.trim().split(/\s+/)
  const named = words.filter((word) => acronym.test(word))
  const group = named.length > 0 ? named[0] : words.find((word) => !joints.has(word.toLowerCase()))
  if (group === undefined || named.length > 1) return []
  const others = words.filter((word) => word !== group).join(' ')
  return feature.commands.flatMap((command) => planned(feature, command, group, others))
}

const joints = new Set(['for', 'of', 'with', 'w/', 'on', 'at', 'about', 'the', 'a', 'in'])

function planned(
  feature: FeatureSpec,
  command: CommandSpec,
  group: string,
  typed: string,
): readonly Button[] {
  const required = Object.entries(command.options).filter(([, option]) => option.required)
  const nameOf = (...kinds: readonly string[]) => required.find(([, { kind }]) => kinds.includes(kind))?.[0]
  const [ofGroup, ofTime, ofText] = [nameOf('group', 'groups'), nameOf('moment'), nameOf('text')]
  if (!command.changes || command.group !== undefined) return []
  if (ofGroup === undefined || ofTime === undefined || ofText === undefined) return []
  const text = typed.replace(/^(?:(?:for|of|with|w\/|on|about) )+/i, '')
  const fields = isMomentForm(text)
    ? { [ofTime]: text }
    : orUserError(() => readFields(command.options, text, whereIn(feature, command)))
  if (fields instanceof UserError || fields[ofTime] === undefined || fields[ofGroup] !== undefined) return []
  const { [ofText]: title = '', ...others } = fields as Readonly<Record<string, string>>
  const about = title.replace(/^(?:on|about|for|of|the|with) /i, '')
  const values = { ...(about === '' ? {} : { [ofText]: about }), [ofGroup]: group, ...others }
  const all = Object.entries(values)
  const label = `/${commandWords(feature, command)} ${all.map(([name, value]) => `${name}:"${shorten(value, 20)}"`).join(' ')}`
  const isWhole = missing(command.options, values).length === 0
  return [
    { ...button(shorten(label, 75), commandWords(feature, command), values), ...(!isWhole && { ask: true }) },
  ]
}
