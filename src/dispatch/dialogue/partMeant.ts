import { type Button, button } from '../../core/message.ts'
import type { ReadCommand } from '../readInput.ts'
import type { Feature } from '../services.ts'

/** The press that means a part of the record rather than the whole, after a command about such parts; undefined for none. */
export function partMeant(
  features: readonly Feature[],
  { words, fields }: Pick<ReadCommand, 'words' | 'fields'>,
  record: { readonly option: string; readonly value: string },
  after: string,
): Button | undefined {
  const [name = '', ...action] = words.split(' ')
  const parts = features.find((feature) => feature.name === name)?.parts ?? []
  const part = parts.find(
    ({ read, after: group, options }) =>
      read === action.join(' ') &&
      after.startsWith(`${name} ${group} `) &&
      Object.keys(fields).every((one) => one === record.option || options[one] !== undefined),
  )
  if (!part) return undefined
  const given = Object.entries(part.options).flatMap(([own, other]) => {
    const value = fields[own]
    return value === undefined ? [] : [[other, value] as const]
  })
  const values = { [record.option]: record.value, ...Object.fromEntries(given), ...part.given }
  return button(`I mean ${part.called}`, `${name} ${part.means}`, values)
}
