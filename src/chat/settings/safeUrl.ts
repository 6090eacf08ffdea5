import { z } from 'zod'

import { isLoopback } from '../../core/text/addresses/loopback.ts'

/** Secrets go to this address or keys come from it, so the connection must be encrypted. */
export function safeUrl(example: string) {
  return z
    .url({ protocol: /^https?$/, error: `give a web address such as ${example}` })
    .refine((url) => {
      // An invalid address was reported already.
      if (!URL.canParse(url)) return true
      const { protocol, hostname } = new URL(url)
      return protocol === 'https:' || isLoopback(hostname)
    }, `give an https address such as ${example}`)
    .optional()
}
