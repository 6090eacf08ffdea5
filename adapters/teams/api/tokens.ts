import type { Clock } from '../../../src/core/clock.ts'
import { object, text } from '../../../src/core/json.ts'
import { serviceName, type TeamsSettings } from '../settings.ts'

/** The app’s token for its calls to Teams, renewed in time. */
export interface Tokens {
  /** Undefined where none is needed. Raises `TokenError`. */
  current(): Promise<string | undefined>
  /** Forgets a token that was rejected. */
  drop(): void
}

/** There is no token: `refused` where Microsoft said no, else it could not be asked. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly refused: boolean

  constructor(message: string, refused: boolean) {
    super(message)
    this.refused = refused
  }
}

interface Token {
  readonly value: string
  /** In milliseconds since 1970. */
  readonly endsAt: number
}

/** A token with less left than this is replaced before it is used. */
const renewBeforeEndMs = 5 * 60_000
const waitMs = 10_000

/** Shares one token, asked for once however many wait for it. `managed` asks the machine’s identity service. */
export function createTokens(
  { app, loginUrl }: Pick<TeamsSettings, 'app' | 'loginUrl'>,
  clock: Clock,
  managed: () => Promise<Token>,
): Tokens {
  let held: Token | undefined
  let asking: Promise<Token> | undefined

  async function ask(): Promise<Token> {
    if (app.kind !== 'secret') return managed()
    const now = clock.now().getTime()
    const tenant = app.tenant ?? 'botframework.com'
    const response = await fetch(`${loginUrl}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.id,
        client_secret: app.secret,
        scope: `${serviceName({ loginUrl })}/.default`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    })
    const body = object(await response.json().catch(() => undefined))
    const value = text(body['access_token'])
    if (response.ok && value !== undefined) {
      return { value, endsAt: now + (Number(body['expires_in']) || 3_600) * 1000 }
    }
    const why = /AADSTS\d+/.exec(text(body['error_description']) ?? '')?.[0] ?? text(body['error']) ?? ''
    const refused = response.status === 400 || response.status === 401
    throw new TokenError(`${new URL(loginUrl).host} gave no token: ${response.status} ${why}`.trim(), refused)
  }

  return {
    async current() {
      if (app.kind === 'local') return undefined
      // Bounded above as well, so that a clock that was set back does not keep a token for ever.
      const left = held === undefined ? 0 : held.endsAt - clock.now().getTime()
      if (held !== undefined && left > renewBeforeEndMs && left < 25 * 3_600_000) return held.value
      asking ??= ask().finally(() => {
        asking = undefined
      })
      try {
        held = await asking
      } catch (error) {
        if (error instanceof TokenError) throw error
        throw new TokenError(`${new URL(loginUrl).host} could not be asked for a token.`, false)
      }
      return held.value
    },
    drop() {
      held = undefined
    },
  }
}
