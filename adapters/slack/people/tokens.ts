import { WebClient } from '@slack/web-api'
import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { pause } from '../../../src/core/clock.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import type { SlackSettings } from '../settings.ts'
import type { Installation, Installations } from './installations.ts'

/** A token with less time left than this is renewed before use. */
const renewMs = 2 * 3_600_000
/** How long one process may take to renew a token before another may try. */
const leaseMs = 30_000
const maxAtOnce = 500

interface TokenDependencies {
  readonly settings: SlackSettings
  readonly installations: Installations
  readonly keep: Keep
  readonly clock: Clock
  readonly log: Log
}

/**
 * The token of an installation, renewed where Slack rotates tokens and this one ends soon. A refresh token works once,
 * so exactly one process renews; the others keep using the old token, which is still valid.
 */
export function createTokens(deps: TokenDependencies): (installation: Installation) => Promise<string> {
  const renewing = createRemembered<string>({ max: maxAtOnce, clock: deps.clock })
  return async (installation) => {
    const { refreshToken, expiresAt, tenant, botToken } = installation
    if (refreshToken === undefined || expiresAt === undefined) return botToken
    if (Date.parse(expiresAt) - deps.clock.now().getTime() > renewMs) return botToken
    // Not cached: the installation holds the new token.
    return renewing.ask(tenant, () => renew(deps, installation)).finally(() => renewing.forget(tenant))
  }
}

async function renew(deps: TokenDependencies, installation: Installation): Promise<string> {
  const { settings, installations, keep, clock, log } = deps
  const { tenant, botToken, refreshToken, expiresAt } = installation
  const { oauth } = settings
  if (!oauth || refreshToken === undefined) return botToken
  const lease = { platform: 'slack', kind: 'renewal', tenant, key: expiresAt ?? '-' }
  const mine = await keep.claim(lease, {}, { expiresAt: new Date(clock.now().getTime() + leaseMs) })
  // Another process may have renewed it since this one read it, and a used refresh token is worthless.
  let current = await installations.anew(tenant)
  // An expired token is no use; the other process will have a new one in a moment.
  const ended = Date.parse(expiresAt ?? '') <= clock.now().getTime()
  for (let turn = 0; !mine && ended && turn < 20 && current?.refreshToken === refreshToken; turn++) {
    await pause(100)
    current = await installations.anew(tenant)
  }
  if (!mine || current?.refreshToken !== refreshToken) return current?.botToken ?? botToken
  try {
    const client = new WebClient(undefined, {
      slackApiUrl: settings.apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      logger: silent,
    })
    const renewed = await client.oauth.v2.access({
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    })
    const token = renewed.access_token
    if (token === undefined) throw new Error('Slack renewed a token but did not return it')
    // An installation that has ended or was installed again meanwhile is left alone.
    if ((await installations.anew(tenant))?.refreshToken !== refreshToken) return token
    await installations.put({
      ...installation,
      botToken: token,
      ...(renewed.refresh_token === undefined ? {} : { refreshToken: renewed.refresh_token }),
      expiresAt: new Date(clock.now().getTime() + (renewed.expires_in ?? 43_200) * 1000).toISOString(),
    })
    return token
  } catch (error) {
    // The old token is still valid for a while, and the next use tries again once the lease has ended.
    log.error({ err: error, tenant }, 'failed to renew a token')
    return botToken
  }
}
