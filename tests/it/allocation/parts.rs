//! A board of more than sixty rows comes in parts.

use ticket_pool::{
    domain::ids::EventId,
    server::{db::requests, services::seed},
};

use crate::harness::{Answer, Town};

/// The event that 250 people ask for, closed.
const LARGE: EventId = EventId::new(21);

async fn large(town: &Town) -> Vec<String> {
    seed::run(&town.site, 250).await.unwrap();
    let rows = requests::of_event(town.site.db.read(), LARGE).await.unwrap();
    rows.iter().map(|row| format!("r{}", row.id)).collect()
}

/// The rows on a page, by their keys.
fn shown(page: &Answer) -> Vec<String> {
    let rows = page.body.split("<li id=\"r").skip(1);
    rows.map(|row| format!("r{}", row.split('"').next().unwrap())).collect()
}

both! {
    async fn every_row_stands_on_one_part_and_the_bar_counts_all(town: Town) {
        let keys = large(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let board = format!("/events/{LARGE}/allocate");
        let mut seen = Vec::new();
        for (part, rows) in [("", 60), ("?page=2", 60), ("?page=3", 60), ("?page=4", 60), ("?page=5", 10)] {
            let page = dana.get(&format!("{board}{part}")).await;
            assert_eq!(shown(&page).len(), rows, "{part}");
            assert!(page.text().contains("250 undecided"), "{part}");
            seen.extend(shown(&page));
        }
        assert_eq!(seen, keys);
        for beyond in ["?page=6", "?page=99999999999999999999", "?page=0", "?page=x"] {
            assert!(!shown(&dana.get(&format!("{board}{beyond}")).await).is_empty(), "{beyond}");
        }
    }

    async fn saving_leads_to_the_part_asked_for_and_a_refusal_back_to_its_own(town: Town) {
        let keys = large(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let (event, late) = (LARGE.to_string(), format!("amount[{}]", keys[70]));
        let form = |version: &'static str, amount: &'static str| {
            vec![("event", event.as_str()), ("version", version), ("view", "page=2"), (late.as_str(), amount), ("then", "page-3")]
        };
        let answer = dana.post("/api/allocation/save", &form("0", "0")).await;
        assert_eq!(answer.location(), format!("/events/{LARGE}/allocate?page=3"));
        let refused = dana.post("/api/allocation/save", &form("1", "many")).await;
        assert!(refused.location().starts_with(&format!("/events/{LARGE}/allocate?page=2&draft=")), "{}", refused.location());
        let page = dana.get(refused.location()).await;
        assert_eq!((shown(&page).len(), page.count("li.wrong")), (60, 1));
    }
}
