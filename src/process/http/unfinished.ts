import type { IncomingMessage } from 'node:http'

/** Of bodies that have not arrived completely, all together. */
const mostBytes = 64 * 1024 * 1024

/** What has arrived of bodies that are not complete. */
export interface Unfinished {
  /** Counts bytes of a body; where there are too many, the requests that began first are cut off. */
  add(request: IncomingMessage, bytes: number): void
  /** The body is complete, or given up. */
  end(request: IncomingMessage): void
}

export function createUnfinished(most: number = mostBytes): Unfinished {
  const held = new Map<IncomingMessage, number>()
  let all = 0

  function end(request: IncomingMessage): void {
    all -= held.get(request) ?? 0
    held.delete(request)
  }

  return {
    end,
    add(request, bytes) {
      held.set(request, (held.get(request) ?? 0) + bytes)
      all += bytes
      for (const [first] of held) {
        if (all <= most) return
        end(first)
        first.destroy()
      }
    },
  }
}
