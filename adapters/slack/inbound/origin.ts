import { flag, type Json, object, text } from '../../../src/core/json.ts'

/** Who did something, in which workspace, and where an answer can go. */
export interface Origin {
  /** The tenant of the installation: the workspace, or the organization where the app is installed for all of it. */
  readonly tenant: string
  readonly team: string | undefined
  readonly enterprise: string | undefined
  /** `-` where no person caused the event. */
  readonly user: string
  /** The workspace that the person belongs to, where Slack says so. */
  readonly userTeam: string | undefined
  readonly channel: string | undefined
  /** The thread: the message that was replied to. */
  readonly thread: string | undefined
  /**
   * Whether only the person can read there. `ask`: a direct conversation, which may be the bot's own with the person,
   * or one of two people in which a command was typed.
   */
  readonly private: boolean | 'ask'
  /** Opens one view, within three seconds. */
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

/** The parts common to all payloads; undefined when workspace or person is missing. */
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

/** No channel means private; the id of a direct conversation alone does not tell whose it is. */
export function privateChannel(channel: string | undefined): boolean | 'ask' {
  if (channel === undefined) return true
  return channel.startsWith('D') ? 'ask' : false
}

/** Workspace, user and channel of something a person did. */
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
