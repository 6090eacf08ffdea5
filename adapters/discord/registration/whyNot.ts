import { CallError } from '../../../src/chat/delivery/failure.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { errorCodes } from '../api/codes.ts'

/** Why the commands could not be registered and what to do, in a sentence or two; of any other error its own message. */
export function whyNot(error: unknown, guild: string | undefined): string {
  if (!(error instanceof CallError)) return error instanceof Error ? error.message : String(error)
  const { status, code, message } = error
  if (status === 401 || code === errorCodes.wrongToken)
    return 'Discord does not take the token. Set DISCORD_TOKEN to the one under “Bot” in the Developer Portal.'
  if (code === errorCodes.tooManyCommands)
    return 'Discord takes 200 new commands a day, and they are used up. Try again tomorrow.'
  if (code === errorCodes.unknownGuild || code === errorCodes.missingAccess || status === 403)
    return notLetIn(guild)
  if (status === 404)
    return 'Discord knows no such application. Set DISCORD_APPLICATION_ID to the one under “General Information” in the Developer Portal.'
  if (status === 429) {
    const seconds = Math.max(1, Math.ceil(error.retryAfter ?? 1))
    return `Discord asks for a pause. Try again in ${counted(seconds, 'second')}.`
  }
  if (status === 0)
    return 'Discord could not be reached, or gave no answer. Look at the network and try again.'
  if (status >= 500) return `Discord is out of order (${status}). Try again later.`
  return message
}

function notLetIn(guild: string | undefined): string {
  if (guild === undefined)
    return 'Discord does not let this token register commands of that application. Set DISCORD_TOKEN and DISCORD_APPLICATION_ID to those of one and the same application.'
  return `The app is not in the server ${guild}, or was let in without the scope applications.commands. Invite it with the scopes bot and applications.commands, and try again.`
}
