/** A line of a calendar or a vCard with its end, folded after at most 74 octets and never inside a sign (RFC 5545, 6350). */
export function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 74) {
      text += '\r\n '
      octets = 1
    }
    text += sign
    octets += size
  }
  return `${text}\r\n`
}
