//! Forms that come twice: a double click before the script is there, a proxy that lost the answer and tries again.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{board::key, event::EventForm, person::Role},
    error::Refusal,
    server::services::{allocation, event, person, request},
};

use crate::harness::{board, event_form, person_form, refusal, wish};

const LOST: &str = "Your changes aren’t saved";

both! {
    async fn a_request_that_stands_as_it_was_sent_is_in(town: Town) {
        let number = town.match_day().await;
        let (event, mut asha) = (number.to_string(), town.browser_of(&town.asha).await);
        let first = [("event", event.as_str()), ("tiers[]", "4"), ("tiers[]", "2"), ("version", "0"), ("copy", "on")];
        let to = format!("/events/{number}");
        for _ in 0..3 {
            assert_eq!(asha.post("/api/request/save", &first).await.location(), to);
        }
        let request = town.request(number, &town.asha).await;
        assert_eq!((request.tiers.amounts(), request.version), (&[4, 2][..], 1));
        assert_eq!(town.count("outbox", "kind = 'received'").await, 1, "one copy");
        // Long after, and from another browser, too: it stands as it was sent.
        town.wait(TimeDelta::hours(2));
        assert_eq!(town.browser_of(&town.asha).await.post("/api/request/save", &first).await.location(), to);
        // What stands otherwise is told.
        let other = [("event", event.as_str()), ("tiers[]", "1"), ("version", "0")];
        let answer = asha.post("/api/request/save", &other).await;
        assert!(asha.get(answer.location()).await.text().contains(LOST));
        // After taking it back the same form is another wish.
        request::withdraw(&town.site, &town.asha, number, town.asha.person, "").await.unwrap();
        let done = request::save(&town.site, &town.asha, number, town.asha.person, &wish(&[4, 2], 0)).await;
        assert_eq!(refusal(done), Refusal::Conflict { changes: Vec::new() });
    }

    async fn an_event_that_stands_as_it_was_sent_is_saved(town: Town) {
        let number = town.match_day().await;
        let form = EventForm { tickets: "12".into(), version: town.event(number).await.version.to_string(), ..event_form("Renamed") };
        event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        let before = town.snapshot(&["events", "audit_log", "outbox"]).await;
        event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        assert_eq!(town.snapshot(&["events", "audit_log", "outbox"]).await, before, "nothing was written");
        let other = EventForm { tickets: "13".into(), ..form };
        let done = event::edit(&town.site, &town.otto, number, &other).await;
        assert_eq!(refusal(done), Refusal::Conflict { changes: Vec::new() });
    }

    async fn a_person_who_stands_as_they_were_sent_is_saved(town: Town) {
        let form = person_form("Asha", Role::Organizer);
        for _ in 0..2 {
            person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
        }
        assert_eq!(town.count("audit_log", "action = 'person.edit'").await, 1);
        let other = person_form("Asha", Role::Member);
        let done = person::edit(&town.site, &town.dana, town.asha.person, &other).await;
        assert_eq!(refusal(done), Refusal::Conflict { changes: Vec::new() });
    }

    async fn a_form_makes_one_event_however_often_it_comes(town: Town) {
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get("/events/new").await.body;
        let once = page.split("name=\"once\"").nth(1).and_then(|rest| rest.split('"').nth(1)).unwrap().to_owned();
        let fields = [("name", "Derby"), ("starts", "2026-12-20T15:00"), ("zone", "UTC"), ("tickets", "10"), ("once", once.as_str())];
        let first = otto.post("/api/event/create", &fields).await.location().to_owned();
        town.wait(TimeDelta::hours(2));
        assert_eq!(otto.post("/api/event/create", &fields).await.location(), first);
        assert_eq!(town.count("events", "name = 'Derby'").await, 1);
        // At once, and on two instances: what is asked is the database.
        let form = EventForm { once: "abcdef0123456789".into(), ..event_form("Final") };
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (town, form) = (town.clone(), form.clone());
            all.spawn(async move { event::create(&town.site, &town.otto, &form).await.unwrap() });
        }
        let made = all.join_all().await;
        assert!(made.iter().all(|id| *id == made[0]), "{made:?}");
        assert_eq!(town.count("events", "name = 'Final'").await, 1);
        // Another's form, and another form, make others.
        event::create(&town.site, &town.olga, &form).await.unwrap();
        event::create(&town.site, &town.otto, &EventForm { once: String::new(), ..form.clone() }).await.unwrap();
        event::create(&town.site, &town.otto, &EventForm { once: "<script>".into(), ..form }).await.unwrap();
        assert_eq!(town.count("events", "name = 'Final'").await, 4);
        // A form that was kept and filled in anew is another event, and so is one whose event is in the trash.
        let kept = EventForm { once: "fedcba9876543210".into(), ..event_form("Home game 1") };
        let first = event::create(&town.site, &town.otto, &kept).await.unwrap();
        let second = event::create(&town.site, &town.otto, &EventForm { name: "Home game 2".into(), ..kept.clone() }).await.unwrap();
        assert_ne!(first, second);
        event::delete(&town.site, &town.dana, second).await.unwrap();
        let third = event::create(&town.site, &town.otto, &EventForm { name: "Home game 2".into(), ..kept }).await.unwrap();
        assert!(![first, second].contains(&third));
        assert!(otto.get("/events/new").await.body.contains("name=\"once\"") && !otto.get("/events/new").await.body.contains(&once));
    }

    async fn what_was_done_is_told_again_where_the_same_form_is_refused(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let new = [("name", "Eve"), ("email", "eve@example.org"), ("role", "member")];
        let first = dana.post("/api/people/add", &new).await.location().to_owned();
        assert!(!first.contains("draft="), "{first}");
        assert_eq!(dana.post("/api/people/add", &new).await.location(), first);
        assert_eq!(town.count("users", "email = 'eve@example.org'").await, 1);
        // Not where something else came in between, from another browser, or later.
        let refused = |to: &str| to.contains("draft=");
        let mut other = town.browser_of(&town.dana).await;
        assert!(refused(other.post("/api/people/add", &new).await.location()));
        town.wait(TimeDelta::minutes(2));
        assert!(refused(dana.post("/api/people/add", &new).await.location()));

        let number = town.closed_match().await;
        let requests = [town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id];
        let version = town.event(number).await.board_version;
        let given = board(version, &[(requests[0], Some(0)), (requests[1], Some(0))]);
        allocation::save(&town.site, &town.otto, number, &given).await.unwrap();
        let (event, version) = (number.to_string(), (version + 1).to_string());
        let mut otto = town.browser_of(&town.otto).await;
        let form = [("event", event.as_str()), ("version", version.as_str()), ("telling", "changed"), ("line", ""), ("why", "")];
        let first = otto.post("/api/allocation/finalize", &form).await;
        assert_eq!(first.location(), format!("/events/{number}"));
        let again = otto.post("/api/allocation/finalize", &form).await;
        assert_eq!((again.location(), again.headers.get("set-cookie")), (first.location(), first.headers.get("set-cookie")));
        assert_eq!(town.event(number).await.revision, 1);
        let json = otto.post_for_json("/api/allocation/finalize", &form).await;
        assert_eq!(json.status.as_u16(), 409, "asked in another way it is another form");
    }

    async fn a_change_of_address_that_is_taken_back_is_said_to_be(town: Town) {
        let code = town.asks_for_address(&town.asha, "mallory@evil.example").await.unwrap();
        person::confirm_address(&town.site, &town.asha, &code).await.unwrap();
        let letter = town.post().await.pop().unwrap().text;
        let token: String = letter.split_once("/undo-address/").unwrap().1.chars().take_while(|c| !c.is_whitespace()).collect();
        let form = [("token", token.as_str())];
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let (mut browser, token) = (town.browser(), token.clone());
            all.spawn(async move {
                let to = browser.post("/api/account/address/undo", &[("token", &token)]).await.location().to_owned();
                (to, browser.get("/sign-in").await.text())
            });
        }
        let said = |(to, page): &(String, String)| to == "/sign-in" && page.contains("Email address changed back.");
        assert!(all.join_all().await.iter().all(said));
        let before = town.snapshot(&["users", "sessions", "audit_log", "outbox", "address_undos"]).await;
        town.wait(TimeDelta::hours(2));
        assert_eq!(town.browser().post("/api/account/address/undo", &form).await.location(), "/sign-in");
        assert_eq!(town.snapshot(&["users", "sessions", "audit_log", "outbox", "address_undos"]).await, before, "nothing was done");
        // Not where the address is another by now.
        town.force(&format!("UPDATE users SET email = 'asha@example.net' WHERE id = {}", town.asha.person)).await.unwrap();
        assert!(town.browser().post("/api/account/address/undo", &form).await.location().starts_with("/undo-address/"));
    }

    async fn people_brought_in_twice_are_said_to_be_in(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let rows = [("rows", "Name,Email\nEve,eve@example.org\n")];
        let first = dana.post("/api/people/import/save", &rows).await;
        let again = dana.post("/api/people/import/save", &rows).await;
        assert_eq!((again.location(), again.headers.get("set-cookie")), (first.location(), first.headers.get("set-cookie")));
        assert_eq!(town.count("audit_log", "action = 'person.import'").await, 1);
        // Long after it is news that nothing changes.
        town.wait(TimeDelta::minutes(2));
        let later = dana.post("/api/people/import/save", &rows).await;
        assert_ne!(later.headers.get("set-cookie"), first.headers.get("set-cookie"));
        assert!(dana.get(later.location()).await.text().contains("Nothing to change."));
    }

    async fn two_that_come_at_once_are_answered_alike(town: Town) {
        let number = town.match_day().await;
        let (event, asha) = (number.to_string(), town.browser_of(&town.asha).await);
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (event, mut asha) = (event.clone(), asha.clone());
            all.spawn(async move {
                let form = [("event", event.as_str()), ("tiers[]", "2"), ("version", "0")];
                asha.post("/api/request/save", &form).await.location().to_owned()
            });
        }
        assert!(all.join_all().await.iter().all(|to| *to == format!("/events/{number}")));
        assert_eq!(town.request(number, &town.asha).await.version, 1);
    }

    async fn a_board_whose_answer_got_lost_goes_on(town: Town) {
        let number = town.closed_match().await;
        let (asha, bram) = (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
        let version = town.event(number).await.board_version;
        let save = async |who, decisions: &[_]| allocation::save(&town.site, who, number, &board(version, decisions)).await;
        save(&town.otto, &[(asha, Some(2))]).await.unwrap();
        // The answer is lost; the next change goes out with what the page knows.
        let saved = save(&town.otto, &[(asha, Some(2)), (bram, Some(0))]).await.unwrap();
        assert_eq!(saved.version, version + 2);
        let lost = save(&town.otto, &[(asha, Some(0))]).await;
        assert!(matches!(refusal(lost), Refusal::Conflict { .. }), "a row that is another now");
        // What another tab decided is not on this page, which would send it back as it was with the next whole form.
        let blind = save(&town.otto, &[(bram, Some(0))]).await;
        let Refusal::Conflict { changes } = refusal(blind) else { panic!("a row that it does not name") };
        assert_eq!((changes.len(), changes[0].name.as_str(), changes[0].now), (2, "Asha", Some(2)));
        let theirs = save(&town.dana, &[(bram, Some(0))]).await;
        assert!(matches!(refusal(theirs), Refusal::Conflict { .. }), "somebody else's");
    }

    async fn a_number_typed_without_its_circle_counts(town: Town) {
        let number = town.closed_match().await;
        let (asha, bram) = (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
        let typed = |version: i32, id, amount: &str, other: &str, reason: &str| {
            let row = |text: &str| [(key(id), text.to_owned())].into();
            ticket_pool::domain::board::BoardForm {
                version: version.to_string(), amount: row(amount), other: row(other), reason: row(reason),
            }
        };
        let save = async |form| allocation::save(&town.site, &town.otto, number, &form).await;
        let stands = async |who| {
            let request = town.request(number, who).await;
            (request.allocated, request.reason)
        };
        let version = town.event(number).await.board_version;
        save(typed(version, asha, "", "3", "Came along")).await.unwrap();
        assert_eq!(stands(&town.asha).await, (Some(3), "Came along".to_owned()));
        // A chip instead of the number that stood there.
        save(typed(version + 1, asha, "2", "3", "Came along")).await.unwrap();
        assert_eq!(stands(&town.asha).await.0, Some(2));
        // Typed beside the chip that stands.
        save(typed(version + 2, asha, "2", "3", "Came along")).await.unwrap();
        assert_eq!(stands(&town.asha).await, (Some(3), "Came along".to_owned()));
        // One chosen and another typed: whoever saves says which.
        for (amount, other, field) in [("0", "5", format!("other[{}]", key(bram))), ("0", "many", format!("other[{}]", key(bram)))] {
            let Refusal::Invalid { fields } = refusal(save(typed(version + 3, bram, amount, other, "x")).await) else { panic!() };
            assert_eq!(fields[0].field, field);
        }
        assert_eq!(stands(&town.bram).await.0, None);
    }
}
