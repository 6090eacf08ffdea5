import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** `discord` is of the application; `foreign` is somebody else's. */
export type KeyName = 'discord' | 'foreign'

interface Pair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

const pairs: Readonly<Record<KeyName, Pair>> = {
  discord: generateKeyPairSync('ed25519'),
  foreign: generateKeyPairSync('ed25519'),
}

/** As the Developer Portal shows it: 64 hex digits. */
export function publicKeyOf(key: KeyName = 'discord'): string {
  const { x = '' } = pairs[key].publicKey.export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('hex')
}

/** 128 hex digits over the timestamp and the body as sent. */
export function signatureOf(timestamp: string, body: string, key: KeyName = 'discord'): string {
  return sign(null, Buffer.from(`${timestamp}${body}`), pairs[key].privateKey).toString('hex')
}
