/** The bot's application, as the fake knows it; its user has the same id. */
export const app = {
  id: '1310000000000000001',
  /** As Discord makes them: the first part is the id. */
  token: `${Buffer.from('1310000000000000001').toString('base64url')}.Gabcde.a-secret-of-the-bot`,
  name: 'Rapporteur',
} as const

/** Servers, channels and threads of the default world. */
export const places = {
  guild: '1310000000000000100',
  guildName: 'Compact',
  channel: '1310000000000000101',
  channelName: 'working-group',
  otherChannel: '1310000000000000102',
  otherChannelName: 'etcip',
  thread: '1310000000000000103',
  threadName: 'draft',
  /** A server in which the bot is, and nobody of the sample. */
  otherGuild: '1310000000000000200',
  otherGuildName: 'Elsewhere',
  otherGuildChannel: '1310000000000000201',
} as const

/** The version of the interface, as it stands in its paths. */
export const version = 'v10'

/** A time that never ends, as Discord writes times. */
export const epoch = '2024-01-01T00:00:00.000000+00:00'
