//! Nothing is left out of what the properties try: every server function, every command, and every deed is on one of
//! these lists.

use std::{collections::BTreeSet, process::Command};

use server_fn::axum::server_fn_paths;
use ticket_pool::domain::deed::Deed;

use super::{acts, people::Move};

/// Whom something changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Whoever does it, and nobody else.
    Oneself,
    /// An event and those who asked: `everything` tries it.
    Event,
    /// Another person: `people` tries it.
    Person,
    /// Nobody who is here: it brings someone new, or nothing at all.
    Nobody,
}

use Reach::{Event, Nobody, Oneself, Person};

/// Every server function and every command, and whom it changes.
const ALL: [(&str, Reach); 89] = [
    ("/api/account/rename", Oneself),
    ("/api/account/address/ask", Oneself),
    ("/api/account/address/cancel", Oneself),
    ("/api/account/address/confirm", Oneself),
    ("/api/account/address/undo", Oneself),
    ("/api/account/zone", Oneself),
    ("/api/account/language", Oneself),
    ("/api/account/emails", Oneself),
    ("/api/emails/choose", Oneself),
    ("/api/account/sign-out/one", Oneself),
    ("/api/account/sign-out/others", Oneself),
    ("/api/account/sign-out/all", Oneself),
    ("/api/sign-in/ask", Oneself),
    ("/api/sign-in/code", Oneself),
    ("/api/sign-in/redeem", Oneself),
    ("/api/sign-out", Oneself),
    ("/api/mail/test", Oneself),
    ("/api/mail/alarms", Oneself),
    ("/api/people/add", Nobody),
    ("/api/people/edit", Person),
    ("/api/people/import/look", Nobody),
    ("/api/people/import/save", Person),
    ("/api/people/sign-out", Person),
    // A link to their own address, which they can ask for themselves.
    ("/api/people/send-link", Nobody),
    // A message that failed is sent again, or is not: what it told stays as it is.
    ("/api/mail/resend", Nobody),
    ("/api/mail/resend-all", Nobody),
    ("/api/mail/told", Nobody),
    ("/api/set-up", Nobody),
    ("/api/event/create", Nobody),
    ("/api/event/edit", Event),
    ("/api/event/close", Event),
    ("/api/event/close-to-allocate", Event),
    ("/api/event/open-again", Event),
    ("/api/event/reopen", Event),
    ("/api/event/cancel", Event),
    ("/api/event/uncancel", Event),
    ("/api/event/delete", Event),
    ("/api/event/restore", Event),
    // It tells everyone of an event, and changes nothing about it.
    ("/api/event/invite", Nobody),
    ("/api/event/organizers/add", Person),
    ("/api/event/organizers/remove", Person),
    ("/api/event/organizers/hand-over", Person),
    ("/api/season/stewards/add", Person),
    ("/api/season/stewards/remove", Person),
    ("/api/request/save", Event),
    ("/api/request/withdraw", Event),
    ("/api/request/restore", Event),
    ("/api/allocation/save", Event),
    ("/api/allocation/finalize", Event),
    ("/api/draw/make", Event),
    ("/api/draw/paste", Event),
    ("/api/draw/put", Event),
    ("/api/draw/take-off", Event),
    ("/api/draw/fill-further", Event),
    // It says what people can do with their tickets, and changes none.
    ("/api/after/settings", Nobody),
    ("/api/after/hand-out", Event),
    ("/api/after/give-back", Event),
    ("/api/after/keep", Event),
    ("/api/after/recall", Event),
    ("/api/after/give", Event),
    ("/api/after/offer", Event),
    ("/api/after/open-table", Event),
    ("/api/after/tickets", Event),
    ("/api/after/answer", Oneself),
    ("/api/after/claim", Oneself),
    ("/api/guests/save", Event),
    ("/api/door/came", Event),
    ("/api/after/hand-on", Event),
    ("/api/after/hand-keep", Oneself),
    ("/api/after/hand-confirm", Event),
    ("/api/after/hand-decline", Event),
    ("/api/offers/answer", Oneself),
    ("serve", Nobody),
    ("init", Person),
    ("admin", Person),
    ("login-link", Person),
    ("revoke-sessions", Person),
    ("migrate", Nobody),
    // What was here before stays as it is: `import::here_before`.
    ("import-legacy", Nobody),
    ("draw", Nobody),
    ("verify", Nobody),
    ("witness", Nobody),
    ("recount", Nobody),
    ("backup", Nobody),
    ("restore", Nobody),
    ("hold-emails", Nobody),
    // Only where there is no event: `seed`.
    ("seed-demo", Nobody),
    ("healthcheck", Nobody),
    ("doctor", Nobody),
];

/// Whom a deed changes. An exhaustive match: a new deed does not compile until it is said.
const fn reach(deed: Deed) -> Reach {
    match deed {
        Deed::SessionStart
        | Deed::SessionEnd
        | Deed::SignInSpentLink
        | Deed::SignInWrongCode
        | Deed::SignInLeftOut
        | Deed::PersonRename
        | Deed::PersonAddress
        | Deed::PersonAddressUndo
        | Deed::AfterTake
        | Deed::AfterDecline
        | Deed::AfterClaim
        | Deed::AfterHandAsk
        | Deed::AfterHandKeep
        | Deed::MailAlarms
        | Deed::MailTest => Oneself,
        Deed::PersonEdit
        | Deed::PersonMakeAdmin
        | Deed::PersonCommandLink
        | Deed::PersonRevokeSessions
        | Deed::EventAddOrganizer
        | Deed::EventRemoveOrganizer
        | Deed::EventHandOver
        | Deed::SeasonAddSteward
        | Deed::SeasonRemoveSteward => Person,
        Deed::EventEdit
        | Deed::EventClose
        | Deed::EventCloseDue
        | Deed::EventOpenAgain
        | Deed::EventFinalize
        | Deed::EventReopen
        | Deed::EventCancel
        | Deed::EventUncancel
        | Deed::EventDelete
        | Deed::EventRestore
        | Deed::RequestEnter
        | Deed::RequestWithdraw
        | Deed::RequestRestore
        | Deed::AllocationSave
        | Deed::DrawPlan
        | Deed::DrawMake
        | Deed::DrawPut
        | Deed::DrawTakeOff
        | Deed::DrawFillFurther
        | Deed::AfterHandOut
        | Deed::AfterReturn
        | Deed::AfterKeep
        | Deed::AfterLate
        | Deed::AfterGuests
        | Deed::AfterCame
        | Deed::AfterRecall
        | Deed::AfterGive
        | Deed::AfterOffer
        | Deed::AfterTable
        | Deed::AfterTickets
        | Deed::AfterHand
        | Deed::AfterHandDecline => Event,
        // A list of people is noted for each of them too.
        Deed::EventInvite
        | Deed::AfterSettings
        | Deed::PersonAdd
        | Deed::PersonImport
        | Deed::PersonFirstAdmin
        | Deed::PersonSendLink
        | Deed::EventCreate
        | Deed::EventPurge
        | Deed::SeasonCreate
        | Deed::MailResend
        | Deed::MailTold
        | Deed::ImportLegacy
        | Deed::ImportMadeUp => Nobody,
    }
}

fn named(which: impl Fn(&str, Reach) -> bool) -> BTreeSet<&'static str> {
    ALL.iter().filter(|(name, reach)| which(name, *reach)).map(|(name, _)| *name).collect()
}

#[test]
fn every_server_function_and_every_command_is_on_the_list() {
    let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(named(|name, _| name.starts_with('/')), there);
    let help = Command::new(env!("CARGO_BIN_EXE_ticket-pool")).arg("--help").env_clear().output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
    let commands = commands.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_whitespace().next());
    let commands: BTreeSet<&str> = commands.filter(|&command| command != "help").collect();
    assert_eq!(named(|name, _| !name.starts_with('/')), commands);
}

#[test]
fn what_changes_an_event_is_tried() {
    let tried = acts::MOVES.into_iter().filter_map(acts::Move::path);
    // It closes, and leads elsewhere.
    let tried: BTreeSet<&str> = tried.chain(["/api/event/close-to-allocate"]).collect();
    assert_eq!(named(|_, reach| reach == Event).difference(&tried).count(), 0, "{tried:?}");
}

#[test]
fn what_changes_another_person_is_tried() {
    // `init` does what `admin create` does.
    let tried: BTreeSet<&str> = Move::ALL.into_iter().map(Move::path).chain(["init"]).collect();
    assert_eq!(named(|_, reach| reach == Person), tried);
    for &deed in Deed::ALL {
        let tried = Move::ALL.into_iter().any(|this| this.deed() == deed);
        assert_eq!(reach(deed) == Person, tried, "{deed:?}");
    }
}
