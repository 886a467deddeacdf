//! The address someone had takes a change back, for a week.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use ticket_pool::{
    domain::{person::Role, typed::Problem},
    error::{Obstacle, Refusal},
    server::{
        auth::{Actor, Client},
        services::{
            person::{self, Which, confirm_address, undo_address},
            sign_in,
        },
        worker,
    },
};

use super::ask;
use crate::{
    harness::{DOMAIN, Letter, Town, person_form, refusal},
    signing_in::code_in,
};

const SPENT: Refusal = Refusal::NotNow { why: Obstacle::LinkSpent };
const EVIL: &str = "mallory@evil.example";

/// The token of the link that takes a change back.
fn undo_in(letter: &Letter) -> String {
    let (_, rest) = letter.text.split_once("/undo-address/").expect("a way back in the mail");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

impl Town {
    /// Someone's address is changed in their name: the way back that is mailed to the one they had.
    async fn moved(&self, who: &Actor, new: &str) -> String {
        let code = self.asks_for_address(who, new).await.unwrap();
        confirm_address(&self.site, who, &code).await.unwrap();
        undo_in(&self.post().await.pop().unwrap())
    }

    async fn undo(&self, token: &str) -> Result<(), Refusal> {
        match undo_address(&self.site, token, &Client::default()).await {
            Ok(()) => Ok(()),
            refused => Err(refusal(refused)),
        }
    }
}

both! {
    /// Mallory has got hold of a session, minutes old, and of nothing else: takes the account over, sees to it that Asha is
    /// signed out everywhere, and stays signed in.
    async fn mallory_who_took_the_account_over_loses_it_to_whoever_reads_the_old_mailbox(town: Town) {
        let mut mallory = town.browser_of(&town.asha).await;
        town.post().await;
        ask(&mut mallory, EVIL).await;
        let code = code_in(&town.post().await[0].text);
        mallory.post("/api/account/address/confirm", &[("code", &code)]).await;
        mallory.post("/api/account/sign-out/all", &[]).await;
        let letters = town.post().await;
        let [told] = letters.as_slice() else { panic!("{letters:?}") };
        assert_eq!(told.to_address, "asha@example.org");
        sign_in::ask(&town.site, EVIL, "/", &sign_in::Browser::default()).await.unwrap();
        let code = code_in(&town.post().await[0].text);
        mallory.post("/api/sign-in/ask", &[("email", EVIL)]).await;
        let own = code_in(&town.post().await[0].text);
        assert_ne!(own, code);
        assert_eq!(mallory.post("/api/sign-in/code", &[("code", &own)]).await.location(), "/");
        // Another change on its way, and a link in the mailbox.
        let pair = town.mailed_pair(&town.actor_at(EVIL), &sign_in::Browser::default()).await;
        ask(&mut mallory, "mallory2@evil.example").await;
        let later = code_in(&town.post().await[0].text);

        town.wait(TimeDelta::days(6));
        let mut asha = town.browser_at("192.0.2.7");
        let landing = format!("/undo-address/{}", undo_in(told));
        let page = asha.get(&landing).await;
        assert!(page.text().contains("The email address of Asha will be asha@example.org again."), "{}", page.text());
        let done = asha.post("/api/account/address/undo", &[("token", &undo_in(told))]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/sign-in"));
        let says = "Email address changed back. Every device was signed out. Sign in with your old address.";
        assert!(asha.get("/sign-in").await.text().contains(says));
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
        assert!(mallory.get("/account").await.location().starts_with("/sign-in"));
        assert!(mallory.post("/api/account/address/confirm", &[("code", &later)]).await.location() == "/sign-in");
        assert_eq!(refusal(town.redeem(&pair.token).await), SPENT);
        // Whoever has the other address reads what became of it, without a way back.
        let letters = town.post().await;
        let [told] = letters.as_slice() else { panic!("{letters:?}") };
        assert_eq!(told.to_address, EVIL);
        assert!(told.text.contains("was changed back to a…@example.org on"), "{}", told.text);
        assert!(!told.text.contains("/undo-address/") && !told.text.contains("asha@"), "{}", told.text);
        let own = format!("action = 'person.address-undo' AND user_id = {}", town.asha.person);
        assert_eq!(town.count("audit_log", &own).await, 1);
    }

    /// Mallory changes the address a second time, so that the newest way back leads to Mallory's own mailbox.
    async fn mallory_who_changes_it_twice_has_no_way_back_to_an_address_of_their_own(town: Town) {
        let to_asha = town.moved(&town.asha, EVIL).await;
        let to_mallory = town.moved(&town.asha, "mallory2@evil.example").await;
        town.undo(&to_asha).await.unwrap();
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
        assert_eq!(town.undo(&to_mallory).await, Err(SPENT));
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
    }

    async fn a_step_back_leaves_the_way_to_an_older_address_open(town: Town) {
        let older = town.moved(&town.asha, "asha@example.net").await;
        town.wait(TimeDelta::minutes(1));
        let newer = town.moved(&town.asha, "asha@example.com").await;
        town.undo(&newer).await.unwrap();
        assert_eq!(town.address_of(&town.asha).await, "asha@example.net");
        town.undo(&older).await.unwrap();
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
    }

    async fn a_scanner_that_opens_the_link_undoes_nothing(town: Town) {
        let token = town.moved(&town.asha, EVIL).await;
        let before = town.snapshot(&DOMAIN).await;
        let mut scanner = town.browser_at("203.0.113.9");
        for method in [Method::GET, Method::HEAD, Method::GET] {
            let request = scanner.request(method, &format!("/undo-address/{token}"));
            let answer = scanner.send(request.body(String::new().into()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::OK);
        }
        assert_eq!(scanner.get(&format!("/undo-address/{token}")).await.count("form[data-continue]"), 0);
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        town.undo(&token).await.unwrap();
    }

    async fn it_works_once_and_for_seven_days(town: Town) {
        let (asha, bram) = (town.moved(&town.asha, EVIL).await, town.moved(&town.bram, "b@example.net").await);
        town.wait(TimeDelta::days(7) - TimeDelta::milliseconds(1));
        town.undo(&asha).await.unwrap();
        assert_eq!(town.undo(&asha).await, Err(SPENT));
        town.wait(TimeDelta::milliseconds(1));
        assert_eq!(town.undo(&bram).await, Err(SPENT));
        assert_eq!(town.address_of(&town.bram).await, "b@example.net");
        let mut browser = town.browser();
        for token in [&*asha, &*bram, "x", &"A".repeat(43)] {
            let page = browser.get(&format!("/undo-address/{token}")).await;
            assert_eq!((page.status, page.count("main form")), (StatusCode::OK, 0), "{token}");
            assert!(page.text().contains("This link has been used, has expired, or is incomplete."));
            assert_eq!(town.undo(token).await, Err(SPENT));
        }
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("address_undos", "1 = 1").await, 0);
    }

    async fn of_sixty_four_at_once_one_undoes(town: Town) {
        let token = town.moved(&town.asha, EVIL).await;
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let (town, token) = (town.clone(), token.clone());
            all.spawn(async move { town.undo(&token).await.is_ok() });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|won| *won).count(), 1);
        assert_eq!(town.count("audit_log", "action = 'person.address-undo'").await, 1);
    }

    async fn no_token_lies_in_the_database_and_none_before_the_mail_leaves(town: Town) {
        let code = town.asks_for_address(&town.asha, EVIL).await.unwrap();
        confirm_address(&town.site, &town.asha, &code).await.unwrap();
        assert_eq!(town.count("address_undos", "token_hash IS NULL").await, 1);
        let token = undo_in(&town.post().await[0]);
        let dump = format!("{:?}", town.snapshot(&DOMAIN).await);
        assert!(dump.contains(EVIL) && !dump.contains(&token));
        assert_eq!(town.count("address_undos", "length(token_hash) = 64").await, 1);
    }

    /// Nobody knows whether the first arrived.
    async fn sent_twice_either_link_works_and_then_neither(town: Town) {
        let first = town.moved(&town.asha, EVIL).await;
        town.force("UPDATE outbox SET status = 'waiting' WHERE kind = 'address-undo'").await.unwrap();
        let second = undo_in(&town.post().await[0]);
        assert_ne!(first, second);
        town.undo(&first).await.unwrap();
        assert_eq!(town.undo(&second).await, Err(SPENT));
    }

    async fn where_someone_else_has_the_address_by_now_they_are_told(town: Town) {
        let token = town.moved(&town.asha, EVIL).await;
        let form = ticket_pool::domain::person::PersonForm { email: "asha@example.org".into(), ..person_form("Ash", Role::Member) };
        person::add(&town.site, &town.dana, &form).await.unwrap();
        assert_eq!(town.undo(&token).await, Err(Refusal::field("email", Problem::AddressTaken)));
        let mut browser = town.browser();
        let refused = browser.post("/api/account/address/undo", &[("token", &token)]).await;
        assert!(browser.get(refused.location()).await.text().contains("Someone else already uses this email address."));
        assert_eq!(town.address_of(&town.asha).await, EVIL);
    }

    async fn deactivated_asha_undoes_nothing_and_back_again_she_does(town: Town) {
        let token = town.moved(&town.asha, "asha@example.net").await;
        let ids = format!("WHERE id = {}", town.asha.person);
        town.force(&format!("UPDATE users SET status = 'inactive' {ids}")).await.unwrap();
        assert_eq!(town.undo(&token).await, Err(SPENT));
        assert_eq!(person::look_at_undo(&town.site, &token).await.unwrap(), None);
        town.force(&format!("UPDATE users SET status = 'active' {ids}")).await.unwrap();
        town.undo(&token).await.unwrap();
    }

    /// Signing out everywhere is what Mallory would do first.
    async fn signing_out_everywhere_does_not_take_the_way_back_away(town: Town) {
        let token = town.moved(&town.asha, EVIL).await;
        for which in [Which::Others, Which::All] {
            person::sign_out_devices(&town.site, &town.asha, which).await.unwrap();
        }
        town.undo(&token).await.unwrap();
    }

    /// An admin has the last word.
    async fn an_admin_who_sets_the_address_closes_the_way_back(town: Town) {
        let token = town.moved(&town.asha, "asha@example.net").await;
        let mut form = person_form("Asha", Role::Member);
        (form.email, form.version) = ("asha.rao@example.org".into(), "1".into());
        person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
        assert_eq!(town.undo(&token).await, Err(SPENT));
        assert_eq!(town.address_of(&town.asha).await, "asha.rao@example.org");
    }
}

impl Town {
    /// Asha as she is found by another address.
    fn actor_at(&self, email: &str) -> Actor {
        Actor { email: email.to_owned(), ..self.asha.clone() }
    }
}
