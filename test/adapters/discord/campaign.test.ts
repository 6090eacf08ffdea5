import { playCampaign } from '../plays/campaign.ts'
import { discordDoor } from '../plays/discordDoor.ts'

playCampaign('Discord', discordDoor)
