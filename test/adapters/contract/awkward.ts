import { withoutIsolates } from '../../../src/core/text/direction/isolate.ts'

const family = '👩‍👩‍👧‍👦'

/** What people write, by what is awkward about it. */
export const awkward = {
  'Arabic, from right to left': 'محمد بن عبد الله',
  'Hebrew among Latin letters': 'the שלום of (abc) 12',
  'characters of several parts': `${family} 👍🏽 🇦🇹 é`,
  'characters of four bytes': '𝔘𝔫𝔦 𠮷 🜁',
  'line ends of another system': 'first\r\nsecond\r\n\r\nthird',
  'what rings for everyone': '@everyone @here @channel',
  'Slack’s mentions': '<!here> <!channel> <!everyone> <@U1> <@U2|ana> <#C1|room> <!subteam^S1|all>',
  'Slack’s dates and links': '<!date^1^{date}|x> <https://x.example|label>',
  'Teams’ mentions': '<at>Ana</at> <at id="0">Ana</at>',
  'Teams’ times': '{{TIME(2026-12-12T14:30:00Z)}} {{DATE(2026-12-12T14:30:00Z,SHORT)}}',
  'Discord’s mentions and times': '<@!123456789012345678> <@&123456789012345678> <t:1797082200:F> <:a:1>',
  'marks of markdown': '*bold* _it_ ~x~ `code` ```pre``` ||spoiler|| # heading > quote - item [a](b)',
  entities: '&amp; &lt;!here&gt; &#64; & < >',
  'short names of emoji': ':smile: :+1::skin-tone-2:',
  addresses: 'https://x.example/a?b=1&c=%7C www.x.example mailto:a@x.example javascript:alert(1)',
  'signs of our own grammar': 'a|b=c%7C%25d 1!|meeting cancel “q” \\n \\u0000 ^',
} as const

/** A text as any reader may expect it: what stands between words is one blank, and the signs of isolates show nothing. */
export function squeezed(text: string): string {
  return withoutIsolates(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim()
}
