import type { Json } from '../../../../src/core/json.ts'
import { botId, merge, places } from '../far/defaults.ts'
import { type ActivityFields, activity, eventId, fromOf, type Person } from './activities.ts'

/** The bot is installed, taken away or brought up to date. */
export function installationUpdate(
  action: 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade',
  given: ActivityFields = {},
): Json {
  const settings =
    given.where === 'channel'
      ? { settings: { selectedChannel: { id: given.channel?.id ?? places.team } } }
      : {}
  const channelData = { ...settings, source: { name: 'message' } }
  return happening('installationUpdate', { action, channelData }, given)
}

/** People come into a conversation of the bot's; the bot itself where none is named. */
export function membersAdded(people: readonly Person[] = [], given: ActivityFields = {}): Json {
  const membersAdded = membersOf(people, given)
  return happening('conversationUpdate', { membersAdded, ...told('teamMemberAdded', given) }, given)
}

/** People leave; the bot itself where none is named. */
export function membersRemoved(people: readonly Person[] = [], given: ActivityFields = {}): Json {
  const membersRemoved = membersOf(people, given)
  return happening('conversationUpdate', { membersRemoved, ...told('teamMemberRemoved', given) }, given)
}

/** What becomes of a channel, which the whole team is told of. */
export function channelChanged(
  eventType: 'channelCreated' | 'channelDeleted' | 'channelRenamed' | 'channelRestored',
  given: ActivityFields = {},
): Json {
  const { id = places.channel, name = places.channelName } = given.channel ?? {}
  const own = { channelData: { eventType, channel: { id, name }, teamsChannelId: undefined } }
  return happening('conversationUpdate', own, { ...given, where: 'channel' })
}

/** What becomes of a team. */
export function teamChanged(
  eventType: 'teamDeleted' | 'teamRenamed' | 'teamArchived' | 'teamUnarchived' | 'teamRestored',
  given: ActivityFields = {},
): Json {
  const { id = places.team, name = places.teamName } = given.team ?? {}
  const own = {
    channelData: { eventType, team: { id, name }, channel: undefined, teamsChannelId: undefined },
  }
  return happening('conversationUpdate', own, { ...given, where: 'channel' })
}

/** In a team, Teams speaks in the conversation of the whole team and not in a thread. */
function happening(type: string, own: Json, { change = {}, ...given }: ActivityFields): Json {
  const inTeam = given.where === 'channel'
  const bare = {
    ...{ localTimestamp: undefined, localTimezone: undefined, entities: undefined },
    ...(type === 'installationUpdate' ? {} : { locale: undefined }),
    ...(inTeam ? { conversation: { id: given.team?.id ?? places.team } } : {}),
  }
  return merge(activity(type, own, { id: eventId(), ...given, change: bare }), change)
}

function membersOf(people: readonly Person[], { appId }: ActivityFields): readonly Json[] {
  return people.length === 0 ? [{ id: botId(appId) }] : people.map(fromOf)
}

/** Only in teams is it said what kind of change it is. */
function told(eventType: string, { where, team }: ActivityFields): Json {
  if (where !== 'channel') return {}
  const { id = places.team, name = places.teamName } = team ?? {}
  return { channelData: { eventType, team: { id, name } } }
}
