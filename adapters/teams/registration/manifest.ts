import { type Catalog, commandWords, findCommand } from '../../../src/core/catalog.ts'
import { appDescription } from '../../../src/core/platform.ts'

export interface TeamsManifestOptions {
  /** The app registration’s id. It is the bot’s, and the app’s in Teams too, so that there is one to keep. */
  readonly appId: string
  /** Where people reach the server, without a slash at the end. */
  readonly url: string
  /** Teams takes a package anew only when this has changed. */
  readonly version: string
  /** Offers the commands behind a slash too, to the bot alone; Teams knows that in its developer preview only. */
  readonly slash?: boolean
}

type Scope = 'personal' | 'team' | 'groupChat'

/** What a menu of Teams holds, and its lines. */
const commandsLimit = 12
const titleLimit = 32
const descriptionLimit = 128

/** What stands in the menus beside the features, as many as there is room for; picking one types it. */
export const menus: readonly {
  readonly scopes: readonly Scope[]
  readonly words: readonly string[]
}[] = [
  { scopes: ['personal'], words: ['meeting list', 'update post', 'update mine', 'reminder list'] },
  {
    scopes: ['team', 'groupChat'],
    words: ['meeting list', 'meeting schedule', 'update post', 'wg bind'],
  },
]

/** The app as Teams installs it, from the catalogue; it goes into a package with its two icons. */
export function manifest(catalog: Catalog, { appId, url, version, slash = false }: TeamsManifestOptions) {
  const schema = slash ? 'DevPreview' : '1.25'
  const name = 'Rapporteur'
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schema}/MicrosoftTeams.schema.json`,
    manifestVersion: slash ? 'devPreview' : schema,
    version,
    id: appId,
    developer: { name, websiteUrl: url, privacyUrl: url, termsOfUseUrl: url },
    name: { short: name, full: 'Rapporteur for working groups' },
    description: {
      short: appDescription,
      full: [
        'Rapporteur keeps what working groups need to remember. Mention it in a channel or a group chat, or write to it in its own chat; “help” tells what can be said.',
        ...catalog.map((feature) => `${feature.name}: ${feature.about}.`),
      ].join('\n\n'),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1b3a57',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'] satisfies readonly Scope[],
        supportsFiles: true,
        ...(slash ? { supportsTargetedMessages: true } : {}),
        commandLists: menus.map(({ scopes, words }) => ({
          scopes,
          // In a personal chat nobody else is there from whom a command could be hidden.
          ...(slash ? { triggers: scopes.includes('personal') ? ['mention'] : ['mention', 'slash'] } : {}),
          commands: menu(catalog, words),
        })),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: catalog
          .flatMap((feature) => feature.shortcuts ?? [])
          .map((shortcut) => ({
            id: shortcut.name,
            type: 'action',
            title: shortcut.label,
            description: shortcut.about,
            context: shortcut.on === 'message' ? ['message'] : ['compose', 'commandBox'],
            fetchTask: true,
            ...(slash && shortcut.on === 'anywhere' ? { triggers: ['slash'] } : {}),
          })),
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(url).hostname],
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  }
}

/** Every feature, whose word alone tells what can follow; and what is wanted most often, while there is room. */
function menu(catalog: Catalog, words: readonly string[]) {
  const taken = words
    .filter((word) => findCommand(catalog, word))
    .slice(0, Math.max(0, commandsLimit - catalog.length))
  return catalog
    .slice(0, commandsLimit)
    .flatMap((feature) => [
      { title: feature.name, description: feature.about },
      ...feature.commands
        .map((command) => ({ title: commandWords(feature, command), description: command.about }))
        .filter(({ title }) => taken.includes(title)),
    ])
    .map(({ title, description }) => ({
      title: title.slice(0, titleLimit),
      description: description.slice(0, descriptionLimit),
    }))
}
