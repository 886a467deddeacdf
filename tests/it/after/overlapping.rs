use ticket_pool::{
    domain::ids::EventId,
    server::services::after::{self as service, Answer},
};

use super::answering::link;
use crate::harness::{Letter, Town};

const OFFERED: &str = "At the same time 2 tickets for Rovers v United (";

/// What Bram's letter with an offer says.
fn letter_of_bram(letters: &[Letter]) -> &Letter {
    letters.iter().find(|letter| letter.to_name == "Bram" && letter.text.contains("/offers/")).unwrap()
}

/// Two tickets of the event are offered to Bram; what his letter says, and the page behind its link.
async fn offered(town: &Town, event: EventId) -> (String, String) {
    town.returned(event, &town.asha, 2).await;
    let letters = town.post().await;
    let letter = letter_of_bram(&letters);
    let page = town.browser().get(&link(letter)).await.text();
    (letter.text.clone(), page)
}

/// When an event begins and ends, by the clock of the database.
async fn takes_place(town: &Town, event: EventId, (starts_at, ends_at): (&str, Option<&str>)) {
    let ends_at = ends_at.map_or("NULL".into(), |at| format!("'{at}'"));
    let sql = format!(
        "UPDATE events SET starts_at = '{starts_at}', ends_at = {ends_at}, closes_at = NULL WHERE id = {event}"
    );
    town.force(&sql).await.unwrap();
}

both! {
    async fn bram_first_in_line_for_two_at_the_same_hour_is_offered_both_and_told(town: Town) {
        let (one, two) = (town.settled_match().await, town.settled_match().await);
        // He has one of each already.
        let (letter, page) = offered(&town, one).await;
        for text in [&letter, &page] {
            assert!(text.contains("At the same time you have 1 ticket for Rovers v United ("), "{text}");
        }
        let (letter, page) = offered(&town, two).await;
        for text in [&letter, &page] {
            assert!(text.contains(OFFERED) && text.contains("are held for you, too."), "{text}");
        }
        let mut bram = town.browser_of(&town.bram).await;
        for event in [one, two] {
            let page = bram.get(&format!("/events/{event}")).await.text();
            assert!(page.contains(OFFERED), "{page}");
        }
        for event in [one, two] {
            let offer = town.offered(event, &town.bram).await.expect("both are his to take");
            service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        }
    }

    async fn what_does_not_overlap_is_not_spoken_of(town: Town) {
        let (one, two) = (town.settled_match().await, town.settled_match().await);
        for (other, overlaps) in [
            // One takes place from 15:00 to 17:00. Where nobody said when it ends, it is taken to last three hours.
            (("2026-12-06 12:30:00+00:00", None), true),
            (("2026-12-06 12:00:00+00:00", None), false),
            (("2026-12-06 10:00:00+00:00", Some("2026-12-06 15:01:00+00:00")), true),
            (("2026-12-06 10:00:00+00:00", Some("2026-12-06 15:00:00+00:00")), false),
            (("2026-12-06 16:59:00+00:00", None), true),
            (("2026-12-06 17:00:00+00:00", None), false),
            // A festival of a week.
            (("2026-12-01 10:00:00+00:00", Some("2026-12-08 10:00:00+00:00")), true),
        ] {
            takes_place(&town, one, ("2026-12-06 15:00:00+00:00", Some("2026-12-06 17:00:00+00:00"))).await;
            takes_place(&town, two, other).await;
            let event = town.event(one).await;
            let found = ticket_pool::server::db::after::overlaps(town.site.db.read(), town.bram.person, &event).await.unwrap();
            assert_eq!(!found.is_empty(), overlaps, "{other:?}: {found:?}");
            let of_olga = ticket_pool::server::db::after::overlaps(town.site.db.read(), town.olga.person, &event).await.unwrap();
            assert_eq!(of_olga, [], "she has none");
        }
    }
}
