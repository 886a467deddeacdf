//! A change of address that is under way ends with whatever ends the trust in it.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Role,
    error::{Obstacle, Refusal},
    server::{
        services::person::{self, Which, ask_address, cancel_address, confirm_address},
        worker,
    },
};

use super::{ask, at};
use crate::harness::{person_form, refusal};

const NEW: &str = "asha@example.net";
const NOT_ASKED: Refusal = Refusal::NotNow { why: Obstacle::AddressNotAsked };
const OVER: &str = "It was canceled, asked for again, or is too long ago.";

both! {
    async fn cancelled_it_is_as_if_it_had_not_been_asked_for(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        let cancelled = asha.post(&at("cancel"), &[]).await;
        assert_eq!((cancelled.status, cancelled.location()), (StatusCode::SEE_OTHER, "/account"));
        let page = asha.get("/account").await;
        assert!(page.text().contains("Your email address stays the same."));
        assert_eq!((page.count("input#code"), page.count("input#email")), (0, 1));
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED);
        assert_eq!(asha.post(&at("cancel"), &[]).await.location(), "/account", "twice is no error");
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
    }

    async fn cancelled_before_the_mail_left_no_mail_leaves(town: Town) {
        town.post().await;
        ask_address(&town.site, &town.asha, NEW).await.unwrap();
        cancel_address(&town.site, &town.asha).await.unwrap();
        assert_eq!((town.post().await.len(), town.skipped("address-code").await), (0, vec![OVER.to_owned()]));
    }

    async fn nobody_cancels_for_someone_else(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        cancel_address(&town.site, &town.bram).await.unwrap();
        confirm_address(&town.site, &town.asha, &code).await.unwrap();
    }

    async fn deactivated_asha_gets_no_further_and_no_code(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        let mut browser = town.browser_of(&town.asha).await;
        ask_address(&town.site, &town.asha, "later@example.net").await.unwrap();
        town.change(&town.asha, Role::Member, false).await;
        assert_eq!(town.count("address_changes", "1 = 1").await, 0);
        let letters = town.post().await;
        let [letter] = &letters[..] else { panic!("one letter: {letters:?}") };
        assert_eq!(letter.subject, "Your Ticket Pool account was deactivated");
        // Even half-way through a request that began before.
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED);
        assert_eq!(refusal(ask_address(&town.site, &town.asha, NEW).await), Refusal::SignedOut);
        assert_eq!(ask(&mut browser, NEW).await.location(), "/sign-in");
        town.change(&town.asha, Role::Member, true).await;
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED, "nor when she is back");
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
    }

    /// Whoever asked for it on a lost phone does not get it.
    async fn signing_out_other_devices_ends_it(town: Town) {
        for which in [Which::Others, Which::All] {
            let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
            person::sign_out_devices(&town.site, &town.asha, which).await.unwrap();
            assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED, "{which:?}");
        }
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        person::sign_out_everywhere(&town.site, &town.dana, town.asha.person).await.unwrap();
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED);
    }

    async fn an_admin_who_changes_the_address_ends_it(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        let mut form = person_form("Asha", Role::Member);
        form.email = "asha.rao@example.org".into();
        person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED);
        assert_eq!(town.address_of(&town.asha).await, "asha.rao@example.org");
    }

    /// Dana's page was made before; she is told instead of putting the old address back.
    async fn an_admin_who_looked_before_does_not_undo_it(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        confirm_address(&town.site, &town.asha, &code).await.unwrap();
        let stale = person::edit(&town.site, &town.dana, town.asha.person, &person_form("Asha", Role::Member)).await;
        assert_eq!(refusal(stale), Refusal::Conflict { changes: Vec::new() });
        assert_eq!(town.address_of(&town.asha).await, NEW);
    }

    async fn what_ran_out_is_removed_and_so_is_after_a_week_what_names_an_old_address(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        confirm_address(&town.site, &town.asha, &code).await.unwrap();
        town.asks_for_address(&town.bram, "b@example.net").await.unwrap();
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("address_changes", "1 = 1").await, 1);
        town.wait(TimeDelta::minutes(20));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("address_changes", "1 = 1").await, 0);
        assert_eq!(town.count("outbox", "payload LIKE '%asha@example.org%'").await, 1);
        town.wait(TimeDelta::days(7));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("outbox", "payload LIKE '%asha@example.org%'").await, 0);
    }
}
