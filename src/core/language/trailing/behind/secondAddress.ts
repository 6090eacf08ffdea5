import { UserError } from '../../../errors.ts'
import type { Button } from '../../../message.ts'
import type { Option } from '../../../option.ts'
import { shorten } from '../../../text/text.ts'

/** The most addresses that are offered. */
const most = 4

/** The web addresses of a value that takes one; none where there are not several. */
export function severalAddresses(name: string, option: Option | undefined, value: string): readonly string[] {
  if (name !== 'link' || option?.kind !== 'text' || option.multiline) return []
  const found = value.slice(0, 4000).match(/(?:https?:\/\/|www\.)[^\s"“”<>]+/gi) ?? []
  const plain = [...new Set(found.map((one) => one.replace(/[.,;)]{1,3}$/, '')))]
  return plain.length > 1 ? plain : []
}

/** Says that one address is wanted, and offers each. */
export function oneAddressOnly(
  name: string,
  addresses: readonly string[],
  fields: Readonly<Record<string, string>>,
  way: (label: string, fields: Readonly<Record<string, string>>) => Button,
): UserError {
  return new UserError(
    `${name}: takes one address, so nothing was changed. Which of these ${addresses.length} is it?`,
    {
      option: name,
      buttons: addresses
        .slice(0, most)
        .map((one) => way(shorten(one.replace(/^https?:\/\//i, ''), 60), { ...fields, [name]: one })),
    },
  )
}
