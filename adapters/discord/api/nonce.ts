import { createHash } from 'node:crypto'

/**
 * Names a page so that Discord recognizes it when it is sent again within some minutes: at most 25 characters, the
 * same on every try of one delivery in one channel.
 */
export function nonceOf(key: string, channel: string, page: number): string {
  const sum = createHash('sha256').update(`${key} ${channel} ${page}`).digest()
  return BigInt(`0x${sum.subarray(0, 16).toString('hex')}`)
    .toString(36)
    .padStart(25, '0')
    .slice(-25)
}
