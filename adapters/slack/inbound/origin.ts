import { flag, type Json, object, text } from '../../../src/core/json.ts'

/** Who did something, in which workspace, and where an answer can go. */
export interface Origin {
  /** Whose installation it is: the workspace, or the organization where the app is installed for all of it. */
  readonly tenant: string
  readonly team: string | undefined
  readonly enterprise: string | undefined
  /** `-` where no person did it. */
  readonly user: string
  /** The workspace that the person belongs to, where Slack says so. */
  readonly userTeam: string | undefined
  readonly channel: string | undefined
  /** The message under which it was said. */
  readonly thread: string | undefined
  /**
   * Nobody but the person reads there. `ask`: a direct conversation, which may be the bot's own with the person
   * or one of two people in which a command was typed.
   */
  readonly private: boolean | 'ask'
  /** Opens a view within three seconds, once. */
  readonly trigger: string | undefined
  readonly responseUrl: string | undefined
  readonly appId: string | undefined
}

interface Found {
  readonly team: string | undefined
  readonly enterprise: string | undefined
  readonly user: string | undefined
  readonly userTeam?: string | undefined
  readonly channel?: string | undefined
  readonly thread?: string | undefined
}

/** What every payload tells; undefined when workspace or person is missing. */
export function commonOf(given: Json, found: Found): Origin | undefined {
  const orgWide = flag(given['is_enterprise_install'])
  const tenant = orgWide ? (found.enterprise ?? found.team) : (found.team ?? found.enterprise)
  if (tenant === undefined || found.user === undefined) return undefined
  return {
    tenant,
    team: found.team,
    enterprise: found.enterprise,
    user: found.user,
    userTeam: found.userTeam,
    channel: found.channel,
    thread: found.thread,
    private: privateChannel(found.channel),
    trigger: text(given['trigger_id']),
    responseUrl: text(given['response_url']),
    appId: text(given['api_app_id']),
  }
}

/** No channel at all is private; of a direct conversation the name alone does not tell whose it is. */
export function privateChannel(channel: string | undefined): boolean | 'ask' {
  if (channel === undefined) return true
  return channel.startsWith('D') ? 'ask' : false
}

/** Team, user and channel of what comes from a person’s hand. */
export function interactionOf(given: Json): Origin | undefined {
  const user = object(given['user'])
  const team = object(given['team'])
  const view = object(given['view'])
  return commonOf(given, {
    team: text(view['app_installed_team_id']) ?? text(team['id']) ?? text(user['team_id']),
    enterprise: text(object(given['enterprise'])['id']) ?? text(team['enterprise_id']),
    user: text(user['id']),
    userTeam: text(user['team_id']),
    channel: text(object(given['channel'])['id']),
  })
}
