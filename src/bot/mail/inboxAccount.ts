import { createHash } from 'node:crypto'

/** The account of a sender by mail: records of who did what keep no address. */
export function inboxAccount(email: string) {
  return { platform: 'mail', tenant: 'inbox', account: digest(email).slice(0, 16) }
}

/** SHA-256 in hexadecimal. */
export function digest(of: string | Buffer): string {
  return createHash('sha256').update(of).digest('hex')
}
