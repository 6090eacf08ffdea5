import { type Catalog, entriesOf, type FeatureEntry, type FeatureSpec } from '../../../src/core/catalog.ts'
import { appDescription } from '../../../src/core/platform.ts'

/** What the bot asks to be allowed to do, and no more. */
export const botScopes: readonly string[] = [
  'app_mentions:read',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'files:write',
  'groups:read',
  'im:history',
  'im:write',
  'usergroups:read',
  'usergroups:write',
  'users:read',
  'users:read.email',
]

/** Events that Slack is to tell of. */
const botEvents: readonly string[] = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'group_archive',
  'group_deleted',
  'member_left_channel',
  'message.im',
  'tokens_revoked',
  'user_change',
]

/**
 * What it takes to hear of edits in channels too: Slack then sends the bot every message of the channels that it is
 * in, so it is asked for only where that is wanted.
 */
const channelEdits = {
  scopes: ['channels:history', 'groups:history', 'mpim:history'],
  events: ['message.channels', 'message.groups', 'message.mpim'],
} as const

export interface ManifestOptions {
  /** Where people and Slack reach the server, without a slash at the end; undefined for Socket Mode. */
  readonly url: string | undefined
  /** Stands before every slash command. */
  readonly prefix: string
  /** Whether other workspaces may install it. */
  readonly many: boolean
  /** Whether updates follow edits of messages in channels too. */
  readonly edits?: boolean
}

const descriptionLimit = 2_000
const hintLimit = 1_000

/** The app as Slack registers it, from the catalogue; paste it where Slack asks for a manifest. */
export function manifest(catalog: Catalog, { url, prefix, many, edits = false }: ManifestOptions) {
  const events = url === undefined ? undefined : `${url}/slack/events`
  const to = events === undefined ? {} : { url: events }
  const request = events === undefined ? {} : { request_url: events }
  return {
    display_information: {
      name: 'Rapporteur',
      description: appDescription,
      background_color: '#1b3a57',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Rapporteur', always_online: true },
      shortcuts: catalog
        .flatMap((feature) => feature.shortcuts ?? [])
        .map(({ name, label, about, on }) => ({
          name: label,
          type: on === 'message' ? 'message' : 'global',
          callback_id: name,
          description: about,
        })),
      slash_commands: catalog.map((feature) => ({
        command: `/${prefix}${feature.name}`,
        ...to,
        description: feature.about.slice(0, descriptionLimit),
        usage_hint: hint(feature),
        should_escape: true,
      })),
    },
    oauth_config: {
      ...(url !== undefined && many ? { redirect_urls: [`${url}/slack/oauth_redirect`] } : {}),
      scopes: { bot: edits ? [...botScopes, ...channelEdits.scopes].sort() : botScopes },
    },
    settings: {
      event_subscriptions: {
        ...request,
        bot_events: edits ? [...botEvents, ...channelEdits.events].sort() : botEvents,
      },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(events === undefined ? {} : { message_menu_options_url: events }),
      },
      org_deploy_enabled: many,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: many,
    },
  }
}

/** What may follow the command: its actions and groups, or the options of a command without any. */
function hint(feature: FeatureSpec): string {
  const actions = entriesOf(feature)
    .map(entryHint)
    .filter((words) => words !== '')
  if (actions.length > 0) return wordsWithin(actions, ' | ')
  return wordsWithin(
    Object.keys(feature.commands[0]?.options ?? {}).map((name) => `[${name}]`),
    ' ',
  )
}

/** `schedule`, or `agenda add/remove` for a group. */
function entryHint(entry: FeatureEntry): string {
  if (entry.kind === 'action') return entry.command.name
  return `${entry.name} ${entry.commands.map(({ name }) => name).join('/')}`
}

/** As many whole words as fit. */
function wordsWithin(words: readonly string[], between: string): string {
  let text = ''
  for (const word of words) {
    const longer = text === '' ? word : `${text}${between}${word}`
    if (longer.length > hintLimit - 2) return `${text} …`
    text = longer
  }
  return text
}
