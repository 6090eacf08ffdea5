import type {
  ActionsBlock,
  HeaderBlock,
  ImageBlock,
  RichTextBlock,
  SectionBlock,
  TableBlock,
} from '@slack/web-api'

/** The blocks that a message of ours is made of; whoever adds one says what its text and its weight are. */
export type SlackBlock = ActionsBlock | HeaderBlock | ImageBlock | RichTextBlock | SectionBlock | TableBlock
