import { z } from 'zod'

import type { Environment } from '../../core/platform.ts'

type Read<Shape extends z.ZodRawShape> =
  | { readonly kind: 'right'; readonly values: z.infer<z.ZodObject<Shape>> }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/** Reads the variables of a shape, or says what is wrong with each of them without repeating its value. */
export function readVariables<Shape extends z.ZodRawShape>(shape: Shape, given: Environment): Read<Shape> {
  const set = Object.fromEntries(
    Object.keys(shape).flatMap((name) => (given[name] ? [[name, given[name]] as const] : [])),
  )
  const read = z.object(shape).safeParse(set)
  if (read.success) return { kind: 'right', values: read.data }
  return {
    kind: 'wrong',
    problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  }
}
