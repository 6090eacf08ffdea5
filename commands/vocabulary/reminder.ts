/** In which words people ask for each action of reminders; the words of a phrase are joined by `_`. */
export const reminder: Readonly<Record<string, string>> = {
  add: 'remind remind_me remind_us remind_the_group remind_everyone remind_everybody reminder a_reminder set_a_reminder nag nag_me ping ping_me nudge_me need_a_nudge poke_me alert alert_me notify_me alarm set_an_alarm set_alarm dont_let_me_forget dont_forget not_forget let_me_not_forget wake_me wake_me_up tell_me_at tell_me_on tell_me_to tell_me_tomorrow give_me_a_shout shout give_me_a_heads-up heads_up note_to_self memo ring_me every_monday every_morning every_week every_day in_two_hours in_an_hour in_10_minutes jog jog_my_memory my_memory memory let_me_know let_me_know_at let_me_know_when alert_me_before minutes_before leave_at tell_me set_reminder remind_about about_the_deadline phone_the dont_let_me_miss let_me_miss',
  list: 'reminders my_reminders which_reminders all_reminders list_of_reminders reminders_for coming_up alert alerts my_alerts my_alarms alarms notifications what_notifications upcoming_notifications reminded be_reminded be_reminded_of will_i_be_reminded ask_you_to_remind did_i_ask_you pings what_will_you_remind have_i_set scheduled_reminders what_reminders upcoming_reminders reminders_do_i_have all_upcoming_reminders show_my_reminders notifications_are_coming asked_to_be_reminded',
  snooze:
    'snooze later later_please ask_again ask_me_again ask_me_again_tomorrow not_now not_right_now again_in again_tomorrow again_on in_an_hour_again an_hour_again remind_me_later remind_again remind_me_again remind_me_of_this_again of_this_again this_again bring_it_up_again bring_this_up_again bring_up_again come_back_to_me come_back_to_this come_back_later postpone_the_reminder in_a_bit again busy_now come_back_with come_back_with_that back_tomorrow come_back in_two_hours_please ask_me_later ask_later',
  unsnooze:
    'unsnooze un-snooze snooze the_snooze drop_the_snooze cancel_the_snooze cancel_snooze stop_the_snooze dont_need_it_again no_need_to_come_back dont_come_back dont_ask_again not_again',
  edit: 'reminder my_reminder the_reminder reminder_time change_reminder change_my_reminder change_the_reminder edit_reminder wording_of_my_reminder wording text_of_my_reminder reminder_should reminder_should_come move_my_reminder move_the_reminder make_the_alarm the_alarm alarm an_hour_earlier earlier shift_my_reminder should_come change',
  cancel:
    'cancel cancel_reminder cancel_the_reminder cancel_my_reminders delete_reminder delete_the_reminder delete_the_alarm delete_my_reminder reminder my_reminders all_my_reminders alarm alert drop_the_reminder drop_my_reminders drop_all_my_reminders forget_the_reminder remove_the_reminder dont_need_the_reminder dont_need_that_reminder that_reminder no_longer_remind no_need_to_remind dont_remind dont_remind_me not_remind switch_the_alarm_off no_longer_need_the_alert no_longer_need_the_reminder the_alert delete_the_alert scrap_that_reminder scrap_the_reminder this_reminder',
  restore:
    'restore restore_reminder restore_my_reminder reminder my_old_reminder old_reminder reminder_back deleted_reminder deleted_alarm bring_back_the_reminder bring_back_the_alarm bring_back alarm cancelled_reminder the_cancelled_reminder put_back back put_the_reminder_back',
  settings:
    'settings reminder_settings notification_settings quiet quiet_hours quiet_time digest one_digest in_one_digest all_in_one bundle bundled lead_time lead_times notification notifications notification_preferences too_many too_many_notifications too_many_messages fewer fewer_messages fewer_reminders less_often at_night night nights disturb dont_disturb do_not_disturb not_disturb weekend weekends at_weekends on_weekends no_messages how_am_i_reminded how_early how_early_do_you_remind ahead one_day_ahead days_ahead in_advance days_before days_before_rather preferences my_preferences by_email_only via_email by_email_instead per_week mute after_hours once_a_day only_write_to_me only_write write_to_me not_before i_sleep sleep asleep hours_of_rest stop_sending_at sending_things_at_night daily_digest daily only_message_me only_message message_me in_the_mornings only_in_the_morning',
  rules:
    'rules reminder_rules why_reminded why_am_i_reminded why_do_i_get why_do_you why_did_you why_did_you_send why_did_i_get why_am_i_getting why_am_i_getting_this why_am_i_receiving getting_this getting_these keep_getting receiving_these pings nagging your_nagging rule automatic automatically automated automatic_reminders triggers trigger what_triggers what_makes_you messages messages_from_you these_messages send_reminders how_do_reminders_work logic',
  rule: 'rule the_rule rule_off rule_on switch_off switch_the_rule switch_on turn_off turn_on turn_the_rule_off disable disable_the_rule enable enable_the_rule deactivate activate for_all for_everybody agenda_rule action_rule invitation_rule minutes_rule days_before moments',
  stop: 'stop stop_reminding stop_reminding_me stop_bugging stop_bugging_me stop_pestering stop_bothering stop_nagging stop_pinging stop_sending_me no_more_reminders no_more_messages no_more_of_these no_more_of_these_messages leave_me_alone leave_me_in_peace in_peace dont_want_to_hear not_hear hear_about hear_about_this unsubscribe_reminders unsubscribe_me_from quit_reminding mute mute_this kind_of_reminder this_kind spare_me enough enough_of_these dont_want_reminders no_reminders_about reminders_about dont_want_any_reminders want_reminders',
  resume:
    'resume resume_reminders resume_reminding remind_again remind_me_again start_reminding start_reminding_me_again start_reminding_again reminders_again messages_again those_messages_again turn_back_on turn_my_reminders_back_on reminders_back_on back_on nag_again nag_me_again unmute switch_back_on want_reminders_again can_remind_me_again',
  failed:
    'failed failure failures bounce bounced bounces undelivered undeliverable not_delivered could_not_be_delivered couldnt_be_delivered delivery delivery_problems delivery_failures delivery_errors errors messages which_messages didnt_arrive did_not_arrive not_arrived arrive all_messages_arrive not_sent could_not_be_sent couldnt_be_sent get_through got_through not_get_through came_back mails_that_came_back returned_mail went_wrong lost_messages',
  resend:
    'resend re-send send_again send_it_again send_once_more send_that_message_once_more once_more try_again retry redeliver deliver_again deliver_it_again try_to_deliver message_again message retry_it',
  unreachable:
    'unreachable unreached cannot_reach can_we_not_reach cant_reach cant_we_reach not_reach not_reachable not_reached unable_to_reach could_not_be_reached reach bounced bounce mails_bounce whose_mails_bounce dead_address dead_addresses address_is_dead dead invalid_address wrong_address doesnt_get_our_messages get_our_messages out_of_reach unresponsive',
}

/** What people call the actions behind the name of the feature. */
export const reminderVerbs: Readonly<Record<string, string>> = {
  add: 'new create set schedule remind make duplicate clone copy start',
  list: 'all show view find search get check upcoming',
  snooze: 'postpone push delay defer put_off later again reschedule extend',
  edit: 'change rename update replace reschedule amend move swap',
  cancel:
    'delete remove drop finish complete done mark close end archive dismiss hide kick decline reject clear',
  restore: 'reopen undo undelete reinstate revert',
  unsnooze: 'unpostpone',
  settings: 'set_up configure quiet reset pin',
  rules: 'explain why',
  stop: 'mute unsubscribe disable silence pause turn_off switch_off leave',
  resume: 'unmute subscribe enable unpause turn_on switch_on continue',
  failed: 'errors undelivered',
  resend: 'send_again retry forward send',
  '/meeting action add': 'assign transfer task',
  '/meeting attendees': 'nudge chase invite',
}
