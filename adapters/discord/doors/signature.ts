import { createPublicKey, type KeyObject, verify } from 'node:crypto'

/** The prefix that makes the 32 bytes of an Ed25519 key a readable public key. */
const prefix = Buffer.from('302a300506032b6570032100', 'hex')

/** How far a signature's time may differ from ours, either way; Discord itself sets no limit. */
const freshMs = 5 * 60_000

/** Reads the key of 64 hex digits that the Developer Portal shows. */
export function publicKeyOf(hex: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([prefix, Buffer.from(hex, 'hex')]),
    format: 'der',
    type: 'spki',
  })
}

/** Why a request is not accepted as Discord’s; undefined for one that is. */
export function whyUnsigned(
  key: KeyObject,
  { signature, timestamp }: { readonly signature: unknown; readonly timestamp: unknown },
  body: Buffer,
  now: Date,
): string | undefined {
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return 'there is no signature'
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return 'the signature is none'
  const signed = Buffer.concat([Buffer.from(timestamp), body])
  if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return 'the signature is wrong'
  // The time is checked last: Discord tests whether wrong signatures are refused, whatever their time.
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000)
  return age > freshMs ? 'the signature is too old or from the future' : undefined
}
