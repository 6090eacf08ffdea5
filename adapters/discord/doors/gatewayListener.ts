import { type Json, object, text } from '../../../src/core/json.ts'

/** What the gateway reports. */
export interface GatewayListener {
  /** `replayed`: sent again after a reconnect, so Discord may no longer wait for an answer. */
  interaction(given: Json, replayed: boolean): void
  /** A channel or a thread was deleted. */
  channelGone(guild: string, channel: string): void
  /** The bot was removed from a server, or the server was deleted. */
  guildGone(guild: string): void
  /** Discord refuses the bot until somebody mends the cause. */
  refused(why: string): void
}

/** A refusal as the log, the secretariat and whoever starts the program read it. */
export function refusedText(why: string): string {
  return `Discord refuses the bot: ${why}`
}

/** Reports a packet of the gateway that matters to the bot. */
export function report({ t: event, d }: Json, hearing: GatewayListener, replayed: boolean): void {
  const given = object(d)
  const guild = text(given['guild_id'])
  if (event === 'INTERACTION_CREATE') hearing.interaction(given, replayed)
  else if ((event === 'CHANNEL_DELETE' || event === 'THREAD_DELETE') && guild !== undefined) {
    hearing.channelGone(guild, text(given['id']) ?? '')
  } else if (event === 'GUILD_DELETE' && given['unavailable'] !== true) {
    // During an outage a server is marked unavailable, and comes back.
    hearing.guildGone(text(given['id']) ?? '')
  }
}
