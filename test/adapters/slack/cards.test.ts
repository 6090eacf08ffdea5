import { playCards } from '../plays/cards.ts'
import { slackDoor } from '../plays/slackDoor.ts'

playCards('Slack', slackDoor)
