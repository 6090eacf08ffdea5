import { CallError } from '../../../src/chat/delivery/failure.ts'
import { StartError } from '../../../src/core/errors.ts'
import { object, text } from '../../../src/core/json.ts'
import type { AdapterContext } from '../context.ts'

/**
 * Checks that the settings belong to one application, as Discord describes it. Raises a `StartError` that says what to
 * do where they do not; where Discord is unreachable, a mismatch shows later.
 */
export async function checkApplication({
  api,
  settings,
  log,
}: Pick<AdapterContext, 'api' | 'settings' | 'log'>): Promise<void> {
  const { applicationId, publicKey } = settings
  let told: Record<string, unknown>
  try {
    told = object(await api.call({ method: 'GET', path: '/applications/@me' }))
  } catch (error) {
    if (error instanceof CallError && error.status === 401) {
      throw new StartError(
        'Discord does not take DISCORD_TOKEN: set it to the token under “Bot” of your application in the Developer Portal; “Reset Token” shows a new one.',
      )
    }
    log.warn({ err: error }, 'failed to look up the application in Discord')
    return
  }
  const id = text(told['id'])
  if (id !== undefined && id !== applicationId) {
    throw new StartError(
      `DISCORD_TOKEN is of the application ${id}, and DISCORD_APPLICATION_ID is ${applicationId}: take both from the same application in the Developer Portal.`,
    )
  }
  const key = text(told['verify_key'])
  if (publicKey !== undefined && key !== undefined && key.toLowerCase() !== publicKey.toLowerCase()) {
    throw new StartError(
      'DISCORD_PUBLIC_KEY is not the key of this application: copy the Public Key from “General Information” in the Developer Portal.',
    )
  }
  const endpoint = text(told['interactions_endpoint_url'])
  if (publicKey === undefined && endpoint !== undefined) {
    throw new StartError(
      `Discord sends interactions to ${endpoint}, the Interactions Endpoint URL under “General Information”, and none by the gateway: take it out there, or set DISCORD_PUBLIC_KEY.`,
    )
  }
  if (publicKey !== undefined && endpoint === undefined) {
    log.warn(
      {},
      'Discord knows no Interactions Endpoint URL: set it under “General Information” to the https address of this server with /discord/interactions behind it',
    )
  }
}
