import {
  type CompiledQuery,
  InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  type WithNode,
} from 'kysely'

import type { Trx } from '../db.ts'

/** A command that is tried out is about to make a record whose number people see; nothing stands in its way. */
export class NumberWanted extends Error {
  override readonly name = 'NumberWanted'
}

/** The tables whose rows people know by their numbers, as the store writes them. */
const numbered: ReadonlySet<string> = new Set([
  'action_items',
  'library_items',
  'meetings',
  'people',
  'polls',
  'projects',
  'recommendations',
  'reminders',
  'silence_procedures',
  'updates',
])

/**
 * The transaction for a trial: it raises `NumberWanted` before it makes a record that gets a number, since numbers
 * that a trial takes are not given back and would be missing.
 */
export function untilNumbered(trx: Trx): Trx {
  const composing = trx.withPlugin(stopAtNumbers)
  return new Proxy(composing, {
    get(target, key) {
      // What was composed before goes past the plugins.
      if (key === 'executeQuery') {
        return (query: CompiledQuery) => {
          refuseNumbers(query.query)
          return target.executeQuery(query)
        }
      }
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

const stopAtNumbers: KyselyPlugin = {
  transformQuery({ node }) {
    refuseNumbers(node)
    return node
  },
  transformResult: async ({ result }) => result,
}

function refuseNumbers(node: OperationNode): void {
  if (InsertQueryNode.is(node) && node.into && numbered.has(node.into.table.identifier.name))
    throw new NumberWanted(`a trial makes no record of ${node.into.table.identifier.name}`)
  if (!('with' in node)) return
  const { expressions = [] } = (node.with ?? {}) as Partial<WithNode>
  for (const { expression } of expressions) refuseNumbers(expression)
}
