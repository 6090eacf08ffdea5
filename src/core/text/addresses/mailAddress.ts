/**
 * An e-mail address in lower case. Only the letters A to Z are folded, since other letters, such as the sign of
 * kelvin, would turn into those of somebody else’s address.
 */
export function foldAddress(address: string): string {
  return address.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** What mail servers take; whether it leads anywhere is shown by sending, not by a grammar. */
const grammar = /^[^\s@<>"(),;:\\[\]]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u

/** A typed address, folded and without `mailto:` and brackets; undefined for what is none. */
export function typedAddress(text: string): string | undefined {
  const inside = text.trim().replace(/^<(.*)>$/s, '$1')
  const address = foldAddress(inside.trim().replace(/^mailto:/i, ''))
  return address.length <= 254 && grammar.test(address) ? address : undefined
}

/** What follows the `@`, folded. */
export function mailDomain(address: string): string {
  return foldAddress(address.slice(address.lastIndexOf('@') + 1))
}

/** Words without the e-mail addresses among them, for eyes that these are not for. */
export function withoutAddresses(text: string): string {
  return text.replace(
    /(?:mailto:)?[^\s@<>"(),;:[\]]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}/giu,
    '[address]',
  )
}
