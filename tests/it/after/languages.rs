use chrono::TimeDelta;

use ticket_pool::server::services::{door, guests};

use super::{answering::link_of_bram, guests::typed};
use crate::pages::languages::{KNOWN, asked_in, strange};

both! {
    async fn what_is_said_after_the_result_is_in_the_catalog(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = link_of_bram(&town).await;
        ticket_pool::server::services::after::give_back(&town.site, &town.bram, (event, town.bram.person), ("1", "", "")).await.unwrap();
        let table = town.settled_match().await;
        let starts_at = town.event(table).await.schedule.starts_at;
        let page = format!("/events/{event}");
        for event in [event, table] {
            town.ask_for_guests(event, "required").await;
            let theirs = (event, town.asha.person);
            guests::save(&town.site, &town.asha, theirs, &typed(&["Asha", "/"])).await.unwrap();
        }
        let mut found = Vec::new();
        for who in [&town.asha, &town.bram, &town.olga, &town.otto, &town.dana] {
            let mut browser = town.browser_of(who).await;
            for path in [&page, &offer] {
                let page = asked_in(&mut browser, "en-XA", path).await;
                assert!(page.body.contains("lang=\"en-XA\""), "{path}: {}", page.status);
                found.extend(strange(&page).into_iter().map(|text| format!("{} at {path}: {text}", who.name)));
            }
        }
        let by_hand = town.finalized_match().await;
        town.returned(by_hand, &town.bram, 2).await;
        let open = town.match_day().await;
        town.wait(starts_at - TimeDelta::hours(12) - town.now());
        town.returned(table, &town.asha, 2).await;
        for path in [&format!("/events/{table}"), &offer] {
            for who in [&town.asha, &town.otto] {
                let page = asked_in(&mut town.browser_of(who).await, "en-XA", path).await;
                found.extend(strange(&page).into_iter().map(|text| format!("{} at {path}: {text}", who.name)));
            }
        }
        let door = format!("/events/{table}/door");
        let (names, nobody) = (format!("{door}?names={}", town.asha.person), format!("{door}?q=nobody"));
        for path in [&door, &names, &nobody] {
            let page = asked_in(&mut town.browser_of(&town.otto).await, "en-XA", path).await;
            assert_eq!(page.status, 200, "{path}");
            found.extend(strange(&page).into_iter().map(|text| format!("Otto at {path}: {text}")));
        }
        town.wait(TimeDelta::hours(10));
        for who in [&town.asha, &town.bram] {
            door::note_came(&town.site, &town.otto, (table, who.person), "0").await.unwrap();
        }
        for path in [&door, &"/seasons/1".to_owned()] {
            let page = asked_in(&mut town.browser_of(&town.otto).await, "en-XA", path).await;
            found.extend(strange(&page).into_iter().map(|text| format!("Otto at {path}: {text}")));
        }
        for path in [&format!("/events/{table}"), &"/seasons/1".to_owned(), &"/".to_owned()] {
            let page = asked_in(&mut town.browser_of(&town.asha).await, "en-XA", path).await;
            found.extend(strange(&page).into_iter().map(|text| format!("Asha at {path}: {text}")));
        }
        // By hand: of an event that was drawn with something on the table, of one that was not with something free, of one to come.
        for event in [event, table, by_hand, open] {
            let path = format!("/events/{event}/after");
            let page = asked_in(&mut town.browser_of(&town.otto).await, "en-XA", &path).await;
            found.extend(strange(&page).into_iter().map(|text| format!("at {path}: {text}")));
        }
        let path = "/seasons/1";
        let page = asked_in(&mut town.browser_of(&town.otto).await, "en-XA", path).await;
        found.extend(strange(&page).into_iter().map(|text| format!("at {path}: {text}")));
        found.retain(|text| !KNOWN.iter().any(|known| text.ends_with(&format!(": {known}"))));
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
