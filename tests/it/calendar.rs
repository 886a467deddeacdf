//! An event in someone's calendar: the file on its page, and beside the emails about it.

use axum::http::{StatusCode, header};
use icalendar::{Calendar, Component};
use ticket_pool::{
    domain::{event::EventForm, ids::EventId},
    server::{
        db::people,
        mail::{CalendarMethod, Letter, calendar_mark},
        services::{allocation::Telling, event},
    },
};

use crate::harness::{Town, event_form};

/// What another program reads under a name in the event of a file.
fn read(file: &str, name: &str) -> String {
    let calendar: Calendar = file.parse().unwrap_or_else(|error| panic!("{error}: {file}"));
    let event = calendar.events().next().unwrap();
    event.property_value(name).unwrap_or_else(|| panic!("no {name} in {file}")).to_owned()
}

/// Whom another program finds named as coming.
fn attendees(file: &str) -> Vec<String> {
    let calendar: Calendar = file.parse().unwrap();
    let event = calendar.events().next().unwrap();
    let all = event.multi_properties().get("ATTENDEE").into_iter().flatten();
    all.map(|attendee| attendee.value().to_owned()).collect()
}

fn sequence(file: &str) -> i32 {
    read(file, "SEQUENCE").parse().unwrap()
}

async fn fetched(town: &Town, number: EventId) -> String {
    event::calendar(&town.site, &town.asha, number).await.unwrap()
}

/// The file in the only letter to someone.
fn file_to(letters: &[Letter], address: &str) -> Option<String> {
    let mut theirs = letters.iter().filter(|letter| letter.to_address == address);
    let letter = theirs.next().unwrap();
    assert!(theirs.next().is_none(), "one letter to {address}");
    letter.attachment.as_ref().map(|file| file.content.clone())
}

const ASHA: &str = "asha@example.org";
const BRAM: &str = "bram@example.org";

both! {
    async fn the_page_of_an_event_offers_it_for_the_calendar(town: Town) {
        let number = town.match_day().await;
        let mut asha = town.browser_of(&town.asha).await;
        let link = format!("a[href='/events/{number}/event.ics'][download]");
        assert_eq!(asha.get(&format!("/events/{number}")).await.count(&link), 1);
        let answer = asha.get(&format!("/events/{number}/event.ics")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
        let disposition = format!("attachment; filename=\"event-{number}.ics\"");
        assert_eq!(answer.headers[header::CONTENT_DISPOSITION], disposition.as_str());
        assert_eq!(read(&answer.body, "SUMMARY"), "Rovers v United");
        assert_eq!(read(&answer.body, "DTSTART"), "20261206T150000");
        assert!(answer.body.contains("\r\nDTSTART;TZID=Europe/London:20261206T150000\r\n"), "{}", answer.body);
        assert_eq!(read(&answer.body, "DTSTAMP"), "20261122T120000Z");
        assert_eq!(read(&answer.body, "URL"), format!("http://localhost:5000/events/{number}"));
        let id = town.event(number).await.public_id;
        let person = people::find(town.site.db.read(), town.asha.person).await.unwrap().unwrap();
        let mark = calendar_mark(&person.public_id);
        assert_eq!(read(&answer.body, "UID"), format!("event-{id}-{mark}@localhost:5000"));
    }

    async fn the_file_is_for_whoever_may_see_the_event(town: Town) {
        let number = town.match_day().await;
        let path = format!("/events/{number}/event.ics");
        let nobody = town.browser().get(&path).await;
        assert_eq!((nobody.status, nobody.location().starts_with("/sign-in")), (StatusCode::SEE_OTHER, true));
        for who in [&town.bram, &town.olga, &town.otto, &town.dana] {
            assert_eq!(town.browser_of(who).await.get(&path).await.status, StatusCode::OK, "{}", who.name);
        }
        let mut asha = town.browser_of(&town.asha).await;
        for nothing in ["/events/4711/event.ics", "/events/0/event.ics", "/events/x/event.ics", "/events/%00/event.ics"] {
            assert_eq!(asha.get(nothing).await.location(), "/problem/not-found", "{nothing}");
        }
        event::delete(&town.site, &town.dana, number).await.unwrap();
        for who in [&town.asha, &town.otto, &town.dana] {
            assert_eq!(town.browser_of(who).await.get(&path).await.location(), "/problem/not-found", "{}", who.name);
        }
    }

    async fn an_edited_event_stays_the_same_one_and_is_the_later_one(town: Town) {
        let number = town.match_day().await;
        let before = fetched(&town, number).await;
        let version = town.event(number).await.version.to_string();
        let name = "Rovers v City; moved, again".to_owned();
        let form = EventForm { name, starts: "2026-12-07T19:45".into(), version, ..event_form("x") };
        event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        let after = fetched(&town, number).await;
        assert_eq!(read(&after, "UID"), read(&before, "UID"));
        assert!(sequence(&after) > sequence(&before), "{after}");
        assert_eq!(read(&after, "SUMMARY"), "Rovers v City; moved, again");
        assert_eq!(read(&after, "DTSTART"), "20261207T194500");
    }

    async fn the_hour_is_right_in_the_nights_when_clocks_change(town: Town) {
        for (local, shown) in [
            ("2027-03-28T00:30", "20270328T003000"),
            ("2027-03-28T02:30", "20270328T023000"),
            ("2027-10-31T00:30", "20271031T003000"),
            ("2027-10-31T02:30", "20271031T023000"),
        ] {
            let number = town.match_day_like(local, "2026-12-04T18:00").await;
            assert_eq!(read(&fetched(&town, number).await, "DTSTART"), shown, "{local}");
        }
    }

    async fn whatever_is_typed_is_text_in_the_file_too(town: Town) {
        let name = "Rovers; BEGIN:VEVENT, \\n \u{202e}DTSTART:x \"🎟\"";
        let notes = "Gate B\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:false\r\n".to_owned() + &"é".repeat(80) + &" a".repeat(300);
        let form = EventForm { notes: notes.clone(), ..event_form(name) };
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        let file = fetched(&town, number).await;
        assert_eq!(file.parse::<Calendar>().unwrap().events().count(), 1);
        assert_eq!(read(&file, "SUMMARY"), name.replace('\u{202e}', ""));
        let shown = format!("{}\n\nhttp://localhost:5000/events/{number}", notes.replace("\r\n", "\n"));
        assert_eq!(read(&file, "DESCRIPTION"), shown);
        assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{file}");
    }

    async fn who_got_tickets_has_the_date_beside_the_result_and_who_got_none_has_nothing(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(0))]).await.unwrap();
        town.post().await;
        town.finalize(number, Telling::Changed).await.unwrap();
        let letters = town.post().await;
        let told = file_to(&letters, ASHA).unwrap();
        assert_eq!((read(&told, "STATUS"), read(&told, "UID")), ("CONFIRMED".into(), read(&fetched(&town, number).await, "UID")));
        assert_eq!(file_to(&letters, BRAM), None);
    }

    async fn a_canceled_event_is_taken_out_of_the_calendar_it_was_put_into(town: Town) {
        town.post().await;
        let number = town.finalized_match().await;
        let told = file_to(&town.post().await, ASHA).unwrap();
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let cancelled = file_to(&town.post().await, ASHA).unwrap();
        assert_eq!(read(&cancelled, "STATUS"), "CANCELLED");
        assert_eq!(read(&cancelled, "UID"), read(&told, "UID"));
        assert!(sequence(&cancelled) > sequence(&told));
        // On the page it says so as well.
        assert_eq!(read(&fetched(&town, number).await, "STATUS"), "CANCELLED");
        assert_eq!(sequence(&fetched(&town, number).await), sequence(&cancelled));
    }

    /// Through three changes it is one entry of hers, each later than the one before, and in the end it is taken out.
    async fn who_holds_tickets_has_one_entry_through_every_change(town: Town) {
        town.post().await;
        let number = town.finalized_match().await;
        let mut files = vec![file_to(&town.post().await, ASHA).unwrap()];
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.post().await;
        for (starts, place) in [("2026-12-07T19:45", ""), ("2026-12-08T19:45", "Hall 2")] {
            let version = town.event(number).await.version.to_string();
            let form = EventForm { starts: starts.into(), place: place.into(), version, ..event_form("Rovers v United") };
            event::edit(&town.site, &town.otto, number, &form).await.unwrap();
            files.push(file_to(&town.post().await, ASHA).unwrap());
        }
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        files.push(file_to(&town.post().await, ASHA).unwrap());
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let letters = town.post().await;
        let of_bram = letters.iter().find(|letter| letter.to_address == BRAM).unwrap();
        let method = of_bram.attachment.as_ref().unwrap().method;
        assert_eq!(method, Some(CalendarMethod::Cancel), "he held some too");
        files.push(file_to(&letters, ASHA).unwrap());
        let methods = ["REQUEST", "REQUEST", "REQUEST", "REQUEST", "CANCEL"];
        for (file, method) in files.iter().zip(methods) {
            let calendar: Calendar = file.parse().unwrap();
            assert_eq!(calendar.property_value("METHOD"), Some(method), "{file}");
            assert_eq!(read(file, "UID"), read(&files[0], "UID"));
            assert_eq!(attendees(file), ["mailto:asha@example.org"]);
            assert!(file.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n"), "{file}");
        }
        assert!(files.windows(2).all(|two| sequence(&two[1]) > sequence(&two[0])), "{files:?}");
        assert_eq!(read(&files[2], "DTSTART"), "20261208T194500");
        let other = read(&of_bram.attachment.as_ref().unwrap().content, "UID");
        assert_ne!(other, read(&files[0], "UID"), "each person's is their own");
    }
}
