//! What the audit log says, in words. The kinds stand before the dot. (What came of a deed: `came_of`.)

use catalog::{audit, deeds as say};

use crate::domain::deed::Deed;

/// Kinds of deeds, as the log is filtered by them.
pub const KINDS: [&str; 11] =
    ["session", "sign-in", "person", "event", "season", "request", "allocation", "draw", "after", "mail", "import"];

/// A kind of deeds in words; a word that is none is shown as it is.
pub fn kind(word: &str) -> &str {
    match word {
        "session" => audit::kind_session(),
        "sign-in" => audit::kind_sign_in(),
        "person" => audit::kind_person(),
        "event" => audit::kind_event(),
        "season" => audit::kind_season(),
        "request" => audit::kind_request(),
        "allocation" => audit::kind_allocation(),
        "draw" => audit::kind_draw(),
        "after" => audit::kind_after(),
        "mail" => audit::kind_mail(),
        "import" => audit::kind_import(),
        other => other,
    }
}

/// A noted word in words; one of another version is shown as it is.
pub fn deed(word: &str) -> &str {
    match Deed::parse(word) {
        Some(deed) => said(deed),
        None => word,
    }
}

fn said(deed: Deed) -> &'static str {
    match deed {
        Deed::SessionStart => say::session_start(),
        Deed::SessionEnd => say::session_end(),
        Deed::SignInSpentLink => say::sign_in_spent_link(),
        Deed::SignInWrongCode => say::sign_in_wrong_code(),
        Deed::SignInLeftOut => say::sign_in_left_out(),
        Deed::PersonAdd => say::person_add(),
        Deed::PersonEdit => say::person_edit(),
        Deed::PersonImport => say::person_import(),
        Deed::PersonRename => say::person_rename(),
        Deed::PersonAddress => say::person_address(),
        Deed::PersonAddressUndo => say::person_address_undo(),
        Deed::PersonFirstAdmin => say::person_first_admin(),
        Deed::PersonMakeAdmin => say::person_make_admin(),
        Deed::PersonCommandLink => say::person_command_link(),
        Deed::PersonSendLink => say::person_send_link(),
        Deed::PersonRevokeSessions => say::person_revoke_sessions(),
        Deed::EventCreate => say::event_create(),
        Deed::EventEdit => say::event_edit(),
        Deed::EventClose => say::event_close(),
        Deed::EventCloseDue => say::event_close_due(),
        Deed::EventOpenAgain => say::event_open_again(),
        Deed::EventFinalize => say::event_finalize(),
        Deed::EventReopen => say::event_reopen(),
        Deed::AfterReturn => say::after_return(),
        Deed::AfterSettings => say::after_settings(),
        Deed::AfterHandOut => say::after_hand_out(),
        Deed::AfterKeep => say::after_keep(),
        Deed::AfterLate => say::after_late(),
        Deed::AfterTake => say::after_take(),
        Deed::AfterDecline => say::after_decline(),
        Deed::AfterClaim => say::after_claim(),
        Deed::AfterGuests => say::after_guests(),
        Deed::AfterCame => say::after_came(),
        Deed::AfterRecall => say::after_recall(),
        Deed::AfterGive => say::after_give(),
        Deed::AfterOffer => say::after_offer(),
        Deed::AfterTable => say::after_table(),
        Deed::AfterTickets => say::after_tickets(),
        Deed::AfterHand => say::after_hand(),
        Deed::AfterHandAsk => say::after_hand_ask(),
        Deed::AfterHandKeep => say::after_hand_keep(),
        Deed::AfterHandDecline => say::after_hand_decline(),
        Deed::EventCancel => say::event_cancel(),
        Deed::EventUncancel => say::event_uncancel(),
        Deed::EventDelete => say::event_delete(),
        Deed::EventRestore => say::event_restore(),
        Deed::EventPurge => say::event_purge(),
        Deed::EventAddOrganizer => say::event_add_organizer(),
        Deed::EventRemoveOrganizer => say::event_remove_organizer(),
        Deed::EventHandOver => say::event_hand_over(),
        Deed::EventInvite => say::event_invite(),
        Deed::SeasonCreate => say::season_create(),
        Deed::SeasonAddSteward => say::season_add_steward(),
        Deed::SeasonRemoveSteward => say::season_remove_steward(),
        Deed::RequestEnter => say::request_enter(),
        Deed::RequestWithdraw => say::request_withdraw(),
        Deed::RequestRestore => say::request_restore(),
        Deed::AllocationSave => say::allocation_save(),
        Deed::DrawPlan => say::draw_plan(),
        Deed::DrawMake => say::draw_make(),
        Deed::DrawPut => say::draw_put(),
        Deed::DrawTakeOff => say::draw_take_off(),
        Deed::DrawFillFurther => say::draw_fill_further(),
        Deed::MailResend => say::mail_resend(),
        Deed::MailTold => say::mail_told(),
        Deed::MailTest => say::mail_test(),
        Deed::MailAlarms => say::mail_alarms(),
        Deed::ImportLegacy => say::import_legacy(),
        Deed::ImportMadeUp => say::import_made_up(),
    }
}

/// The details of a deed without the signs of JSON: "session 2, way command".
pub fn details(json: &str) -> String {
    let Ok(serde_json::Value::Object(details)) = serde_json::from_str(json) else { return json.to_owned() };
    let told = details.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| match value {
        serde_json::Value::String(text) => format!("{name} {text}"),
        serde_json::Value::Bool(yes) => format!("{name} {}", if *yes { "yes" } else { "no" }),
        other => format!("{name} {other}"),
    });
    told.collect::<Vec<_>>().join(", ")
}
