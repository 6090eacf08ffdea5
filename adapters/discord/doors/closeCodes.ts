import { GatewayCloseCodes } from 'discord.js'

const refusals: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'the token is not taken: set DISCORD_TOKEN to the one under “Bot” in the Developer Portal',
  [GatewayCloseCodes.InvalidIntents]: 'the intents are not understood',
  [GatewayCloseCodes.DisallowedIntents]: 'the intents are not allowed to this bot',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in so many servers that one connection is too few: let interactions come by HTTP (DISCORD_PUBLIC_KEY)',
}

/** How to mend what made the gateway close; undefined where a retry may succeed. */
export function refusedBy(code: number): string | undefined {
  return refusals[code]
}

/** The same for an error that the SDK raised. */
export function refusalOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'TokenInvalid') return refusals[GatewayCloseCodes.AuthenticationFailed]
  if (code === 'DisallowedIntents') return refusals[GatewayCloseCodes.DisallowedIntents]
  if (code === 'InvalidIntents') return refusals[GatewayCloseCodes.InvalidIntents]
  return undefined
}
