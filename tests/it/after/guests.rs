//! Who uses tickets: the names of guests.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        guest::GuestForm,
        ids::EventId,
        typed::{FieldError, Problem},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::guests,
        services::{after as service, allocation::Telling, event, guests as names},
        worker,
    },
};

use crate::{
    harness::{Answer, Town, refusal},
    overview::attributes,
};

/// Names for the first tickets, each with a note behind a slash.
pub fn typed(lines: &[&str]) -> GuestForm {
    let mut form = GuestForm::default();
    for (at, line) in lines.iter().enumerate() {
        let (name, note) = line.split_once('/').unwrap_or((line, ""));
        form.name.insert(format!("t{}", at + 1), name.to_owned());
        form.note.insert(format!("t{}", at + 1), note.to_owned());
    }
    form
}

impl Town {
    /// The event asks for names: `optional` or `required`.
    pub async fn ask_for_guests(&self, event: EventId, how: &str) {
        self.force(&format!("UPDATE events SET guests = '{how}' WHERE id = {event}")).await.unwrap();
    }

    /// The names for someone's tickets.
    pub async fn guests(&self, event: EventId, who: &Actor) -> Vec<String> {
        let named = guests::of_person(self.site.db.read(), event, who.person).await.unwrap();
        named
            .into_iter()
            .map(|(at, guest)| format!("{at} {} {}", guest.name, guest.note).trim_end().to_owned())
            .collect()
    }
}

both! {
    async fn asha_names_who_comes_with_her_and_otto_reads_it_at_the_door(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "required").await;
        let mut asha = town.browser_of(&town.asha).await;
        let page = asha.get(&format!("/events/{event}")).await;
        assert!(page.text().contains("4 names are missing."), "{}", page.text());
        assert!(page.body.contains("value=\"Asha\""), "her own name is suggested: {}", page.body);
        let id = event.to_string();
        let fields = [("event", &*id), ("name[t1]", "Asha"), ("name[t2]", "Mira"), ("note[t2]", "vegetarian"), ("name[t3]", "")];
        let page = asha.post("/api/guests/save", &fields).await;
        let page = asha.get(page.location()).await.text();
        assert!(page.contains("The names are saved.") && page.contains("2 names are missing."), "{page}");
        assert_eq!(town.guests(event, &town.asha).await, ["1 Asha", "2 Mira vegetarian"]);
        let home = asha.get("/").await;
        assert!(home.text().contains("Rovers v United: enter 2 more names for your tickets by "), "{}", home.text());
        assert!(home.body.contains(&format!("href=\"/events/{event}#guests\"")), "{}", home.body);
        assert!(!town.browser_of(&town.olga).await.get("/").await.text().contains("more names"));
        let door = town.browser_of(&town.otto).await.get(&format!("/events/{event}/door")).await.text();
        assert!(door.contains("Mira") && door.contains("vegetarian"), "{door}");
        assert_eq!(town.noted(event).await.last().unwrap(), "after.guests");
        let kept = town.rows("SELECT details FROM audit_log WHERE action = 'after.guests'").await;
        assert_eq!(kept[0]["details"], r#"{"named":2,"of":4}"#, "the log has no names");
        // Sent once more it is nothing new.
        let same = typed(&["Asha", "Mira/vegetarian"]);
        assert!(!names::save(&town.site, &town.asha, (event, town.asha.person), &same).await.unwrap());
        assert!(town.post().await.is_empty());
    }

    async fn nobody_is_asked_where_the_organizer_does_not_want_to_know(town: Town) {
        let event = town.settled_match().await;
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{event}")).await;
        assert!(!page.body.contains("id=\"guests\""), "{}", page.body);
        let done = names::save(&town.site, &town.asha, (event, town.asha.person), &typed(&["Mira"])).await;
        assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::GuestsOff });
        town.ask_for_guests(event, "optional").await;
        let olga = town.browser_of(&town.olga).await.get(&format!("/events/{event}")).await;
        assert!(!olga.body.contains("id=\"guests\""), "she has no tickets");
        let none = names::save(&town.site, &town.olga, (event, town.olga.person), &typed(&["Mira"])).await;
        let beyond = Refusal::field("name[t1]", Problem::BeyondTickets { tickets: 0 });
        assert_eq!(refusal(none), beyond);
    }

    async fn after_the_time_for_it_only_who_runs_the_event_changes_names(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "optional").await;
        let (asha, until) = (town.asha.person, town.event(event).await.guests_until());
        town.wait(until - TimeDelta::seconds(1) - town.now());
        names::save(&town.site, &town.asha, (event, asha), &typed(&["Asha"])).await.unwrap();
        town.wait(TimeDelta::seconds(1));
        let late = names::save(&town.site, &town.asha, (event, asha), &typed(&["Mira"])).await;
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::GuestsClosed });
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{event}")).await.text();
        assert!(page.contains("It’s too late to change names here. Tell the organizer."), "{page}");
        names::save(&town.site, &town.otto, (event, asha), &typed(&["Asha", "Mira"])).await.unwrap();
        assert_eq!(town.guests(event, &town.asha).await, ["1 Asha", "2 Mira"]);
        let bram = names::save(&town.site, &town.bram, (event, asha), &typed(&["Bram"])).await;
        assert_eq!(refusal(bram), Refusal::Forbidden);
    }

    async fn whoever_has_fewer_tickets_has_fewer_guests_at_once(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "optional").await;
        let asha = (event, town.asha.person);
        names::save(&town.site, &town.asha, asha, &typed(&["Asha", "Mira", "Ben", "Cem"])).await.unwrap();
        names::save(&town.site, &town.bram, (event, town.bram.person), &typed(&["Bram"])).await.unwrap();
        service::give_back(&town.site, &town.asha, asha, ("3", "", "")).await.unwrap();
        assert_eq!(town.guests(event, &town.asha).await.len(), 4, "she can still take it back");
        town.wait(service::UNDO);
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.guests(event, &town.asha).await, ["1 Asha"]);
        assert_eq!(town.guests(event, &town.bram).await, ["1 Bram"], "nobody else’s");
    }

    async fn another_result_leaves_only_guests_who_have_tickets(town: Town) {
        let event = town.finalized_match().await;
        town.ask_for_guests(event, "optional").await;
        for who in [&town.asha, &town.bram] {
            names::save(&town.site, who, (event, who.person), &typed(&["One", "Two"])).await.unwrap();
        }
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.give(event, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        assert_eq!(town.guests(event, &town.bram).await.len(), 2, "nothing is decided yet");
        town.finalize(event, Telling::Changed).await.unwrap();
        assert_eq!(town.guests(event, &town.asha).await, ["1 One", "2 Two"]);
        assert_eq!(town.guests(event, &town.bram).await, ["1 One"]);
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        let done = names::save(&town.site, &town.asha, (event, town.asha.person), &typed(&["Asha"])).await;
        assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::NotFinalized });
        town.give(event, &[(&town.bram, Some(0))]).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        assert!(town.guests(event, &town.bram).await.is_empty());
    }

    async fn what_is_typed_wrong_stays_and_every_line_says_why(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "optional").await;
        let long = "m".repeat(200);
        let markup = "<script>alert(1)";
        let wrong = names::save(&town.site, &town.bram, (event, town.bram.person), &typed(&["/vegan", "Mira"])).await;
        let problem = |field: &str, problem| FieldError { field: field.to_owned(), problem };
        let fields = vec![
            problem("name[t1]", Problem::Missing),
            problem("name[t2]", Problem::BeyondTickets { tickets: 1 }),
        ];
        assert_eq!(refusal(wrong), Refusal::Invalid { fields });
        let mut asha = town.browser_of(&town.asha).await;
        let id = event.to_string();
        let fields = [("event", &*id), ("name[t1]", &*long), ("name[t2]", markup), ("note[t2]", "=1+1"), ("name[t9]", "Nine")];
        let answer = asha.post("/api/guests/save", &fields).await;
        let page = asha.get(answer.location()).await;
        let text = page.text();
        assert!(text.contains("That’s 200 characters. Use 100 or fewer."), "{text}");
        assert!(text.contains("There are only 4 tickets. Clear this line."), "{text}");
        for kept in [&*long, "Nine", "=1+1"] {
            assert!(page.body.contains(&format!("value=\"{kept}\"")), "{kept}: {}", page.body);
        }
        assert!(!page.body.contains(markup), "{}", page.body);
        assert!(town.guests(event, &town.asha).await.is_empty());
        // A name is whatever someone is called; it never turns the letters behind it.
        let odd = typed(&[markup, "Mi\u{202e}ra", "ליאור"]);
        names::save(&town.site, &town.asha, (event, town.asha.person), &odd).await.unwrap();
        assert_eq!(town.guests(event, &town.asha).await, [format!("1 {markup}"), "2 Mira".into(), "3 ליאור".into()]);
        let door = town.browser_of(&town.otto).await.get(&format!("/events/{event}/door")).await;
        assert!(!door.body.contains(markup) && door.text().contains(markup), "{}", door.body);
    }

    async fn thirty_days_after_the_event_no_name_is_left(town: Town) {
        let event = town.settled_match().await;
        let other = town.match_day_like("2026-12-26T15:00", "2026-12-20T15:00").await;
        town.ask_for_guests(event, "optional").await;
        names::save(&town.site, &town.asha, (event, town.asha.person), &typed(&["Asha", "Mira/vegan"])).await.unwrap();
        let mine = format!("INSERT INTO guests VALUES ({other}, {}, 1, 'Later', '')", town.asha.person);
        town.force(&mine).await.unwrap();
        let over = town.event(event).await.door_closes_at();
        assert_eq!(over - town.event(event).await.schedule.starts_at, TimeDelta::days(30));
        town.wait(over - TimeDelta::seconds(1) - town.now());
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.guests(event, &town.asha).await.len(), 2);
        let door = format!("/events/{event}/door");
        assert!(town.browser_of(&town.otto).await.get(&door).await.text().contains("Mira"));
        town.wait(TimeDelta::seconds(1));
        let page = town.browser_of(&town.otto).await.get(&door).await.text();
        assert!(!page.contains("Mira") && page.contains("The names of guests were deleted 30 days after the event."), "{page}");
        let late = names::save(&town.site, &town.otto, (event, town.asha.person), &typed(&["Asha"])).await;
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::GuestsClosed });
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.rows("SELECT name, note FROM guests").await.len(), 1, "only those of events to come");
    }

    async fn no_file_but_that_of_the_door_and_ones_own_has_guests(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "optional").await;
        names::save(&town.site, &town.asha, (event, town.asha.person), &typed(&["Asha", "Xanthippe/nuts"])).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        let mut dana = town.browser_of(&town.dana).await;
        for path in ["results.csv", "draws/1.json", "statements.json"].map(|file| format!("/events/{event}/{file}")) {
            let file = otto.get(&path).await;
            assert!(file.status.is_success() && !file.body.contains("Xanthippe"), "{path}");
        }
        for path in ["/seasons/1/people.csv", "/admin/audit.csv", "/events.csv", "/seasons/1", "/account/data.json"] {
            let file = dana.get(path).await;
            assert!(file.status.is_success() && !file.body.contains("Xanthippe"), "{path}");
        }
        let file = town.browser_of(&town.asha).await.get("/account/data.json").await.body;
        let own: serde_json::Value = serde_json::from_str(&file).unwrap();
        let own = &own["guests_you_named"][1];
        assert_eq!((&own["name"], &own["note"], &own["ticket"]), (&"Xanthippe".into(), &"nuts".into(), &2.into()));
        assert_eq!(own["event"], event.get());
    }

    async fn what_otto_typed_meanwhile_is_not_written_over_by_a_form_that_did_not_show_it(town: Town) {
        let event = town.finalized_match().await;
        town.ask_for_guests(event, "optional").await;
        let mut asha = town.browser_of(&town.asha).await;
        let (path, number) = (format!("/events/{event}"), event.to_string());
        let shown = |page: &Answer| attributes(page, "#guests input[name=shown]", "value").remove(0);
        let before = shown(&asha.get(&path).await);
        // She called: Otto types Mira for her at the door.
        names::save(&town.site, &town.otto, (event, town.asha.person), &typed(&["Mira"])).await.unwrap();
        let fields = [("event", &*number), ("shown", &before), ("name[t1]", "Noor"), ("note[t1]", "")];
        let refused = asha.post("/api/guests/save", &fields).await;
        assert_eq!(town.guests(event, &town.asha).await, ["1 Mira"]);
        let page = asha.get(refused.location()).await;
        assert!(page.text().contains("Mira") && page.body.contains("Noor"), "both are seen: {}", page.text());
        // Who has seen it says so.
        let now = shown(&page);
        asha.post("/api/guests/save", &[("event", &*number), ("shown", &now), ("name[t1]", "Noor"), ("note[t1]", "")]).await;
        assert_eq!(town.guests(event, &town.asha).await, ["1 Noor"]);
    }
}
