/**
 * An e-mail address in lower case. Only the letters A to Z are folded, since other letters, such as the sign of
 * kelvin, would turn into those of somebody else’s address.
 */
export function foldAddress(address: string): string {
  return address.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
