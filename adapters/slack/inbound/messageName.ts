/** A message, unique in its workspace. */
export function messageName(channel: string, ts: string): string {
  return `${channel}:${ts}`
}

export function readMessageName(name: string): { readonly channel: string; readonly ts: string } {
  const [channel = '', ts = ''] = name.split(':')
  return { channel, ts }
}
