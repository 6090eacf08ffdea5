import { playEditing } from '../plays/editing.ts'
import { slackDoor } from '../plays/slackDoor.ts'

playEditing('Slack', slackDoor)
