import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { type Installation as Given, InstallProvider } from '@slack/oauth'

import type { Clock } from '../../../src/core/clock.ts'
import { array, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import { botScopes } from '../registration/manifest.ts'
import type { SlackSettings } from '../settings.ts'
import { page } from './htmlPage.ts'
import type { Installation, Installations } from './installations.ts'

/** The two pages of an installation. */
export interface Installer {
  install(request: IncomingMessage, response: ServerResponse): Promise<void>
  redirect(request: IncomingMessage, response: ServerResponse): Promise<void>
}

const stateMinutes = 10

interface Means {
  readonly oauth: NonNullable<SlackSettings['oauth']>
  readonly apiUrl: string
  readonly installations: Installations
  readonly keep: Keep
  readonly clock: Clock
  readonly log: Log
  /** Refuses a workspace that may not use the bot. */
  readonly mayUse: (tenant: string, enterprise: string | undefined) => boolean
}

/** Installs the app into workspaces and organizations; a state is good once, for ten minutes, in one browser. */
export function createInstaller(means: Means): Installer {
  const { oauth, apiUrl, installations, keep, clock, log } = means
  const provider = new InstallProvider({
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } },
    logger: silent,
    stateCookieExpirationSeconds: stateMinutes * 60,
    stateStore: stateStore(keep, clock),
    renderHtmlForInstallPath: (url) =>
      page('Install Rapporteur', 'Rapporteur joins your workspace with the rights that Slack lists next.', {
        label: 'Add to Slack',
        url,
      }),
    installationStore: {
      storeInstallation: async (given) => {
        const installation = readGiven(given, clock)
        if (!installation) throw new Error('Slack gave no bot token')
        if (!means.mayUse(installation.tenant, text(object(given.enterprise)['id']))) throw new NotAllowed()
        await installations.put(installation)
        log.info({ tenant: installation.tenant }, 'the app was installed into a workspace')
      },
      fetchInstallation: async () => {
        throw new Error('installations are read by their own store')
      },
    },
  })
  const options = {
    scopes: [...botScopes],
    redirectUri: `${oauth.publicUrl}/slack/oauth_redirect`,
  }
  return {
    install: (request, response) => provider.handleInstallPath(request, response, {}, options),
    redirect: (request, response) =>
      provider.handleCallback(request, response, {
        success: (_installation, _options, _request, answered) =>
          send(
            answered,
            200,
            page(
              'Rapporteur is installed',
              'You can close this page. In Slack, type /help or open Rapporteur under Apps.',
            ),
          ),
        failure: (error, _options, _request, answered) => {
          log.warn({ err: error }, 'an installation failed')
          const notAllowed = error.name === 'NotAllowed'
          send(
            answered,
            notAllowed ? 403 : 400,
            page(
              'Rapporteur was not installed',
              notAllowed
                ? 'This workspace is not among those that may use Rapporteur here. Its operator can add it.'
                : 'Slack did not confirm the installation, or it took longer than ten minutes. Please begin again.',
              { label: 'Begin again', url: `${oauth.publicUrl}/slack/install` },
            ),
          )
        },
      }),
  }
}

class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** States in the store: every replica knows them, and each is taken away by the first that asks. */
function stateStore(keep: Keep, clock: Clock) {
  const keyOf = (state: string) => ({
    platform: 'slack',
    kind: 'state',
    tenant: '-',
    key: createHash('sha256').update(state).digest('hex'),
  })
  return {
    generateStateParam: async (installOptions: object) => {
      const state = randomBytes(32).toString('base64url')
      const expiresAt = new Date(clock.now().getTime() + stateMinutes * 60_000)
      await keep.put(keyOf(state), installOptions, { expiresAt })
      return state
    },
    verifyStateParam: async (_now: Date, state: string) => {
      const kept = await keep.get(keyOf(state))
      if (!kept || !(await keep.drop(keyOf(state)))) throw new Error('the state is unknown, used or too old')
      const options = object(kept.value)
      return {
        scopes: array(options['scopes']).flatMap((scope) => (typeof scope === 'string' ? [scope] : [])),
        ...(text(options['redirectUri']) === undefined
          ? {}
          : { redirectUri: String(options['redirectUri']) }),
      }
    },
  }
}

function readGiven(given: Given, clock: Clock): Installation | undefined {
  const tenant = given.isEnterpriseInstall ? given.enterprise?.id : (given.team?.id ?? given.enterprise?.id)
  const { bot } = given
  if (tenant === undefined || !bot) return undefined
  return {
    tenant,
    enterprise: given.enterprise?.id,
    botToken: bot.token,
    botUserId: bot.userId,
    botId: bot.id,
    appId: given.appId,
    installedAt: clock.now().toISOString(),
    ...(bot.refreshToken === undefined ? {} : { refreshToken: bot.refreshToken }),
    ...(bot.expiresAt === undefined ? {} : { expiresAt: new Date(bot.expiresAt * 1000).toISOString() }),
  }
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(html)
}
