import { UserError } from '../../../src/core/errors.ts'
import { foldAddress } from '../../../src/core/text/addresses/mailAddress.ts'
import type { Context } from '../../define.ts'

export type Calendars = Context['calendars']

/** Services that tell when the person of an e-mail address is busy, by the word that stands for an address. */
export const services = {
  google: { title: 'Google', words: /^(?:google|gmail|google workspace)(?: calendar)?$/i },
  microsoft: {
    title: 'Microsoft 365',
    words: /^(?:microsoft|outlook|exchange|graph|teams|[mo]365|(?:microsoft|office) ?365)(?: calendar)?$/i,
  },
} as const
export type Service = keyof typeof services

/** The service of a word; undefined for an address. Raises `UserError` where the bot is not set up to ask it. */
export function serviceTyped(typed: string, calendars: Calendars): Service | undefined {
  const service = (['google', 'microsoft'] as const).find((one) => services[one].words.test(typed.trim()))
  if (service && !calendars[service])
    throw new UserError(
      `I am not set up to ask ${services[service].title} when people are busy; give the address at which your calendar is published instead.`,
      { option: 'address' },
    )
  return service
}

/** A service is asked about the e-mail address that the chat vouches for: a coordinator may set any on record. */
export function ofService(
  service: Service,
  { invocation: { vouchedEmail } }: Context,
): { readonly address: string; readonly host: string } {
  const { title } = services[service]
  if (vouchedEmail === undefined)
    throw new UserError(
      `This chat does not vouch for your e-mail address, so I do not ask ${title} about it; give the address at which your calendar is published instead.`,
      { option: 'address' },
    )
  return { address: `${service}:${foldAddress(vouchedEmail)}`, host: title }
}

/** Reads a typed address. Raises `UserError`, which repeats nothing of it. */
export function addressTyped(typed: string): { readonly address: string; readonly host: string } {
  const text = typed.trim().replace(/^webcals?:/i, 'https:')
  const url = URL.canParse(text) ? new URL(text) : undefined
  const fault =
    url?.protocol === 'https:' && url.hostname.includes('.')
      ? url.username !== '' || url.password !== ''
        ? 'it contains a password; publish the calendar at a private address instead'
        : url.port !== ''
          ? 'it names a port, and only the usual one is allowed'
          : undefined
      : url?.protocol === 'http:'
        ? 'it begins with http:, so anybody on the way could read it; look for one that begins with https:'
        : 'it must begin with https:// or webcal://'
  if (!url || fault !== undefined)
    throw new UserError(`I cannot use that as the address of a calendar: ${fault}.`, { option: 'address' })
  return { address: url.href, host: url.host }
}
