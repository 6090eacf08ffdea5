import type { Adapter } from '../../core/adapter.ts'

export interface WorkerShape {
  readonly name: string
  /** How many deliveries are under way at once. */
  readonly lanes: number
  /** Whether what is in doubt after a crash is looked for. */
  readonly findsDelivered: boolean
}

/**
 * The worker that delivers the notices of a workspace (`platform tenant`), and how many at once. Each workspace has its
 * own, but a platform that delivers one by one has a single worker, which keeps their order. People without a known
 * account are reached by the platform that finds people by e-mail address.
 */
export function workerShapeOf(adapters: readonly Adapter[], workspace: string): WorkerShape {
  const [platform] = workspace.split(' ')
  const adapter =
    adapters.find(({ name }) => name === platform) ?? adapters.find(({ reachesByEmail }) => reachesByEmail)
  if (!adapter) return { name: workspace, lanes: 1, findsDelivered: false }
  const { name, lanes, findsDelivered = false } = adapter
  return { name: lanes === 1 ? name : workspace, lanes, findsDelivered }
}
