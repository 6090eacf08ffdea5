import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import type { Change, Host } from '../../../src/core/adapter.ts'
import type { Account } from '../../../src/core/address.ts'
import type { Profile } from '../../../src/core/invocation.ts'
import { block, type Message } from '../../../src/core/message.ts'
import type { Clients } from '../api/clients.ts'
import type { Wording } from '../render/commandPrefix.ts'
import { viewBlocks } from '../render/viewBlocks.ts'

/** A person whose home tab is shown. */
export interface HomeViewer {
  readonly tenant: string
  readonly user: string
  readonly clients: Clients
  readonly vouchedEmail?: string
  readonly profile?: Profile
}

/** The home tab: published when it is opened and when what it shows has changed. */
export interface Homes {
  /** `said` stands on top: what a press there led to. */
  publish(resident: HomeViewer, message?: Message): Promise<void>
  changed(change: Change): void
  stop(): Promise<void>
}

interface HomesDependencies {
  readonly host: Pick<Host, 'home' | 'keep' | 'clock' | 'openHomes'>
  readonly buttonData: ButtonData
  readonly wording: Wording
  /** How to call Slack for a workspace; undefined where the app is not installed any more. */
  readonly clientsOf: (tenant: string) => Promise<Clients | undefined>
  readonly failed: (error: unknown) => void
}

/** Changes within this time are shown together, in milliseconds. */
const debounceMs = 1_500
/** A tab that was opened longer ago is published when it is opened again. */
const openMs = 30 * 60_000

export function createHomes({ host, buttonData, wording, clientsOf, failed }: HomesDependencies): Homes {
  const waiting = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()

  async function publish(
    { tenant, user, clients, vouchedEmail, profile }: HomeViewer,
    message?: Message,
  ): Promise<void> {
    const account = { platform: 'slack', tenant, account: user }
    const page = await host.home({
      caller: account,
      place: { platform: 'slack', tenant, channel: user, private: true },
      ...(vouchedEmail === undefined ? {} : { vouchedEmail }),
      ...(profile === undefined ? {} : { profile }),
    })
    const whole: Message = message
      ? { ...page, blocks: [block.text(message.summary), ...message.blocks, ...page.blocks] }
      : page
    await clients.quick.views.publish({
      user_id: user,
      view: { type: 'home', blocks: await viewBlocks({ buttonData, wording }, tenant, whole) },
    })
    await host.keep.put(
      { platform: 'slack', kind: 'home', tenant, key: user },
      {},
      { expiresAt: new Date(host.clock.now().getTime() + openMs) },
    )
  }

  async function again({ tenant, account }: Account): Promise<void> {
    const clients = await clientsOf(tenant)
    if (clients) await publish({ tenant, user: account, clients })
  }

  function track(work: Promise<void>): void {
    const run = work.catch(failed)
    running.add(run)
    void run.finally(() => running.delete(run))
  }

  async function refresh({ people }: Change): Promise<void> {
    const since = new Date(host.clock.now().getTime() - openMs)
    for (const account of await host.openHomes('slack', people, since)) {
      const key = `${account.tenant}:${account.account}`
      if (waiting.has(key)) continue
      const timer = setTimeout(() => {
        waiting.delete(key)
        track(again(account))
      }, debounceMs)
      waiting.set(key, timer.unref())
    }
  }

  return {
    publish,
    changed(change) {
      track(refresh(change))
    },
    async stop() {
      for (const timer of waiting.values()) clearTimeout(timer)
      await Promise.allSettled(running)
    },
  }
}
