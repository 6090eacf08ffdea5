import type { Json } from '../../../../src/core/json.ts'
import type { Directory } from './directory.ts'
import type { Operation, Reply } from './faults.ts'

/** A message as it stands in a conversation. */
export interface Posted {
  /** Without the thread. */
  readonly conversation: string
  /** The message of a channel that it answers. */
  readonly thread?: string
  readonly id: string
  /** What was said last. */
  activity: Json
  /** Who alone sees it. */
  readonly targetedTo?: string
  readonly at: Date
  updatedAt?: Date
  deleted?: boolean
}

/** Whether messages that one person alone sees may be sent; else what is answered. */
export type Targeting = 'supported' | 400 | 403

/** What is asked of the connector, its path taken apart. */
export interface Asked {
  readonly method: string
  /** From `v3` on, decoded. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  readonly body: Json
  /** In characters. */
  readonly size: number
}

/** What the connector answers from and writes to. */
export interface Ground {
  readonly directory: Directory
  readonly messages: Posted[]
  readonly targeting: Targeting
}

/** One thing that may be asked, by what a fault of it is ordered under. */
export interface Deed {
  readonly operation: Operation
  /** Without the thread; undefined where there is none yet. */
  readonly conversation?: string
  readonly act: () => Reply
}

/** A conversation's id apart from the message whose thread it is. */
export function threadOf(id: string): { readonly conversation: string; readonly thread?: string } {
  const [conversation = '', thread] = id.split(';messageid=')
  return { conversation, ...(thread === undefined ? {} : { thread }) }
}
