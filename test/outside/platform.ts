import { platform } from '../../src/core/platform.ts'

/** A platform that the house does not know: this folder and one line in `adapters/index.ts` are all of it. */
export const echo = platform<{ readonly says: string }>({
  name: 'echo',
  title: 'Echo',
  environment: ['ECHO_SAYS'],
  read({ ECHO_SAYS: says }) {
    const problems = says === 'nothing' ? ['ECHO_SAYS: give a line to say.'] : []
    return { settings: says ? { says } : undefined, problems, hints: [] }
  },
  create: async (given) => (await import('./index.ts')).createEcho(given),
  artifacts: async (catalog) => [
    { file: 'adapters/echo/features.json', content: `${JSON.stringify(catalog.map(({ name }) => name))}\n` },
  ],
  programs: {
    manifest: async () => ({
      usage: 'npm run -s manifest -- echo',
      run: async (args, { catalog }) => ({ done: true, text: `${catalog.length} ${args.join(' ')}\n` }),
    }),
  },
})
