use chrono::TimeDelta;
use ticket_pool::{
    domain::person::{Email, Role},
    server::services::{
        person,
        set_up::command_link,
        sign_in::{self, Browser},
    },
};

both! {
    async fn signing_in_again_gives_a_new_session_and_ends_the_old(town: Town) {
        let first = town.session_of(&town.asha).await;
        let token = command_link(&town.site, &Email::parse("asha@example.org").unwrap()).await.unwrap();
        let browser = Browser { session: Some(first.clone()), ..Browser::default() };
        let second = sign_in::redeem(&town.site, token.expose(), "", &browser).await.unwrap().session;
        assert_ne!(first.expose(), second.expose());
        assert!(town.holder(&first).await.is_none());
        assert_eq!(town.holder(&second).await.unwrap().name, "Asha");
    }

    async fn a_deactivated_member_is_signed_out_at_once(town: Town) {
        let (phone, laptop) = (town.session_of(&town.asha).await, town.session_of(&town.asha).await);
        let bram = town.session_of(&town.bram).await;
        town.change(&town.asha, Role::Member, false).await;
        assert!(town.holder(&phone).await.is_none() && town.holder(&laptop).await.is_none());
        assert!(town.holder(&bram).await.is_some());
        town.change(&town.asha, Role::Member, true).await;
        assert!(town.holder(&phone).await.is_none(), "sessions stay ended");
    }

    async fn deactivating_takes_back_the_mail_that_waits(town: Town) {
        town.change(&town.asha, Role::Member, false).await;
        let of_asha = format!("user_id = {} AND status = 'skipped'", town.asha.person);
        assert_eq!(town.count("outbox", &of_asha).await, 1);
        let letters = town.post().await;
        let to_asha = letters.iter().filter(|letter| letter.to_address == "asha@example.org");
        let subjects: Vec<_> = to_asha.map(|letter| &*letter.subject).collect();
        assert_eq!(subjects, ["Your Ticket Pool account was deactivated"]);
    }

    async fn a_role_is_read_at_every_request(town: Town) {
        let session = town.session_of(&town.asha).await;
        town.change(&town.asha, Role::Organizer, true).await;
        assert_eq!(town.holder(&session).await.unwrap().role, Role::Organizer);
        town.change(&town.asha, Role::Member, true).await;
        assert_eq!(town.holder(&session).await.unwrap().role, Role::Member);
    }

    async fn a_session_lasts_a_year_whatever_is_done_with_it(town: Town) {
        let session = town.session_of(&town.asha).await;
        town.wait(TimeDelta::days(364));
        assert!(town.holder(&session).await.is_some());
        town.wait(TimeDelta::days(1));
        assert!(town.holder(&session).await.is_none());
    }

    async fn a_session_is_noted_as_used_every_five_minutes_at_most(town: Town) {
        let session = town.session_of(&town.asha).await;
        let seen = async || town.rows("SELECT last_seen_at FROM sessions").await;
        let first = seen().await;
        town.wait(TimeDelta::minutes(4));
        town.holder(&session).await.unwrap();
        assert_eq!(seen().await, first);
        town.wait(TimeDelta::minutes(1));
        town.holder(&session).await.unwrap();
        assert_ne!(seen().await, first);
    }

    async fn signing_out_ends_the_session_on_the_server(town: Town) {
        let (here, there) = (town.session_of(&town.asha).await, town.session_of(&town.asha).await);
        sign_in::sign_out(&town.site, &here, None).await.unwrap();
        assert!(town.holder(&here).await.is_none());
        assert!(town.holder(&there).await.is_some());
    }

    async fn a_command_ends_all_sessions_and_links_of_a_person(town: Town) {
        let session = town.session_of(&town.asha).await;
        let (_, token) = town.mailed_link(&town.asha).await;
        let ended = person::revoke_sessions(&town.site, &Email::parse("asha@example.org").unwrap()).await.unwrap();
        assert_eq!(ended, 1);
        assert!(town.holder(&session).await.is_none());
        assert!(town.redeem(&token).await.is_err());
    }

    async fn no_secret_stands_in_the_database(town: Town) {
        let session = town.session_of(&town.asha).await;
        let (asked, token) = town.mailed_link(&town.asha).await;
        let everything = format!("{:?}", town.snapshot(&crate::harness::DOMAIN).await);
        for secret in [session.expose(), asked.binding.expose(), &token] {
            assert!(!everything.contains(secret));
        }
    }
}
