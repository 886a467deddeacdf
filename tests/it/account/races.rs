//! Many at once.

use ticket_pool::{
    domain::typed::Problem,
    error::Refusal,
    server::services::person::{confirm_address, edit},
};
use tokio::task::JoinSet;

use super::confirm;
use crate::{
    harness::{person_form, refusal},
    signing_in::codes::wrong,
};

const SAME: &str = "family@example.net";

both! {
    async fn of_two_who_want_one_address_one_gets_it_and_the_other_is_told(town: Town) {
        let codes = [
            (town.asha.clone(), town.asks_for_address(&town.asha, SAME).await.unwrap()),
            (town.bram.clone(), town.asks_for_address(&town.bram, SAME).await.unwrap()),
        ];
        let mut all = JoinSet::new();
        for (who, code) in codes {
            let town = town.clone();
            all.spawn(async move { confirm_address(&town.site, &who, &code).await });
        }
        let (won, lost): (Vec<_>, Vec<_>) = all.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 1));
        assert_eq!(refusal(lost.into_iter().next().unwrap()), Refusal::field("email", Problem::AddressTaken));
        assert_eq!(town.count("users", &format!("email = '{SAME}'")).await, 1);
        assert_eq!(town.count("audit_log", "action = 'person.address'").await, 1);
        assert_eq!(town.count("outbox", "kind = 'address-undo'").await, 1);
    }

    async fn who_comes_second_reads_why_and_can_type_another(town: Town) {
        let code = town.asks_for_address(&town.asha, "cleo@example.org").await.unwrap();
        town.newcomer("Cleo").await;
        let mut asha = town.browser_of(&town.asha).await;
        let refused = confirm(&mut asha, "cleo@example.org", &code).await;
        let page = asha.get(refused.location()).await;
        assert!(page.text().contains("Someone else already uses this email address."));
        assert_eq!(page.count("input#email[value='cleo@example.org']"), 1);
        assert_eq!(page.count("input#code"), 0);
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
    }

    async fn an_admin_and_the_person_at_once_leave_one_address_and_no_half_change(town: Town) {
        let code = town.asks_for_address(&town.asha, "own@example.net").await.unwrap();
        let mut form = person_form("Asha", town.asha.role);
        form.email = "admins@example.net".into();
        let (own, admins) = tokio::join!(
            confirm_address(&town.site, &town.asha, &code),
            edit(&town.site, &town.dana, town.asha.person, &form)
        );
        assert_eq!(u8::from(own.is_ok()) + u8::from(admins.is_ok()), 1, "{own:?} {admins:?}");
        let expected = if own.is_ok() { "own@example.net" } else { "admins@example.net" };
        assert_eq!(town.address_of(&town.asha).await, expected);
    }

    async fn of_sixty_four_right_codes_at_once_one_changes_the_address(town: Town) {
        let code = town.asks_for_address(&town.asha, SAME).await.unwrap();
        let mut all = JoinSet::new();
        for _ in 0..64 {
            let (town, code) = (town.clone(), code.clone());
            all.spawn(async move { confirm_address(&town.site, &town.asha, &code).await.is_ok() });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|won| *won).count(), 1);
        assert_eq!(town.count("audit_log", "action = 'person.address'").await, 1);
        assert_eq!(town.count("outbox", "kind = 'address-undo'").await, 1);
    }

    async fn of_sixty_four_wrong_codes_at_once_five_are_tried(town: Town) {
        let code = town.asks_for_address(&town.asha, SAME).await.unwrap();
        let mut all = JoinSet::new();
        for _ in 0..64 {
            let (town, code) = (town.clone(), wrong(&code));
            all.spawn(async move { refusal(confirm_address(&town.site, &town.asha, &code).await) });
        }
        let told = all.join_all().await;
        let tried = told.iter().filter(|told| matches!(told, Refusal::Invalid { .. })).count();
        assert!(tried <= 5, "{tried}");
        assert_eq!(town.count("address_changes", "tries = 5").await, 1);
        refusal(confirm_address(&town.site, &town.asha, &code).await);
    }
}
