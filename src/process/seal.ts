import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

import { StartError } from '../core/errors.ts'

/** Encrypts secrets in the store, each bound to its place there. */
export interface Seal {
  /** Whether there is a key to seal with. */
  readonly hasKey: boolean
  /** Raises `StartError` where there is no key. */
  close(text: string, place: string): string
  /** Raises an error where no key fits, or where the secret was moved or changed. */
  open(sealed: string, place: string): string
}

const tagBytes = 16

/** Whether a text has the form of what is sealed: `v1`, the key's name, and three parts. */
export function isSealed(text: string): boolean {
  return /^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/.test(text)
}

interface Key {
  /** Identifies the key that sealed a secret. */
  readonly id: string
  readonly bytes: Buffer
}

/**
 * AES-256-GCM. The first key seals and every key opens, so a key is replaced by putting a new one before it. A key is
 * any text that nobody can guess, e.g. from `openssl rand -base64 32`.
 */
export function createSeal(secrets: readonly string[]): Seal {
  const keys = secrets.map(readKey)
  return {
    hasKey: keys.length > 0,
    close(text, place) {
      const [key] = keys
      if (!key) throw new StartError('There is no key to encrypt with: set ENCRYPTION_KEYS.')
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [
        'v1',
        key.id,
        ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url')),
      ].join('.')
    },
    open(sealed, place) {
      const [version, id, nonce = '', tag = '', body = ''] = sealed.split('.')
      const key = keys.find((candidate) => candidate.id === id)
      if (version !== 'v1' || !key) {
        throw new Error('no key in ENCRYPTION_KEYS opens a secret in the store; was one removed?')
      }
      // A shorter tag would be accepted, and is easier to guess.
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(place)).setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString(
        'utf8',
      )
    },
  }
}

function readKey(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'rapporteur seal', 32))
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}
