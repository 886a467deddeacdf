//! What is known of the kinds of messages.

use super::{at, event, facts};
use crate::{
    domain::{
        ids::{AddressChangeId, AddressUndoId, AttemptId, EventId, OfferId, PersonId, SessionId},
        message::Kind,
    },
    server::{
        db::outbox::NewMessage,
        mail::{
            Asked, Consent, Reaches,
            messages::{
                AccessBy, AccessChange, AccessFacts, AccessMessage, AddressChangedMessage, AddressCodeMessage,
                AddressFacts, AddressSetMessage, AddressUndoFacts, AddressUndoMessage, AlarmFacts, AlarmMessage,
                CameBackFacts, CameBackMessage, CancelledFacts, CancelledMessage, ChangedBy, ChangedMessage,
                ClosedFacts, ClosedMessage, ClosingSoonMessage, ComingUpFacts, ComingUpMessage, CommandMessage,
                DeviceFacts, DeviceMessage, DigestFacts, DigestMessage, EventChange, EventChangedFacts,
                EventChangedMessage, HandOnAskedFacts, HandOnAskedMessage, HandedOnFacts, HandedOnMessage,
                HandoutFacts, HandoutMessage, InviteFacts, LeftOverFacts, LeftOverMessage, LinkMessage,
                NewEventMessage, NotHandedOnFacts, NotHandedOnMessage, NotHandedOnWhy, OfferFacts, OfferMessage,
                OfferOverFacts, OfferOverMessage, OfferSoonMessage, OpenTableFacts, OpenTableMessage, OverWhy,
                ReceivedFacts, ReceivedMessage, RequestChange, RequestChangedFacts, RequestChangedMessage,
                ResultMessage, ReturnedFacts, ReturnedMessage, SetFacts, SignInMessage, TestMessage, TookFacts,
                TookMessage, WelcomeMessage, kinds, profile, profiles, title,
            },
        },
    },
};

const ASHA_ID: PersonId = PersonId::new(5);

#[test]
fn each_kind_has_its_own_file_and_title() {
    assert!(Kind::ALL.iter().all(|&kind| profile(kind).kind == kind));
    let mut titles: Vec<&str> = profiles().map(|profile| (profile.title)()).collect();
    assert!(titles.iter().all(|title| title.starts_with(char::is_uppercase)), "{titles:?}");
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), Kind::ALL.len(), "{titles:?}");
    assert_eq!((title("changed"), title("rumor")), ("Updated result", "rumor"));
}

#[test]
fn what_is_special_about_a_kind_is_so_of_these_and_no_others() {
    let (sign_in, code, old) = (Kind::SignIn, Kind::AddressCode, Kind::AddressChanged);
    let outcomes = [Kind::Result, Kind::Changed, Kind::Canceled];
    assert_eq!(kinds(|profile| profile.waited_for), [sign_in, code]);
    let hints = [sign_in, code, old, Kind::AddressUndo, Kind::AddressSet, Kind::Alarm, Kind::Handout];
    assert_eq!(kinds(|profile| profile.removed_after.is_some()), hints);
    assert_eq!(kinds(|profile| profile.reaches == Reaches::DeactivatedToo), [old, Kind::AddressSet, Kind::Access]);
    assert_eq!(kinds(|profile| !profile.in_own_data), [code]);
    let may = [
        Kind::NewEvent,
        Kind::ClosingSoon,
        Kind::ComingUp,
        Kind::Digest,
        Kind::OpenTable,
        Kind::CameBack,
        Kind::LeftOver,
    ];
    assert_eq!(kinds(|profile| profile.consent != Consent::Must), may);
    assert_eq!(kinds(|profile| profile.tells_outcome), outcomes);
    assert_eq!(kinds(|profile| profile.holds_while.is_some()), outcomes);
}

fn offer() -> OfferFacts {
    let (reason, overlaps) = (String::new(), Vec::new());
    OfferFacts { event: event(), offer: OfferId::new(6), number: 2, held: 1, until: at(), reason, overlaps }
}

fn invite() -> InviteFacts {
    InviteFacts { event: event(), tickets: 40, closes_at: at() }
}

/// One of each kind, to Asha. An exhaustive match, so that none is left out.
fn one_of(kind: Kind) -> NewMessage {
    match kind {
        Kind::SignIn => SignInMessage::to_whoever_asked(AttemptId::new(3)),
        Kind::Welcome => NewMessage::to(ASHA_ID, &WelcomeMessage),
        Kind::Link => NewMessage::to(ASHA_ID, &LinkMessage { at: at() }),
        Kind::Received => {
            let facts = ReceivedFacts { event: event(), accepted: vec![2], commitment: None, label: "51b8".into() };
            NewMessage::to(ASHA_ID, &ReceivedMessage { version: 2, facts })
        }
        Kind::Closed => {
            let facts = ClosedFacts {
                event: event(),
                accepted: vec![2],
                line: "51b8\t2\t1\t0\t0".into(),
                digest: "0f".repeat(32),
                requests: 1,
                tickets: 5,
                by: None,
                season: None,
                round: None,
            };
            NewMessage::to(ASHA_ID, &ClosedMessage { version: 2, facts })
        }
        Kind::Result => NewMessage::to(ASHA_ID, &ResultMessage { revision: 1, facts: facts(2, None) }),
        Kind::Changed => NewMessage::to(ASHA_ID, &ChangedMessage { revision: 2, facts: facts(3, Some(2)) }),
        Kind::Canceled => NewMessage::to(
            ASHA_ID,
            &CancelledMessage { version: 4, facts: CancelledFacts { holds: true, event: event() } },
        ),
        Kind::EventChanged => {
            let facts = EventChangedFacts {
                holds: false,
                event: event(),
                by: "Otto".into(),
                changes: vec![EventChange::Deleted],
            };
            NewMessage::to(ASHA_ID, &EventChangedMessage { version: 4, facts })
        }
        Kind::RequestChanged => {
            let facts = RequestChangedFacts {
                event: event(),
                change: RequestChange::Removed,
                by: "Otto".into(),
                before: vec![2],
                now: vec![2],
                told: None,
                reason: "Asked twice.".into(),
            };
            NewMessage::to(ASHA_ID, &RequestChangedMessage { version: 3, facts })
        }
        Kind::Device => NewMessage::to(
            ASHA_ID,
            &DeviceMessage { session: SessionId::new(9), facts: DeviceFacts { device: "Firefox".into(), at: at() } },
        ),
        Kind::AddressCode => {
            NewMessage::to(ASHA_ID, &AddressCodeMessage { asking: AddressChangeId::new(7), asked: Asked::now() })
        }
        Kind::AddressChanged => {
            let (old, new) = ("asha@example.com".into(), "n…@example.org".into());
            let facts = AddressFacts { old, new, at: at(), by: ChangedBy::Admin };
            NewMessage::to(ASHA_ID, &AddressChangedMessage { version: 6, facts })
        }
        Kind::AddressUndo => {
            let (undo, old, new) = (AddressUndoId::new(8), "asha@example.com".into(), "n…@example.org".into());
            let facts = AddressUndoFacts { undo, old, new, at: at() };
            NewMessage::to(ASHA_ID, &AddressUndoMessage { facts })
        }
        Kind::AddressSet => {
            let facts = SetFacts { old: "a…@example.com".into(), at: at() };
            NewMessage::to(ASHA_ID, &AddressSetMessage { version: 6, facts })
        }
        Kind::Access => {
            let facts = AccessFacts { change: AccessChange::SignedOut, by: AccessBy::Admin, at: at() };
            NewMessage::to(ASHA_ID, &AccessMessage { facts })
        }
        Kind::Command => NewMessage::to(
            ASHA_ID,
            &CommandMessage { session: SessionId::new(9), facts: DeviceFacts { device: "Firefox".into(), at: at() } },
        ),
        Kind::Test => NewMessage::to(ASHA_ID, &TestMessage { at: at() }),
        Kind::NewEvent => NewMessage::to(ASHA_ID, &NewEventMessage { facts: invite() }),
        Kind::ClosingSoon => NewMessage::to(ASHA_ID, &ClosingSoonMessage { facts: invite() }),
        Kind::ComingUp => {
            let facts = ComingUpFacts { event: event(), starts_at: at(), given: 2, line: String::new() };
            NewMessage::to(ASHA_ID, &ComingUpMessage { facts })
        }
        Kind::Digest => {
            let day = at().date_naive();
            NewMessage::to(ASHA_ID, &DigestMessage { day, facts: DigestFacts { events: Vec::new() } })
        }
        Kind::Alarm => {
            let facts = AlarmFacts { cause: "queue".into(), number: 17, over: false };
            NewMessage::to(ASHA_ID, &AlarmMessage { facts, on: at().date_naive() })
        }
        kind => one_after(kind),
    }
}

/// The same of those after the result.
fn one_after(kind: Kind) -> NewMessage {
    match kind {
        Kind::Offer => NewMessage::to(ASHA_ID, &OfferMessage { facts: offer() }),
        Kind::OfferSoon => NewMessage::to(ASHA_ID, &OfferSoonMessage { facts: offer() }),
        Kind::OfferOver => {
            let facts = OfferOverFacts { event: event(), number: 2, why: OverWhy::Lapsed, reason: String::new() };
            NewMessage::to(ASHA_ID, &OfferOverMessage { since: 5, facts })
        }
        Kind::Took => {
            let (line, reason) = (String::new(), String::new());
            let facts = TookFacts { event: event(), number: 2, held: 3, line, back_until: None, reason };
            NewMessage::to(ASHA_ID, &TookMessage { at: at(), facts })
        }
        Kind::Handout => {
            let facts = HandoutFacts { event: event(), line: "Row 5".into(), has_file: true };
            NewMessage::to(ASHA_ID, &HandoutMessage { at: at(), facts })
        }
        Kind::Returned => {
            let facts = ReturnedFacts { event: event(), number: 2, held: 1, reason: String::new(), late: false };
            NewMessage::to(ASHA_ID, &ReturnedMessage { at: 5, facts })
        }
        Kind::CameBack => {
            let facts = CameBackFacts { event: event(), returned: 2, late: 0, offered: 0, on_table: 2 };
            NewMessage::to(ASHA_ID, &CameBackMessage { at: at(), facts })
        }
        Kind::LeftOver => {
            let facts = LeftOverFacts { event: event(), left: 3, late: 0 };
            NewMessage::to(ASHA_ID, &LeftOverMessage { starts_at: at(), facts })
        }
        Kind::HandedOn => {
            let facts = HandedOnFacts {
                event: event(),
                got: true,
                other: "Bram".into(),
                number: 2,
                held: 2,
                counts: false,
                words: String::new(),
                line: String::new(),
            };
            NewMessage::to(ASHA_ID, &HandedOnMessage { entry: (1, 7), facts })
        }
        Kind::HandOnAsked => {
            let facts = HandOnAskedFacts { event: event(), from: "Bram".into(), to: "Chloe".into(), number: 2 };
            NewMessage::to(ASHA_ID, &HandOnAskedMessage { request: 8, facts })
        }
        Kind::NotHandedOn => {
            let (number, to, why) = (2, "Bram".into(), NotHandedOnWhy::Fewer);
            NewMessage::to(
                ASHA_ID,
                &NotHandedOnMessage { request: 8, facts: NotHandedOnFacts { event: event(), number, to, why } },
            )
        }
        _ => {
            NewMessage::to(ASHA_ID, &OpenTableMessage { at: at(), facts: OpenTableFacts { event: event(), limit: 4 } })
        }
    }
}

/// The keys stand in databases: with another one the same would be told twice.
#[test]
fn the_keys_stay_as_they_are() {
    for (kind, key) in Kind::ALL.iter().zip([
        "sign-in:3",
        "welcome:5",
        "link:5:29922480",
        "received:12:5:2",
        "closed:12:2:5",
        "result:12:1:5",
        "result:12:2:5",
        "cancelled:12:4:5",
        "event-changed:12:4:5",
        "request-changed:12:5:3",
        "device:9",
        "address-code:7",
        "address-changed:5:6",
        "address-undo:8",
        "address-set:5:6",
        "access:5:signed-out:1795348800000",
        "command:9",
        "test:5:29922480",
        "new-event:12:5",
        "closing-soon:12:1795348800:5",
        "coming-up:12:1795348800:5",
        "digest:5:2026-11-22",
        "alarm:queue:raised:2026-11-22:5",
        "offer:6:1795348800:5",
        "offer-soon:6:1795348800:5",
        "offer-over:12:5:5",
        "took:12:1795348800000:5",
        "returned:12:5:5",
        "open-table:12:1795348800000:5",
        "handout:12:1795348800000:5",
        "came-back:12:1795348800000:5",
        "left-over:12:1795348800:5",
        "handed-on:12:1:7:5",
        "not-handed-on:8:5",
        "hand-on-asked:8:5",
    ]) {
        let message = one_of(*kind);
        assert_eq!((message.kind, &*message.dedupe_key), (*kind, key));
    }
}

#[test]
fn a_message_says_to_whom_it_goes_and_what_it_is_about() {
    for &kind in Kind::ALL {
        let message = one_of(kind);
        let asked = kind == Kind::SignIn;
        let about_an_event = matches!(
            kind,
            Kind::Received
                | Kind::Closed
                | Kind::Result
                | Kind::Changed
                | Kind::Canceled
                | Kind::EventChanged
                | Kind::RequestChanged
                | Kind::NewEvent
                | Kind::ClosingSoon
                | Kind::ComingUp
                | Kind::Offer
                | Kind::OfferSoon
                | Kind::OfferOver
                | Kind::Took
                | Kind::Returned
                | Kind::OpenTable
                | Kind::Handout
                | Kind::CameBack
                | Kind::LeftOver
                | Kind::HandedOn
                | Kind::NotHandedOn
                | Kind::HandOnAsked
        );
        let expected = (
            (!asked).then_some(ASHA_ID),
            asked.then_some(AttemptId::new(3)),
            about_an_event.then_some(EventId::new(12)),
        );
        assert_eq!((message.person, message.attempt, message.event), expected, "{kind:?}");
        assert_eq!(message.waited_for, profile(kind).waited_for);
        assert!(message.payload.is_object(), "{kind:?}: {}", message.payload);
        assert!(!message.payload.to_string().contains("Sunday"), "an instant, not a sentence: {}", message.payload);
    }
}
