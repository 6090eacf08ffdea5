/** What was set apart from a pasted text. */
export interface Aside {
  /** `lead` stands for words that only pointed to an address. */
  readonly kind:
    | 'source'
    | 'credit'
    | 'signature'
    | 'greeting'
    | 'heading'
    | 'mail header'
    | 'lead'
    | 'answered'
    | 'hashtag'
    | 'attachment'
  readonly text: string
}
