import { createPublicKey, type KeyObject, verify } from 'node:crypto'

/** What stands before the 32 bytes of an Ed25519 key, so that it is read as one. */
const prefix = Buffer.from('302a300506032b6570032100', 'hex')

/** A signature is good for so long before and after its time; Discord sets no such bound. */
const freshMs = 5 * 60_000

/** The key of 64 hex digits that the Developer Portal shows. */
export function publicKeyOf(hex: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([prefix, Buffer.from(hex, 'hex')]),
    format: 'der',
    type: 'spki',
  })
}

/** Why a request is not taken for one of Discord’s; undefined for one that is. */
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
  // Looked at last: Discord tries whether wrong signatures are refused, whatever their time.
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000)
  return age > freshMs ? 'the signature is too old or from the future' : undefined
}
