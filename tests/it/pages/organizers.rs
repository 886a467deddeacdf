//! What an organizer's pages say is in the catalog.

use super::languages::{asked_in, strange};

both! {
    async fn what_is_said_to_organizers_is_in_the_catalog(town: Town) {
        let open = town.match_day().await;
        town.ask(open, &town.asha, &[4, 2]).await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        for path in [
            "/seasons".to_owned(),
            "/events/new".to_owned(),
            format!("/events/new?like={open}"),
            format!("/events/{open}/edit"),
            format!("/events/{open}/organizers"),
            format!("/events/{open}/allocate"),
        ] {
            let page = asked_in(&mut dana, "en-XA", &path).await;
            assert!(page.body.contains("lang=\"en-XA\""), "{path}: {}", page.status);
            let strange: Vec<String> = strange(&page).into_iter().filter(|text| text != "Ticket Pool").collect();
            assert_eq!(strange, <Vec<String>>::new(), "{path}");
        }
    }

    async fn a_board_says_german_and_french_with_numbers_as_they_are_written_there(town: Town) {
        let number = town.closed_match().await;
        town.set_tickets(number, 1_500).await;
        let mut otto = town.browser_of(&town.otto).await;
        for (accepts, said) in [
            ("de", ["0 von 1.500 zugeteilt · 1.500 übrig", "2 offen", "Prüfen"]),
            ("fr", ["0 sur 1\u{202f}500 attribués · reste 1\u{202f}500", "2 à décider", "Vérifier"]),
        ] {
            let page = asked_in(&mut otto, accepts, &format!("/events/{number}/allocate")).await.text();
            for said in said {
                assert!(page.contains(said), "{said}: {page}");
            }
        }
    }
}
