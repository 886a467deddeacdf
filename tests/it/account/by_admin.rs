//! An admin changes someone's address: the person is told at both.

use ticket_pool::{
    domain::person::{PersonForm, Role},
    server::services::person,
};

use crate::harness::{Town, person_form};

/// Dana sets Asha's address.
async fn set(town: &Town, email: &str) {
    let now = town.rows(&format!("SELECT version FROM users WHERE id = {}", town.asha.person)).await;
    let version = now[0]["version"].to_string();
    let form = PersonForm { email: email.into(), version, ..person_form("Asha", Role::Member) };
    person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
}

both! {
    /// An admin who would like to be Asha: a new address is all it takes, and she hears of it where she reads her mail.
    async fn an_admin_who_takes_an_account_over_is_told_of_at_the_old_address_and_the_new(town: Town) {
        town.post().await;
        set(&town, "dana2@example.net").await;
        let letters = town.post().await;
        let to: Vec<_> = letters.iter().map(|letter| &*letter.to_address).collect();
        assert_eq!(to, ["asha@example.org", "dana2@example.net"]);
        let [old, new] = letters.as_slice() else { unreachable!() };
        let when = "on Sunday, November 22, 2026, 12:00 PM UTC.";
        let says = format!("An admin changed your Ticket Pool email address to d…@example.net {when}");
        assert!(old.text.contains(&says), "{}", old.text);
        assert!(!old.text.contains("dana2@") && !old.text.contains("/undo-address/"), "{}", old.text);
        let says = format!("An admin changed your Ticket Pool email address from a…@example.org to this one {when}");
        assert!(new.text.contains(&says), "{}", new.text);
        assert!(!new.text.contains("asha@"), "{}", new.text);
        assert!(town.post().await.is_empty(), "once");
    }

    async fn each_change_is_told_of(town: Town) {
        town.post().await;
        for new in ["one@example.net", "two@example.net", "asha@example.org"] {
            set(&town, new).await;
            let letters = town.post().await;
            assert_eq!((letters.len(), &*letters[1].to_address), (2, new));
        }
    }

    async fn what_leaves_the_address_alone_is_told_to_nobody(town: Town) {
        town.post().await;
        set(&town, "asha@example.org").await;
        town.change(&town.bram, Role::Organizer, true).await;
        assert!(town.post().await.is_empty());
    }
}
