/** A message, unique on Discord. */
export function messageName(channel: string, message: string): string {
  return `${channel} ${message}`
}

export function readMessageName(name: string): { readonly channel: string; readonly message: string } {
  const [channel = '', message = ''] = name.split(' ')
  return { channel, message }
}
