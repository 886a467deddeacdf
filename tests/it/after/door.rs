//! The list for the door, and who came.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        ids::{EventId, SeasonId},
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::{memory::ledger_of, season_people, settle::Recount},
        services::{after as service, allocation::Telling, door, event, guests as names, recount},
    },
};
use tower::ServiceExt;

use super::guests::typed;
use crate::harness::{Town, refusal};

impl Town {
    /// The doors of an event open.
    async fn at_the_door(&self, event: EventId) {
        let opens = self.event(event).await.door_opens_at();
        self.wait(opens - self.now());
    }

    async fn came(&self, event: EventId, who: &Actor) -> Option<u32> {
        self.request(event, who).await.came
    }
}

both! {
    async fn otto_finds_asha_among_many_by_her_name_or_by_that_of_her_guest(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "optional").await;
        names::save(&town.site, &town.asha, (event, town.asha.person), &typed(&["Asha", "Zoë Żak"])).await.unwrap();
        let find = async |search: &str| {
            let list = door::door(&town.site, &town.otto, event, search).await.unwrap();
            list.expected.into_iter().map(|one| one.holder.name).collect::<Vec<_>>()
        };
        assert_eq!(find("").await, ["Asha", "Bram"], "Olga has none");
        assert_eq!(find("ASHA").await, ["Asha"]);
        assert_eq!(find("zak zoe").await, ["Asha"]);
        assert_eq!(find("asha zak").await, [""; 0], "nobody is called that");
        assert_eq!(find("%").await, ["Asha", "Bram"]);
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&format!("/events/{event}/door?q=nobody")).await.text();
        assert!(page.contains("Nobody called “nobody” has tickets.") && page.contains("Show everyone"), "{page}");
        let page = otto.get(&format!("/events/{event}/door?q=zak")).await.text();
        assert!(page.contains("1 of 2 people.") && page.contains("Zoë Żak") && !page.contains("Bram"), "{page}");
    }

    async fn one_tap_notes_who_came_and_one_takes_it_back(town: Town) {
        let event = town.settled_match().await;
        let mut otto = town.browser_of(&town.otto).await;
        let (id, asha) = (event.to_string(), town.asha.person.to_string());
        let fields = |number: &'static str| [("event", id.clone()), ("person", asha.clone()), ("number", number.into()), ("q", "a".into())];
        let early = door::note_came(&town.site, &town.otto, (event, town.asha.person), "4").await;
        assert_eq!(refusal(early), Refusal::NotNow { why: Obstacle::DoorClosed });
        town.at_the_door(event).await;
        for (number, came) in [("4", Some(4)), ("0", Some(0)), ("3", Some(3)), ("", None), ("4", Some(4))] {
            let fields = fields(number);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = otto.post("/api/door/came", &fields).await;
            assert_eq!(answer.location(), format!("/events/{event}/door?q=a#p{asha}"));
            assert_eq!(town.came(event, &town.asha).await, came, "{number:?}");
            assert_eq!(town.came(event, &town.bram).await, None, "nobody else’s");
        }
        let page = otto.get(&format!("/events/{event}/door")).await;
        assert!(page.body.contains("data-came=\"4\""), "{}", page.body);
        assert_eq!(town.noted(event).await.iter().filter(|deed| *deed == "after.came").count(), 5);
        assert!(!door::note_came(&town.site, &town.otto, (event, town.asha.person), "4").await.unwrap(), "nothing new");
        assert!(town.post().await.is_empty());
    }

    async fn who_came_is_noted_from_three_hours_before_until_thirty_days_after(town: Town) {
        let event = town.settled_match().await;
        let asha = (event, town.asha.person);
        let starts_at = town.event(event).await.schedule.starts_at;
        let times = [
            (starts_at - TimeDelta::hours(3) - TimeDelta::seconds(1), false),
            (starts_at - TimeDelta::hours(3), true),
            (starts_at + TimeDelta::days(30) - TimeDelta::seconds(1), true),
            (starts_at + TimeDelta::days(30), false),
        ];
        for ((at, open), number) in times.into_iter().zip(["0", "1", "2", "3"]) {
            town.wait(at - town.now());
            let done = door::note_came(&town.site, &town.otto, asha, number).await;
            assert_eq!(done.is_ok(), open, "{at}");
        }
        assert_eq!(town.came(event, &town.asha).await, Some(2));
    }

    async fn nobody_notes_more_than_there_is_or_for_whom_they_do_not_run_it(town: Town) {
        let event = town.settled_match().await;
        town.at_the_door(event).await;
        let asha = (event, town.asha.person);
        let five = door::note_came(&town.site, &town.otto, asha, "5").await;
        let range = Problem::OutOfRange { min: 0, max: 4, seen: "5".into() };
        assert_eq!(refusal(five), Refusal::field("number", range));
        for typed in ["-1", "two", "1.5"] {
            assert!(door::note_came(&town.site, &town.otto, asha, typed).await.is_err(), "{typed}");
        }
        for (who, person) in [(&town.bram, &town.asha), (&town.asha, &town.asha), (&town.olga, &town.bram)] {
            let done = door::note_came(&town.site, who, (event, person.person), "1").await;
            assert_eq!(refusal(done), Refusal::Forbidden, "{}", who.name);
            assert_eq!(refusal(door::door(&town.site, who, event, "").await), Refusal::Forbidden, "{}", who.name);
        }
        let none = door::note_came(&town.site, &town.otto, (event, town.olga.person), "0").await;
        assert_eq!(refusal(none), Refusal::NotFound, "she has none");
        assert_eq!(town.came(event, &town.asha).await, None);
        let open = town.match_day_like("2026-12-26T15:00", "2026-12-20T15:00").await;
        assert_eq!(refusal(door::door(&town.site, &town.otto, open, "").await), Refusal::NotNow { why: Obstacle::NotFinalized });
    }

    async fn two_stewards_at_once_lose_nobodys_row_and_of_one_row_the_last_is_right(town: Town) {
        let event = town.settled_match().await;
        town.at_the_door(event).await;
        let note = |who: &Actor, person: &Actor, number: &'static str| {
            let (town, who, person) = (town.clone(), who.clone(), person.person);
            tokio::spawn(async move { door::note_came(&town.site, &who, (event, person), number).await })
        };
        let all = [
            note(&town.otto, &town.asha, "3"),
            note(&town.dana, &town.bram, "1"),
            note(&town.dana, &town.asha, "2"),
        ];
        for one in all {
            one.await.unwrap().unwrap();
        }
        assert!(matches!(town.came(event, &town.asha).await, Some(2 | 3)));
        assert_eq!(town.came(event, &town.bram).await, Some(1));
        door::note_came(&town.site, &town.otto, (event, town.asha.person), "0").await.unwrap();
        assert_eq!(town.came(event, &town.asha).await, Some(0));
    }

    async fn asha_reads_that_tickets_of_hers_were_not_used(town: Town) {
        let event = town.settled_match().await;
        let (path, asha) = (format!("/events/{event}"), (event, town.asha.person));
        town.at_the_door(event).await;
        let note = async |number: &str| assert!(door::note_came(&town.site, &town.otto, asha, number).await.unwrap());
        let read = async || town.browser_of(&town.asha).await.get(&path).await.text();
        assert!(!read().await.contains("Noted as not used"));
        note("3").await;
        assert!(read().await.contains("Noted as not used: 1 of 4"), "{}", read().await);
        note("4").await;
        assert!(!read().await.contains("Noted as not used"));
        note("0").await;
        assert!(read().await.contains("Noted as not used: 4 of 4"));
        note("").await;
        assert!(!read().await.contains("Noted as not used"));
        let bram = town.browser_of(&town.bram).await.get(&path).await.text();
        assert!(!bram.contains("Noted as not used"));
    }

    async fn what_was_not_used_stands_in_the_season_and_counts_as_kept(town: Town) {
        let event = town.settled_match().await;
        let season = (Some(SeasonId::new(1)), EventId::new(0));
        let ledger = async || ledger_of(town.site.db.read(), season).await.unwrap();
        let standings = async || town.rows("SELECT * FROM standings ORDER BY user_id").await;
        let before = (ledger().await, standings().await);
        town.at_the_door(event).await;
        for (who, number) in [(&town.asha, "1"), (&town.bram, "1")] {
            door::note_came(&town.site, &town.otto, (event, who.person), number).await.unwrap();
        }
        assert_eq!((ledger().await, standings().await), before, "luck is luck");
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
        let people = season_people::list(town.site.db.read(), SeasonId::new(1)).await.unwrap();
        let counts: Vec<_> = people.iter().map(|one| (one.name.as_str(), one.unused, one.noted)).collect();
        for (name, who) in [("Asha", &town.asha), ("Bram", &town.bram), ("Olga", &town.olga)] {
            // The same, counted again from the rows.
            let of = |what: &str| format!(
                "SELECT COALESCE(SUM({what}), 0) FROM requests WHERE user_id = {} AND came IS NOT NULL", who.person
            );
            let again = [town.number(&of("allocated - came")).await, town.number(&of("allocated")).await];
            let [unused, noted] = again.map(|count| u64::try_from(count).unwrap());
            assert!(counts.contains(&(name, unused, noted)), "{name}: {unused} of {noted}, {counts:?}");
        }
        assert!(counts.contains(&("Asha", 3, 4)) && counts.contains(&("Bram", 0, 1)), "{counts:?}");
        let own = town.browser_of(&town.asha).await.get("/seasons/1").await.text();
        assert!(own.contains("Noted at the door as not used: 3 of 4."), "{own}");
        let bram = town.browser_of(&town.bram).await.get("/seasons/1").await.text();
        assert!(!bram.contains("not used"), "{bram}");
        let all = town.browser_of(&town.otto).await.get("/seasons/1").await.text();
        assert!(all.contains("Not used") && all.contains("3 of 4"), "{all}");
        let page = town.browser_of(&town.dana).await.get(&format!("/admin/people/{}", town.asha.person)).await.text();
        assert!(page.contains("3 not used"), "{page}");
    }

    async fn what_was_noted_goes_with_the_tickets(town: Town) {
        let (event, by_hand) = (town.settled_match().await, town.finalized_match().await);
        town.at_the_door(event).await;
        let asha = (event, town.asha.person);
        for (event, who, number) in [(event, &town.asha, "4"), (event, &town.bram, "1"), (by_hand, &town.bram, "3")] {
            door::note_came(&town.site, &town.otto, (event, who.person), number).await.unwrap();
        }
        service::give_back(&town.site, &town.asha, asha, ("1", "", "")).await.unwrap();
        town.wait(service::UNDO);
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.came(event, &town.asha).await, None, "four of three");
        assert_eq!(town.came(event, &town.bram).await, Some(1));
        event::reopen(&town.site, &town.otto, by_hand).await.unwrap();
        town.give(by_hand, &[(&town.bram, Some(1))]).await.unwrap();
        town.finalize(by_hand, Telling::Changed).await.unwrap();
        assert_eq!(town.came(by_hand, &town.bram).await, None, "three of one");
    }

    async fn the_file_has_a_row_a_ticket_and_no_formula(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "optional").await;
        names::save(&town.site, &town.asha, (event, town.asha.person), &typed(&["Asha", "=1+1/@SUM(A1)"])).await.unwrap();
        town.at_the_door(event).await;
        door::note_came(&town.site, &town.otto, (event, town.asha.person), "3").await.unwrap();
        let path = format!("/events/{event}/door.csv");
        let mut otto = town.browser_of(&town.otto).await;
        let file = otto.get(&path).await;
        assert_eq!(file.headers["content-disposition"], format!("attachment; filename=\"door-{event}.csv\""));
        assert_eq!(file.headers["cache-control"], "no-store");
        let rows: Vec<&str> = file.body.trim_start_matches('\u{feff}').lines().collect();
        assert!(file.body.starts_with('\u{feff}'));
        assert_eq!(rows, [
            "Name,Email,Tickets,Ticket number,Guest,Note,Used",
            "Asha,asha@example.org,4,1,Asha,,3",
            "Asha,asha@example.org,,2,'=1+1,'@SUM(A1),",
            "Asha,asha@example.org,,3,,,",
            "Asha,asha@example.org,,4,,,",
            "Bram,bram@example.org,1,1,,,",
        ]);
        let workbook = format!("/events/{event}/door.xlsx");
        let workbook = town.router().oneshot(otto.request(Method::GET, &workbook).body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(workbook.status(), StatusCode::OK);
        assert_eq!(town.browser_of(&town.asha).await.get(&path).await.location(), "/problem/forbidden");
        let open = town.match_day_like("2026-12-26T15:00", "2026-12-20T15:00").await;
        assert_eq!(otto.get(&format!("/events/{open}/door.csv")).await.location(), format!("/events/{open}"));
    }

    async fn the_list_costs_three_statements_more_for_no_guest(town: Town) {
        let event = town.settled_match().await;
        town.ask_for_guests(event, "optional").await;
        let cost = async || {
            let before = town.site.db.statements();
            door::door(&town.site, &town.otto, event, "").await.unwrap();
            town.site.db.statements() - before
        };
        assert_eq!(cost().await, 3);
        names::save(&town.site, &town.asha, (event, town.asha.person), &typed(&["A", "B", "C", "D"])).await.unwrap();
        assert_eq!(cost().await, 3);
    }
}
