import { type CommandSpec, givenInWords } from '../../catalog.ts'
import type { Option } from '../../option.ts'
import { type Filling, type LineRead, take } from './line.ts'
import { isLookedUp, takes, worth } from './places.ts'
import type { Thing } from './thing.ts'
import { placesOf } from './things.ts'

/** Puts what the line names into the options that take it best, and says how well that went. */
export function place(command: CommandSpec, line: LineRead, filling: Filling): number {
  const { words, things } = line
  const { fields, taken } = filling
  let fits = before(command, line, filling)
  const changesRecord = command.changes && Object.values(command.options)[0]?.kind === 'record'
  const pairs = givenInWords(command.options).flatMap(([name, option], at) =>
    things.map((thing) => {
      // A list of a record is replaced as a whole, which its form shows; `add WHO to U3` would lose the others.
      const isList = changesRecord && option.kind === 'entities'
      const value =
        isList || (command.changes && isLookedUp(name, option, thing))
          ? 0
          : takes(name, option, thing, words[thing.from - 1]?.folded ?? '')
      // What stands on an agenda is changed rather than added once more.
      const again = command.name === 'add' && thing.kind === 'item' ? 0.6 : 0
      return { name, option, thing, value: value - again - at * 0.001 - thing.from * 0.0001 }
    }),
  )
  const likely = pairs.filter(({ value }) => value > 0.05).toSorted((one, other) => other.value - one.value)
  for (const { name, option, thing, value } of likely) {
    if (placesOf(thing).some((at) => taken.has(at))) continue
    const already = fields[name]
    if (already !== undefined && !takesSeveral(option, thing)) continue
    fields[name] = already === undefined ? thing.text : `${already}, ${thing.text}`
    if (thing.kind === 'item' && command.options['meeting'] && fields['meeting'] === undefined)
      fields['meeting'] = thing.meeting
    take(filling, thing)
    fits += value * worth[thing.kind]
  }
  return fits
}

function takesSeveral({ kind, several }: Option, thing: Thing): boolean {
  return kind === 'entities' || kind === 'groups' || (several === true && thing.kind === 'record')
}

/** Words between a length and what it comes before: `an hour ahead of the workshop`. */
const comesBefore = /^(?:before|ahead of|prior to|avant|vor|antes de|до)(?: (?:the|our|my|next))?$/

/** `an hour ahead of the workshop` as `an hour before M1`, where a command takes a time that counts from a meeting. */
function before(command: CommandSpec, { words, things }: LineRead, filling: Filling): number {
  const [name] =
    givenInWords(command.options).find(([, { kind, fromNow }]) => kind === 'moment' && fromNow) ?? []
  const meeting = things.find(({ kind }) => kind === 'meeting')
  const length = meeting && things.find(({ kind, to }) => kind === 'time' && to < meeting.from)
  if (name === undefined || !meeting || !length) return 0
  const between = words
    .slice(length.to, meeting.from)
    .map(({ folded }) => folded)
    .join(' ')
  if (!comesBefore.test(between)) return 0
  filling.fields[name] = `${length.text} before ${meeting.text}`
  take(filling, { from: length.from, to: meeting.to })
  return worth.meeting + worth.time
}
