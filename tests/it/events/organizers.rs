//! Owner and co-organizers.

use ticket_pool::{
    domain::{ids::EventId, person::Role, typed::Problem},
    error::{Obstacle, Refusal},
    server::services::event,
};

use crate::harness::{Town, refusal};

/// Who runs an event, the owner first.
async fn running(town: &Town, number: EventId) -> Vec<String> {
    let (_, running, _) = event::list_organizers(&town.site, &town.dana, number).await.unwrap();
    running.into_iter().map(|one| one.name).collect()
}

both! {
    async fn a_co_organizer_runs_the_event_until_removed(town: Town) {
        let (number, olga) = (town.match_day().await, town.olga.person.to_string());
        event::add_organizer(&town.site, &town.otto, number, &olga).await.unwrap();
        assert_eq!(running(&town, number).await, ["Otto", "Olga"]);
        event::close(&town.site, &town.olga, number).await.unwrap();
        let hers_to_share = event::add_organizer(&town.site, &town.olga, number, &town.dana.person.to_string()).await;
        assert_eq!(refusal(hers_to_share), Refusal::Forbidden);
        event::remove_organizer(&town.site, &town.otto, number, &olga).await.unwrap();
        assert_eq!(refusal(event::open_again(&town.site, &town.olga, number).await), Refusal::Forbidden);
    }

    async fn handed_over_the_former_owner_stays_as_co_organizer(town: Town) {
        let number = town.match_day().await;
        event::hand_over(&town.site, &town.otto, number, &town.olga.person.to_string()).await.unwrap();
        assert_eq!(running(&town, number).await, ["Olga", "Otto"]);
        event::close(&town.site, &town.otto, number).await.unwrap();
        let back = event::hand_over(&town.site, &town.otto, number, &town.otto.person.to_string()).await;
        assert_eq!(refusal(back), Refusal::Forbidden);
        event::hand_over(&town.site, &town.olga, number, &town.otto.person.to_string()).await.unwrap();
        assert_eq!(running(&town, number).await, ["Otto", "Olga"]);
    }

    async fn only_active_organizers_and_admins_can_run_an_event(town: Town) {
        let number = town.match_day().await;
        town.change(&town.olga, Role::Organizer, false).await;
        let (olga, asha, otto) =
            (town.olga.person.to_string(), town.asha.person.to_string(), town.otto.person.to_string());
        for (person, problem) in [
            (olga.as_str(), Problem::NoSuchPerson),
            (&asha, Problem::CannotOrganize),
            (&otto, Problem::AlreadyOrganizer),
            ("0", Problem::NoSuchPerson),
            ("-1", Problem::NoSuchPerson),
            ("Olga", Problem::NoSuchPerson),
            ("99999999999999999999", Problem::NoSuchPerson),
            ("", Problem::NoSuchPerson),
        ] {
            let refused = Refusal::field("person", problem);
            assert_eq!(
                refusal(event::add_organizer(&town.site, &town.otto, number, person).await),
                refused,
                "{person}"
            );
            assert_eq!(refusal(event::hand_over(&town.site, &town.otto, number, person).await), refused, "{person}");
        }
        let owner_out = event::remove_organizer(&town.site, &town.dana, number, &otto).await;
        assert_eq!(refusal(owner_out), Refusal::NotNow { why: Obstacle::OwnerStays });
        assert_eq!(running(&town, number).await, ["Otto"]);
    }

    async fn every_change_of_organizers_is_noted(town: Town) {
        let (number, olga) = (town.match_day().await, town.olga.person.to_string());
        event::add_organizer(&town.site, &town.otto, number, &olga).await.unwrap();
        event::hand_over(&town.site, &town.otto, number, &olga).await.unwrap();
        event::remove_organizer(&town.site, &town.olga, number, &town.otto.person.to_string()).await.unwrap();
        let noted = ["event.create", "event.add-organizer", "event.hand-over", "event.remove-organizer"];
        assert_eq!(town.noted(number).await, noted);
    }
}
