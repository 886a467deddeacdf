use chrono::TimeDelta;
use ticket_pool::{
    domain::person::{PersonForm, Role},
    error::{Obstacle, Refusal},
    server::services::{set_up, sign_in::Browser},
};
use tokio::task::JoinSet;

use crate::harness::{person_form, refusal};

const SPENT: Refusal = Refusal::NotNow { why: Obstacle::LinkSpent };

fn first() -> PersonForm {
    PersonForm { role: "member".into(), active: String::new(), ..person_form("Fay", Role::Member) }
}

both! {
    async fn the_set_up_link_makes_the_first_admin_once(town: Town) {
        town.empty().await;
        let token = set_up::offer(&town.site).await.unwrap().unwrap();
        assert!(set_up::link_lives(&town.site, token.expose()).await.unwrap());
        let session = set_up::complete(&town.site, token.expose(), &first(), &Browser::default()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().role, Role::Admin);
        let again =
            set_up::complete(&town.site, token.expose(), &person_form("Eve", Role::Admin), &Browser::default()).await;
        assert_eq!(refusal(again), SPENT);
        assert!(!set_up::link_lives(&town.site, token.expose()).await.unwrap());
        assert_eq!(town.count("users", "1 = 1").await, 1);
    }

    async fn of_sixteen_set_ups_at_once_one_succeeds(town: Town) {
        town.empty().await;
        let token = set_up::offer(&town.site).await.unwrap().unwrap();
        let mut all = JoinSet::new();
        for n in 0..16 {
            let (town, token) = (town.clone(), token.clone());
            let form = person_form(&format!("Fay{n}"), Role::Admin);
            all.spawn(
                async move { set_up::complete(&town.site, token.expose(), &form, &Browser::default()).await.is_ok() },
            );
        }
        let done = all.join_all().await.into_iter().filter(|&ok| ok).count();
        assert_eq!((done, town.count("users", "1 = 1").await), (1, 1));
    }

    async fn a_set_up_link_runs_out_and_a_new_one_replaces_it(town: Town) {
        town.empty().await;
        let first_token = set_up::offer(&town.site).await.unwrap().unwrap();
        let second = set_up::offer(&town.site).await.unwrap().unwrap();
        let done = set_up::complete(&town.site, first_token.expose(), &first(), &Browser::default()).await;
        assert_eq!(refusal(done), SPENT);
        town.wait(TimeDelta::minutes(30));
        let done = set_up::complete(&town.site, second.expose(), &first(), &Browser::default()).await;
        assert_eq!(refusal(done), SPENT);
    }

    async fn nobody_is_offered_a_set_up_link_where_people_are(town: Town) {
        assert!(set_up::offer(&town.site).await.unwrap().is_none());
    }

    async fn a_set_up_link_is_worth_nothing_once_an_admin_was_made_otherwise(town: Town) {
        town.empty().await;
        let token = set_up::offer(&town.site).await.unwrap().unwrap();
        set_up::make_admin(&town.site, &person_form("Dana", Role::Admin)).await.unwrap();
        let done = set_up::complete(&town.site, token.expose(), &first(), &Browser::default()).await;
        assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::AlreadySetUp });
        assert_eq!(town.count("users", "1 = 1").await, 1);
    }

    async fn fields_that_cannot_be_accepted_leave_the_set_up_link_alive(town: Town) {
        town.empty().await;
        let token = set_up::offer(&town.site).await.unwrap().unwrap();
        let wrong = PersonForm { email: "nowhere".into(), ..first() };
        let done = set_up::complete(&town.site, token.expose(), &wrong, &Browser::default()).await;
        assert!(matches!(refusal(done), Refusal::Invalid { .. }));
        set_up::complete(&town.site, token.expose(), &first(), &Browser::default()).await.unwrap();
    }
}
