import { createHmac, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'

import type { Json } from '../../../../src/core/json.ts'

/** `teams` is endorsed for Teams, `otherChannel` for another channel only; `foreign` is in no list of keys. */
export type KeyName = 'teams' | 'otherChannel' | 'foreign'

export interface Signing {
  readonly key?: KeyName
  /** The one of the key unless told. */
  readonly kid?: string
  /** `HS256` signs with the public key as if it were a secret; `none` not at all. */
  readonly alg?: 'RS256' | 'HS256' | 'none'
}

const endorsements: Readonly<Record<KeyName, readonly string[]>> = {
  teams: ['msteams'],
  otherChannel: ['webchat'],
  foreign: ['msteams'],
}

interface Pair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

const pairs = new Map<KeyName, Pair>()

/** A token as it stands in an Authorization header, of these claims and no others. */
export function sign(claims: Json, { key = 'teams', kid = key, alg = 'RS256' }: Signing = {}): string {
  const unsigned = [{ typ: 'JWT', alg, kid, x5t: kid }, claims].map(encode).join('.')
  return `${unsigned}.${signature(unsigned, key, alg).toString('base64url')}`
}

/** What the Bot Connector says in a token: good for an hour around the real now. */
export function connectorClaims(appId: string, serviceUrl: string): Json {
  const now = Math.floor(Date.now() / 1000)
  return {
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 3_600,
    iss: 'https://api.botframework.com',
    aud: appId,
  }
}

/** The document that says where the keys are. */
export function openIdDocument(keysUrl: string): Json {
  return {
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: keysUrl,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  }
}

/** The keys that tokens may be signed with. */
export function keySet(names: readonly KeyName[] = ['teams', 'otherChannel']): Json {
  const keys = names.map((name) => ({
    ...pair(name).publicKey.export({ format: 'jwk' }),
    use: 'sig',
    kid: name,
    x5t: name,
    endorsements: endorsements[name],
  }))
  return { keys }
}

function signature(unsigned: string, key: KeyName, alg: 'RS256' | 'HS256' | 'none'): Buffer {
  if (alg === 'none') return Buffer.alloc(0)
  const { publicKey, privateKey } = pair(key)
  if (alg === 'RS256') return signBytes('RSA-SHA256', Buffer.from(unsigned), privateKey)
  const secret = publicKey.export({ type: 'spki', format: 'pem' })
  return createHmac('sha256', secret).update(unsigned).digest()
}

/** Made when first wanted: it takes a while. */
function pair(name: KeyName): Pair {
  const made = pairs.get(name) ?? generateKeyPairSync('rsa', { modulusLength: 2_048 })
  pairs.set(name, made)
  return made
}

function encode(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
