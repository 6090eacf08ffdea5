import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far a request's timestamp may differ from our clock, back and ahead, in seconds. */
const behind = 300
const ahead = 60

/** The signed parts of a request. */
export interface SignedParts {
  /** The raw body, unparsed. */
  readonly body: Buffer
  /** The header `x-slack-request-timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined
  /** The header `x-slack-signature`. */
  readonly signature: string | undefined
}

/** Undefined when one of the secrets signed the request recently; else what is wrong, for the log. */
export function whyUnsigned(
  { body, timestamp, signature }: SignedParts,
  secrets: readonly string[],
  now: Date,
): string | undefined {
  if (timestamp === undefined || signature === undefined) return 'the signature or its time is missing'
  if (!/^\d{1,12}$/.test(timestamp)) return 'the time of the signature is not a number'
  const age = now.getTime() / 1000 - Number(timestamp)
  if (age > behind) return 'the request is too old'
  if (age < -ahead) return 'the request is of a time to come'
  const given = Buffer.from(signature)
  const known = secrets.some((secret) => {
    const wanted = Buffer.from(
      `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
    )
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  return known ? undefined : 'the signature fits none of the signing secrets'
}
