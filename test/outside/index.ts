import type { Adapter, Host } from '../../src/core/adapter.ts'

/** An adapter that says one line when it starts, and prints what it is answered. */
export function createEcho({
  host,
  settings,
}: {
  readonly host: Host
  readonly settings: { readonly says: string }
}): Adapter {
  const account = { platform: 'echo', tenant: 'echo', account: 'somebody' }
  return {
    name: 'echo',
    reachesByEmail: false,
    lanes: 1,
    async start() {
      const place = { platform: 'echo', tenant: 'echo', channel: 'somebody', private: true }
      const input = { kind: 'line' as const, text: settings.says }
      const { outcome, message } = await host.dispatch({ caller: account, place, input })
      const text = message.summary.map((span) => ('text' in span ? span.text : '')).join('')
      process.stdout.write(`echo ${outcome}: ${text}\n`)
    },
    stop: async () => undefined,
    post: async () => undefined,
    announce: async () => undefined,
    changed: () => undefined,
    connected: () => true,
  }
}
