import type { IncomingMessage, ServerResponse } from 'node:http'

import { type Installation as Given, InstallProvider } from '@slack/oauth'

import type { Clock } from '../../../src/core/clock.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import { botScopes } from '../registration/manifest.ts'
import type { SlackSettings } from '../settings.ts'
import { page } from './htmlPage.ts'
import type { Installation, Installations } from './installations.ts'
import { createStates, stateSeconds } from './oauthStates.ts'

/** The two pages of an installation. */
export interface Installer {
  install(request: IncomingMessage, response: ServerResponse): Promise<void>
  redirect(request: IncomingMessage, response: ServerResponse): Promise<void>
}

interface InstallerDependencies {
  readonly oauth: NonNullable<SlackSettings['oauth']>
  readonly apiUrl: string
  readonly installations: Installations
  readonly keep: Keep
  readonly clock: Clock
  readonly log: Log
  /** Refuses a workspace that may not use the bot. */
  readonly mayUse: (tenant: string, enterprise: string | undefined) => boolean
}

/** Installs the app into workspaces and organizations; a state works once, for ten minutes, in one browser. */
export function createInstaller(deps: InstallerDependencies): Installer {
  const { oauth, apiUrl, installations, keep, clock, log } = deps
  const provider = new InstallProvider({
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } },
    logger: silent,
    stateCookieExpirationSeconds: stateSeconds,
    stateStore: createStates({ secret: oauth.clientSecret, keep, clock }),
    renderHtmlForInstallPath: (url) =>
      page('Install Rapporteur', 'Rapporteur joins your workspace with the rights that Slack lists next.', {
        label: 'Add to Slack',
        url,
      }),
    installationStore: {
      storeInstallation: async (given) => {
        const installation = readGiven(given, clock)
        if (!installation) throw new Error('Slack gave no bot token')
        if (!deps.mayUse(installation.tenant, text(object(given.enterprise)['id']))) throw new NotAllowed()
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
