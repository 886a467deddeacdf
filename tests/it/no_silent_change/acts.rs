//! What an organizer or an admin can do to an event.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        draw::{DrawForm, RoundForm, rule_key},
        event::{EventForm, NO_SEASON},
        guest::GuestForm,
        ids::{EventId, OfferId},
    },
    server::{
        db::{after::offers_of, draw_plans},
        services::{Done, after, allocation, door, draft::forms::GiveForm, draw, event, guests, request},
    },
};

use super::states::{handing, lets_hand_on};
use crate::harness::{Town, beacon, board, event_form, finalizing, wish};

/// What can be done to it by others.
#[derive(Clone, Copy, Debug)]
pub enum Move {
    Edit(&'static str),
    Close,
    /// The closing time comes.
    CloseDue,
    OpenAgain,
    Reopen,
    Cancel,
    Uncancel,
    Delete,
    Restore,
    HandOver,
    AddOrganizer,
    RemoveOrganizer,
    Enter,
    Correct,
    CorrectNote,
    Remove,
    BringBack,
    Give(u32),
    Finalize(allocation::Telling),
    Draw,
    PasteRound,
    PutDraw,
    TakeDrawOff,
    FillFurther,
    /// Some of Bram's tickets are given back for him, and the minute to take that back goes by.
    HandOut,
    GiveBack,
    KeepTickets,
    /// Bram's guests are named for him, where the event asks for that.
    NameGuests,
    /// At the door it is noted that Bram did not come.
    NoteCame,
    /// What is offered to Bram is taken back.
    Recall,
    GiveTickets,
    OfferByHand,
    OpenTable,
    Tickets(&'static str),
    /// Asha hands one of her tickets on to Bram.
    HandOn,
    /// What Bram asks to hand on is handed on,
    ConfirmHanding,
    /// or not.
    DeclineHanding,
}

impl Move {
    /// The server function that does it; `None`: it happens by itself.
    pub const fn path(self) -> Option<&'static str> {
        Some(match self {
            Self::Edit(_) => "/api/event/edit",
            Self::Close => "/api/event/close",
            Self::CloseDue => return None,
            Self::OpenAgain => "/api/event/open-again",
            Self::Reopen => "/api/event/reopen",
            Self::Cancel => "/api/event/cancel",
            Self::Uncancel => "/api/event/uncancel",
            Self::Delete => "/api/event/delete",
            Self::Restore => "/api/event/restore",
            Self::HandOver => "/api/event/organizers/hand-over",
            Self::AddOrganizer => "/api/event/organizers/add",
            Self::RemoveOrganizer => "/api/event/organizers/remove",
            Self::Enter | Self::Correct | Self::CorrectNote => "/api/request/save",
            Self::Remove => "/api/request/withdraw",
            Self::BringBack => "/api/request/restore",
            Self::Give(_) => "/api/allocation/save",
            Self::Finalize(_) => "/api/allocation/finalize",
            Self::Draw => "/api/draw/make",
            Self::PasteRound => "/api/draw/paste",
            Self::PutDraw => "/api/draw/put",
            Self::TakeDrawOff => "/api/draw/take-off",
            Self::FillFurther => "/api/draw/fill-further",
            Self::HandOut => "/api/after/hand-out",
            Self::GiveBack => "/api/after/give-back",
            Self::KeepTickets => "/api/after/keep",
            Self::NameGuests => "/api/guests/save",
            Self::NoteCame => "/api/door/came",
            Self::Recall => "/api/after/recall",
            Self::GiveTickets => "/api/after/give",
            Self::OfferByHand => "/api/after/offer",
            Self::OpenTable => "/api/after/open-table",
            Self::Tickets(_) => "/api/after/tickets",
            Self::HandOn => "/api/after/hand-on",
            Self::ConfirmHanding => "/api/after/hand-confirm",
            Self::DeclineHanding => "/api/after/hand-decline",
        })
    }
}

pub const MOVES: [Move; 47] = [
    Move::Edit("name"),
    Move::Edit("starts"),
    Move::Edit("closes"),
    Move::Edit("tickets"),
    Move::Edit("limit"),
    Move::Edit("notes"),
    Move::Edit("shows_before"),
    Move::Edit("new_season"),
    Move::Edit("no season"),
    Move::Close,
    Move::CloseDue,
    Move::OpenAgain,
    Move::Reopen,
    Move::Cancel,
    Move::Uncancel,
    Move::Delete,
    Move::Restore,
    Move::HandOver,
    Move::AddOrganizer,
    Move::RemoveOrganizer,
    Move::Enter,
    Move::Correct,
    Move::CorrectNote,
    Move::Remove,
    Move::BringBack,
    Move::Give(0),
    Move::Finalize(allocation::Telling::Changed),
    Move::Finalize(allocation::Telling::Nobody),
    Move::Draw,
    Move::PasteRound,
    Move::PutDraw,
    Move::TakeDrawOff,
    Move::FillFurther,
    Move::HandOut,
    Move::GiveBack,
    Move::KeepTickets,
    Move::NameGuests,
    Move::NoteCame,
    Move::Recall,
    Move::GiveTickets,
    Move::OfferByHand,
    Move::OpenTable,
    Move::Tickets("4"),
    Move::Tickets("9"),
    Move::HandOn,
    Move::ConfirmHanding,
    Move::DeclineHanding,
];

/// Does it as Dana, who may everything; what cannot be done in this state is refused and changes nothing.
pub async fn make(town: &Town, number: EventId, this: Move) -> Done {
    let (site, dana, bram) = (&town.site, &town.dana, town.bram.person);
    let now = town.event(number).await;
    let board_version = now.board_version.to_string();
    match this {
        Move::Edit(field) => {
            let mut form = EventForm { version: now.version.to_string(), ..event_form("Rovers v United") };
            match field {
                "name" => form.name = "Rovers v Wanderers".into(),
                "starts" => form.starts = "2026-12-07T15:00".into(),
                "closes" => form.closes = "2026-12-03T18:00".into(),
                "tickets" => form.tickets = "9".into(),
                "limit" => form.limit = "6".into(),
                "notes" => form.notes = "Bring your badge.".into(),
                "shows_before" => form.shows_before = "names".into(),
                "no season" => form.season = NO_SEASON.into(),
                _ => form.new_season = "Cup".into(),
            }
            event::edit(site, dana, number, &form).await
        }
        Move::Close => event::close(site, dana, number).await,
        Move::CloseDue => {
            let time = chrono::TimeDelta::days(13);
            town.wait(time);
            let closed = event::close_due(site).await;
            town.wait(-time);
            closed.map(drop)
        }
        Move::OpenAgain => event::open_again(site, dana, number).await,
        Move::Reopen => event::reopen(site, dana, number).await,
        Move::Cancel => event::cancel(site, dana, number).await,
        Move::Uncancel => event::uncancel(site, dana, number).await,
        Move::Delete => event::delete(site, dana, number).await,
        Move::Restore => event::restore(site, dana, number).await,
        Move::HandOver => event::hand_over(site, dana, number, &town.olga.person.to_string()).await,
        Move::AddOrganizer => event::add_organizer(site, dana, number, &town.olga.person.to_string()).await,
        Move::RemoveOrganizer => event::remove_organizer(site, dana, number, &town.olga.person.to_string()).await,
        Move::Enter => request::save(site, dana, number, town.olga.person, &wish(&[1], 0)).await,
        Move::Correct | Move::CorrectNote => {
            let version = town.request(number, &town.bram).await.version;
            let tiers: &[u32] = if matches!(this, Move::Correct) { &[1] } else { &[3, 1] };
            let mut form = wish(tiers, version);
            form.note = "aisle".into();
            request::save(site, dana, number, bram, &form).await
        }
        Move::Remove => request::withdraw(site, dana, number, bram, "Asked twice.").await,
        Move::BringBack => request::restore(site, dana, number, bram).await,
        Move::Give(given) => {
            let (asha, bram) = (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
            let decided = board(now.board_version, &[(asha, Some(2)), (bram, Some(given))]);
            allocation::save(site, dana, number, &decided).await.map(drop)
        }
        Move::Finalize(telling) => {
            let how = allocation::Finalizing { telling, ..finalizing(&board_version) };
            allocation::finalize(site, dana, number, how).await.map(drop)
        }
        Move::Draw => {
            let (version, reason) = (board_version, "Once more.".into());
            let rule = rule_key(::allocation::Rule::LOTTERY);
            draw::make(site, dana, number, &DrawForm { version, rule, reason, ..DrawForm::default() }).await.map(drop)
        }
        Move::PasteRound => {
            let waits = draw_plans::waiting(site.db.read(), number).await?;
            let signature = waits.map(|plan| beacon::sign(plan.round).to_string()).unwrap_or_default();
            draw::paste_round(site, dana, number, &RoundForm { signature }).await
        }
        Move::PutDraw => draw::put(site, dana, number, &board_version).await.map(drop),
        Move::TakeDrawOff => draw::take_off(site, dana, number, &board_version).await.map(drop),
        Move::FillFurther => draw::fill_further(site, dana, number, &board_version).await.map(drop),
        this => after_the_result(town, number, this).await,
    }
}

/// The same of what is done after the result.
async fn after_the_result(town: &Town, number: EventId, this: Move) -> Done {
    let (site, dana, bram) = (&town.site, &town.dana, town.bram.person);
    let now = town.event(number).await;
    match this {
        Move::HandOut => {
            let lines = [(bram, (String::new(), "Row 5".to_owned()))].into();
            after::hand_out(site, dana, number, after::Sent { lines, ..after::Sent::default() }).await?;
            town.wait(TimeDelta::minutes(2));
            Ok(())
        }
        Move::GiveBack => {
            after::give_back(site, dana, (number, bram), ("1", "Bram is ill.", "")).await?;
            town.wait(after::UNDO);
            after::catch_up(site).await.map(drop)
        }
        Move::KeepTickets => after::take_back(site, dana, number, bram).await,
        Move::NameGuests => {
            town.force(&format!("UPDATE events SET guests = 'required' WHERE id = {number}")).await.unwrap();
            let name = [("t1".to_owned(), "Mira".to_owned())].into();
            let form = GuestForm { name, ..GuestForm::default() };
            guests::save(site, dana, (number, bram), &form).await.map(drop)
        }
        Move::NoteCame => {
            let time = now.schedule.starts_at - town.now();
            town.wait(time);
            let done = door::note_came(site, dana, (number, bram), "0").await;
            town.wait(-time);
            done.map(drop)
        }
        Move::Recall => {
            let offers = offers_of(site.db.read(), number, Some(bram)).await?;
            let offer = offers.last().map_or(OfferId::new(4_711), |offer| offer.id);
            after::recall(site, dana, (number, offer), "The seats are needed.").await
        }
        Move::GiveTickets => {
            let (one, reason) = ("1".into(), "He helps at the door.".into());
            let form = GiveForm { person: bram.to_string(), number: one, reason, ..GiveForm::default() };
            after::give(site, dana, number, (&form, &now.after.sequence.to_string())).await.map(drop)
        }
        Move::OfferByHand => after::pick(site, dana, (number, town.asha.person), "She asked first.").await,
        Move::OpenTable => after::open_table(site, dana, number).await,
        Move::Tickets(tickets) => after::set_tickets(site, dana, number, tickets).await,
        Move::HandOn => {
            lets_hand_on(town, number, "free").await;
            after::hand_on(site, &town.asha, number, &handing(&town.bram)).await.map(drop)
        }
        Move::ConfirmHanding => after::confirm_hand_request(site, dana, number, bram).await,
        Move::DeclineHanding => after::decline_hand_request(site, dana, number, (bram, "Names are printed.")).await,
        before => panic!("{before:?} is done before"),
    }
}
