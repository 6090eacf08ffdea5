import type { Clock } from '../../../src/core/clock.ts'
import { StartError } from '../../../src/core/errors.ts'
import type { Log } from '../../../src/core/log.ts'
import type { ClientPool } from '../api/clients.ts'
import { refusal } from '../api/faults.ts'
import type { SlackSettings } from '../settings.ts'
import type { Installations } from './installations.ts'

interface OwnInstallationDependencies {
  readonly settings: SlackSettings
  readonly installations: Installations
  readonly clients: ClientPool
  readonly log: Log
  readonly clock: Clock
}

const longestWaitMs = 60_000

/** The workspace of the bot token, looked up at start; if Slack does not answer then, asked again until it does. */
export function ownInstallation({
  settings,
  installations,
  clients,
  log,
  clock,
}: OwnInstallationDependencies) {
  const { botToken, appId } = settings
  let waiting: NodeJS.Timeout | undefined
  let stopped = false
  if (botToken !== undefined) installations.expectOwn()

  async function ask(token: string): Promise<void> {
    const told = await clients.of(token).patient.auth.test()
    const tenant = told.is_enterprise_install ? told.enterprise_id : told.team_id
    if (tenant === undefined || told.user_id === undefined)
      throw new Error('Slack did not say which workspace the token belongs to')
    installations.setOwn({
      tenant,
      enterprise: told.enterprise_id,
      botToken: token,
      botUserId: told.user_id,
      botId: told.bot_id,
      appId,
      installedAt: clock.now().toISOString(),
    })
  }

  function later(token: string, ms: number): void {
    if (stopped) return
    waiting = setTimeout(() => {
      ask(token).catch((error: unknown) => {
        log.error({ err: error }, 'failed to look up the workspace of SLACK_BOT_TOKEN, retrying')
        later(token, Math.min(longestWaitMs, ms * 2))
      })
    }, ms)
    waiting.unref()
  }

  return {
    /** Raises `StartError` where Slack refuses the token. */
    async start(): Promise<void> {
      if (botToken === undefined) return
      try {
        await ask(botToken)
      } catch (error) {
        const word = refusal(error)
        if (word !== undefined) {
          throw new StartError(
            `Slack refuses SLACK_BOT_TOKEN (${word}): copy the Bot User OAuth Token again from “OAuth & Permissions” of your Slack app.`,
          )
        }
        log.error({ err: error }, 'Slack unreachable, retrying to look up the workspace of SLACK_BOT_TOKEN')
        later(botToken, 1_000)
      }
    },
    stop(): void {
      stopped = true
      clearTimeout(waiting)
    },
  }
}
