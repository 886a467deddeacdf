//! A sign-in that has spent its link and not yet begun its session, while its person is shut out: whichever of the two
//! is committed first, no session is left.

use std::time::Duration;

use chrono::TimeDelta;
use ticket_pool::{
    domain::person::{Email, Role},
    server::{
        auth::Actor,
        db::{
            sessions::{self, NewSession},
            sign_in::{self, Spend},
        },
        services::{
            Done,
            person::{self, Which},
            set_up::command_link,
        },
    },
};
use tokio::time::sleep;

use crate::harness::Town;

/// Signs Asha in as the service does, step by step, and lets something else begin half-way. Says how many such sessions
/// are left when both are through.
async fn left_over(town: &Town, meanwhile: impl Future<Output = Done> + Send + 'static) -> i64 {
    let now = town.now();
    let token = command_link(&town.site, &Email::parse("asha@example.org").unwrap()).await.unwrap();
    let tx = town.site.db.write_tx().await.unwrap();
    let link = sign_in::find_live(&tx, &token.hash(), now).await.unwrap().unwrap();
    assert!(sign_in::spend(&tx, link.id, Spend::LinkOnly, now).await.unwrap());
    let other = tokio::spawn(meanwhile);
    sleep(Duration::from_millis(300)).await;
    let (person, token_hash) = (town.asha.person, token.hash());
    let new =
        NewSession { person, token_hash, device: "half-way".to_owned(), now, expires_at: now + TimeDelta::days(1) };
    sessions::insert(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    other.await.unwrap().unwrap();
    town.count("sessions", "device = 'half-way'").await
}

/// Asha in another browser.
async fn elsewhere(town: &Town) -> Actor {
    let session = town.session_of(&town.asha).await;
    town.holder(&session).await.unwrap()
}

both! {
    async fn an_admin_who_signs_asha_out_everywhere_ends_it(town: Town) {
        let other = town.clone();
        let out = async move {
            person::sign_out_everywhere(&other.site, &other.dana, other.asha.person).await.map(|_| ())
        };
        assert_eq!(Box::pin(left_over(&town, out)).await, 0);
    }

    async fn the_command_that_signs_asha_out_ends_it(town: Town) {
        let other = town.clone();
        let out = async move {
            person::revoke_sessions(&other.site, &Email::parse("asha@example.org").unwrap()).await.map(|_| ())
        };
        assert_eq!(Box::pin(left_over(&town, out)).await, 0);
    }

    async fn deactivating_asha_ends_it(town: Town) {
        let other = town.clone();
        let out = async move { other.change_as(&other.dana, &other.asha, Role::Member, false).await };
        assert_eq!(Box::pin(left_over(&town, out)).await, 0);
    }

    async fn asha_who_ends_all_other_devices_ends_it(town: Town) {
        let (other, asha) = (town.clone(), elsewhere(&town).await);
        let out = async move { person::sign_out_devices(&other.site, &asha, Which::Others).await };
        assert_eq!(Box::pin(left_over(&town, out)).await, 0);
        assert_eq!(town.count("sessions", "1 = 1").await, 1, "her own stays");
    }

    async fn asha_who_ends_all_devices_ends_it(town: Town) {
        let (other, asha) = (town.clone(), elsewhere(&town).await);
        let out = async move { person::sign_out_devices(&other.site, &asha, Which::All).await };
        assert_eq!(Box::pin(left_over(&town, out)).await, 0);
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
    }
}
