import { z } from 'zod'

import { isLoopback } from '../../core/text/loopback.ts'

/** Secrets go there, or keys come from there: nothing is to be read or changed on the way. */
export function safeUrl(example: string) {
  return z
    .url({ protocol: /^https?$/, error: `give a web address such as ${example}` })
    .refine((url) => {
      // What is no address at all was said already.
      if (!URL.canParse(url)) return true
      const { protocol, hostname } = new URL(url)
      return protocol === 'https:' || isLoopback(hostname)
    }, `give an https address such as ${example}`)
    .optional()
}
