import { platform } from '../../src/core/platform.ts'
import { discordEnvironment, readDiscord } from './environment.ts'

export const discord = platform({
  name: 'discord',
  title: 'Discord',
  environment: Object.keys(discordEnvironment),
  read: readDiscord,
  create: async (given) => (await import('./index.ts')).createDiscord(given),
  async artifacts(catalog) {
    const { commands } = await import('./registration/commands.ts')
    const content = `${JSON.stringify(commands(catalog), undefined, 2)}\n`
    return [{ file: 'adapters/discord/commands.json', content }]
  },
  programs: {
    register: async () => (await import('./registration/registerByHand.ts')).registerByHand,
  },
})
