//! An event whose owner is deactivated.

use ticket_pool::{domain::person::Role, server::services::event};

use crate::{harness::Town, overview::texts};

both! {
    async fn an_event_names_who_organizes_it_now_and_asks_an_admin_for_an_owner(town: Town) {
        let number = town.match_day().await;
        let path = format!("/events/{number}");
        let said = async |town: &Town, who| town.browser_of(who).await.get(&path).await.text();
        assert!(said(&town, &town.asha).await.contains("Organized by Otto"));
        town.change(&town.otto, Role::Organizer, false).await;
        let to_asha = said(&town, &town.asha).await;
        assert!(to_asha.contains("No one organizes this event right now.") && !to_asha.contains("Otto"), "{to_asha}");
        let dana = town.browser_of(&town.dana).await.get(&path).await;
        assert_eq!(texts(&dana, ".note:has(a[href$='/organizers'])"), ["Otto owned this event and is deactivated. Choose a new owner"]);
        event::hand_over(&town.site, &town.dana, number, &town.olga.person.to_string()).await.unwrap();
        assert!(said(&town, &town.asha).await.contains("Organized by Olga"));
        assert!(!said(&town, &town.dana).await.contains("Choose a new owner"));
    }
}
