import { playCards } from '../plays/cards.ts'
import { teamsDoor } from '../plays/teamsDoor.ts'

playCards('Microsoft Teams', teamsDoor)
